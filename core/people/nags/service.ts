import type { Choice, Saying } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import type { Database, Tx } from "../../store/index.ts";
import {
  afterQuiet,
  keepNag,
  nextList,
  takeNags,
  waitingRecipients,
  type Clock,
  type Nag,
  overdueRank,
} from "../../time/index.ts";
import type { PersonId } from "../model.ts";
import { carerOf } from "../households/store.ts";
import { tell, type Moment } from "../moment.ts";
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
  readonly passOn?: "nobody" | { readonly except: PersonId };
}

interface KeptLine {
  readonly text: Text;
  readonly open: string;
}

interface KeptSaying {
  readonly saying: Saying;
  readonly passOn: Nagging["passOn"];
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
  { now, calendar }: Pick<Moment, "now" | "calendar">,
  { isUrgent = false, isForList = false }: Pick<Nagging, "isUrgent" | "isForList">,
): number {
  if (isUrgent) return now;
  return isForList ? nextList(now, calendar.zone) : afterQuiet(now, calendar.zone, calendar.quiet);
}

const atOnce = 100;

/**
 * Says everything that may be said by now, one message for each person, each in a transaction of its own.
 * @returns how many were spoken to.
 */
export async function releaseNags(
  database: Pick<Database, "transaction">,
  momentIn: (tx: Tx) => Moment,
  isStopping: () => boolean = () => false,
): Promise<number> {
  let spoken = 0;
  for (;;) {
    const waiting = await database.transaction((tx) => waitingRecipients(tx, momentIn(tx).now, atOnce));
    for (const recipient of waiting) {
      if (isStopping()) return spoken;
      const isSaid = await database.transaction((tx) => release(momentIn(tx), recipient), { isolated: true });
      if (isSaid) spoken += 1;
    }
    if (waiting.length < atOnce) return spoken;
  }
}

async function release(moment: Moment, recipient: PersonId): Promise<boolean> {
  const taken = await takeNags(moment.tx, recipient, moment.now);
  const nags =
    (await reachableAt(moment.tx, recipient)).length > 0 ? taken : await forCarer(moment.tx, taken);
  const [first] = nags;
  if (!first) return false;
  const isOne = nags.length === 1;
  const saying = isOne ? keptIn(first).saying : listOf(nags);
  await tell(moment, recipient, saying, { key: isOne ? first.key : `nags ${first.key}`, lane: "alarm" });
  return true;
}

function keptIn({ saying }: Nag): KeptSaying {
  return JSON.parse(saying) as KeptSaying;
}

/** What a carer may hear in the place of somebody who has no chat. */
async function forCarer(tx: Tx, nags: readonly Nag[]): Promise<readonly Nag[]> {
  const [first] = nags;
  const carer = first && (await carerOf(tx, first.recipient));
  return nags.filter((one) => {
    const { passOn } = keptIn(one);
    return passOn !== "nobody" && passOn?.except !== carer;
  });
}

const listed = 8;

function listOf(nags: readonly Nag[]): Saying {
  const lines = nags.map(({ line }) => JSON.parse(line) as KeptLine);
  const isVillagers = lines.every(({ open }) => open.startsWith("/mine"));
  const overdue = nags.filter(({ rank }) => rank >= overdueRank).length;
  const text = isVillagers ? say.forVillager(nags.length) : say.forStaff(nags.length, overdue);
  const choices: Choice[] = lines.slice(0, listed).map((line) => ({ label: line.text, token: line.open }));
  if (lines.length > listed)
    choices.push({ label: say.more(lines.length - listed), token: isVillagers ? "/mine" : "/tasks" });
  return { text, choices };
}
