import type { Choice, Saying } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import type { Database, Tx } from "../../store/index.ts";
import {
  afterQuiet,
  keepNag,
  minute,
  nextList,
  postponeNags,
  takeNags,
  waitingRecipients,
  type Clock,
  type Nag,
  overdueRank,
} from "../../time/index.ts";
import type { PersonId } from "../model.ts";
import { carerOf } from "../households/store.ts";
import { tell, type Delivery, type Moment } from "../moment.ts";
import { reachableAt } from "../store.ts";
import { say } from "./texts.ts";

/**
 * What clocks have to say: kept in the transaction that found it, said when the sweep is over. Whatever waits for one
 * person then is one message; at night it waits for the morning.
 */

/** Something a clock has to say to somebody. */
export interface Nagging {
  /** Why it is said; the same twice is said once. Names its reader. */
  readonly key: string;
  readonly recipient: PersonId;
  /** The clock it is about: unless it is a fact it is dropped when that changes. */
  readonly clock?: Clock;
  /** What it is about: of several about one only the highest rank is said. */
  readonly subject: string;
  /** 1 for the morning's list, up to 9 before a deadline, from `overdueRank` after it. */
  readonly rank: number;
  /** How it reads in a list, and the command line that opens it there. */
  readonly line: Text;
  readonly open: string;
  /** The whole message, where it is the only one. */
  readonly saying: Saying;
  /** Said even though the clock has changed since. */
  readonly isFact?: boolean;
  /** Said at night too. */
  readonly isUrgent?: boolean;
  /** For somebody who only has to know: it waits for her next list. */
  readonly isForList?: boolean;
  /** May a carer hear it in her place? Any, unless given. */
  readonly passOn?: PassOn;
}

/** Which carers hear something in the place of somebody who cannot be reached. */
export type PassOn = "nobody" | { readonly except: readonly PersonId[] };

interface KeptLine {
  readonly text: Text;
  readonly open: string;
}

interface KeptSaying {
  readonly saying: Saying;
  readonly passOn: PassOn | undefined;
}

/** Keeps what somebody has to hear until the sweep is over, or the night. */
export async function nag(moment: Moment, nagging: Nagging): Promise<void> {
  const { key, recipient, clock, subject, rank, isFact = false } = nagging;
  const line: KeptLine = { text: nagging.line, open: nagging.open };
  const saying: KeptSaying = { saying: nagging.saying, passOn: nagging.passOn };
  const kept: Nag = {
    key,
    recipient,
    clock: clock?.id,
    subject,
    rank,
    line: JSON.stringify(line),
    saying: JSON.stringify(saying),
    isFact,
    releaseAt: saidAt(moment, nagging),
  };
  await keepNag(moment.tx, kept, moment.now);
}

/** When something is said that is found now: at once, after the night, or in the next list. */
export function saidAt(
  { now, calendar: { zone, quiet } }: Pick<Moment, "now" | "calendar">,
  { isUrgent = false, isForList = false }: Pick<Nagging, "isUrgent" | "isForList">,
): number {
  if (isUrgent) return now;
  return afterQuiet(isForList ? nextList(now, zone) : now, zone, quiet);
}

const atOnce = 100;
const retryDelay = 5 * minute;

export interface ReleasePorts {
  readonly database: Pick<Database, "transaction">;
  readonly momentIn: (tx: Tx) => Moment;
  /** Of somebody to whom nothing could be said: it is tried again. */
  readonly report: (error: unknown, recipient: PersonId) => void;
  readonly isStopping?: () => boolean;
}

export interface Released {
  /** How many were spoken to, themselves or by their carers. */
  readonly told: number;
  /** Whom nothing reached, nor a carer who may hear it: it is not tried again. */
  readonly unreachable: readonly PersonId[];
  /** To how many nothing could be said for now. */
  readonly failed: number;
}

/**
 * Says everything that may be said by now, one message for each person, each in a transaction of its own: what fails is
 * reported, put five minutes later, and the others are told.
 */
export async function releaseNags(ports: ReleasePorts): Promise<Released> {
  const { database, momentIn } = ports;
  const released = { told: 0, unreachable: [] as PersonId[], failed: 0 };
  for (;;) {
    const waiting = await database.transaction((tx) => waitingRecipients(tx, momentIn(tx).now, atOnce));
    for (const recipient of waiting) {
      if (ports.isStopping?.() === true) return released;
      const came = await releaseOne(ports, recipient);
      if (came === "failed") released.failed += 1;
      if (came === "unreachable") released.unreachable.push(recipient);
      if (came === "reached" || came === "carer") released.told += 1;
    }
    if (waiting.length < atOnce) return released;
  }
}

async function releaseOne(
  { database, momentIn, report }: ReleasePorts,
  recipient: PersonId,
): Promise<Delivery | "nothing" | "failed"> {
  try {
    return await database.transaction((tx) => release(momentIn(tx), recipient), { isolated: true });
  } catch (error) {
    report(error, recipient);
    await database.transaction((tx) => {
      const { now } = momentIn(tx);
      return postponeNags(tx, recipient, now, now + retryDelay);
    });
    return "failed";
  }
}

async function release(moment: Moment, recipient: PersonId): Promise<Delivery | "nothing"> {
  const taken = await takeNags(moment.tx, recipient, moment.now);
  if (taken.length === 0) return "nothing";
  const isReached = (await reachableAt(moment.tx, recipient)).length > 0;
  const nags = isReached ? taken : await forCarer(moment.tx, taken);
  const [first] = nags;
  if (!first) return "unreachable";
  const isOne = nags.length === 1;
  const saying = isOne ? keptIn(first).saying : listOf(nags);
  return tell(moment, recipient, saying, {
    key: isOne ? first.key : `nags ${first.key}`,
    lane: "alarm",
    // A list is one message: whoever may not hear one of its lines hears none.
    mayPassOn: (carer) => nags.every((one) => mayHear(carer, one)),
  });
}

function keptIn({ saying }: Nag): KeptSaying {
  return JSON.parse(saying) as KeptSaying;
}

/** What a carer may hear in the place of somebody who has no chat. */
async function forCarer(tx: Tx, nags: readonly Nag[]): Promise<readonly Nag[]> {
  const [first] = nags;
  const carer = first && (await carerOf(tx, first.recipient));
  return carer === undefined ? [] : nags.filter((one) => mayHear(carer, one));
}

function mayHear(carer: PersonId, one: Nag): boolean {
  const { passOn } = keptIn(one);
  return passOn === undefined || (passOn !== "nobody" && !passOn.except.includes(carer));
}

const listed = 8;

/** What is a villager's own: her matters, her points, or a talk, whose button is no command. */
const villagersOwn = /^(?:\/mine|\/points|[^/])/;

function listOf(nags: readonly Nag[]): Saying {
  const lines = nags.map(({ line }) => JSON.parse(line) as KeptLine);
  const isVillagers = lines.every(({ open }) => villagersOwn.test(open));
  const overdue = nags.filter(({ rank }) => rank >= overdueRank).length;
  const text = isVillagers ? say.forVillager(nags.length) : say.forStaff(nags.length, overdue);
  const choices: Choice[] = lines.slice(0, listed).map((line) => ({ label: line.text, token: line.open }));
  if (lines.length > listed)
    choices.push({ label: say.more(lines.length - listed), token: isVillagers ? "/mine" : "/tasks" });
  return { text, choices };
}
