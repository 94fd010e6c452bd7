import type { Text } from "../language/index.ts";
import type { Database, Tx } from "../store/index.ts";
import type { TimeSource } from "../time/index.ts";
import { createRowWork, type RowWork } from "../work/index.ts";
import { unfoundedIn, type Unfounded } from "./grounded.ts";
import { fateOfFailure, isLate, mostTokens, type Sentence } from "./model.ts";
import { messagesFor, sentencesIn, type Message } from "./prompt.ts";
import type { Reteller, Said } from "./reteller.ts";
import {
  claimRetelling,
  dueRetellings,
  endRetelling,
  postponeRetelling,
  reserveTokens,
  settleTokens,
  type RetellingEnd,
  type Untold,
} from "./store.ts";
import { retold } from "./texts.ts";

/** How many questions a program puts to the model side by side. */
export const retellingsAtOnce = 2;

export interface RetellingPorts {
  readonly database: Database;
  readonly clock: TimeSource;
  /** Where there is none, what still waits is too late. */
  readonly reteller: Reteller | undefined;
  /** No more tokens than this on one day, those set aside included. */
  readonly dailyTokens: number;
  /** The day of a moment, as the operator reckons it. */
  readonly dateOf: (now: number) => string;
  /** Says it to whoever asked, in the transaction that ends the waiting. */
  readonly told: (tx: Tx, untold: Untold, text: Text) => Promise<unknown>;
  /** The operator should know; holds no words and no key. */
  readonly report: (why: string) => void;
}

type Fate = RetellingEnd & { readonly sentences?: readonly Sentence[] };

/** Has every answer that waits retold, and says what stands up to being checked; of the rest nobody hears. */
export function createRetelling(ports: RetellingPorts): RowWork {
  const { database, clock } = ports;
  // A service that asks for a pause gets it from every question.
  let pausedUntil = -Infinity;

  async function perform(untold: Untold, stopped: Promise<"stopped">): Promise<number | undefined> {
    if (!ports.reteller || isLate(untold.createdAt, clock.now()))
      return end(ports, untold, { state: "late" });
    if (clock.now() < pausedUntil) return waitUntil(ports, untold, pausedUntil);
    const said = await putOnce(ports, ports.reteller, untold, stopped);
    if (said === "stopped") return undefined;
    if (said === "capped") return end(ports, untold, { state: "capped" });
    if (said.kind === "later" && said.afterMs !== undefined) pausedUntil = clock.now() + said.afterMs;
    return record(ports, untold, said);
  }

  return createRowWork<Untold>({
    database,
    clock,
    atOnce: retellingsAtOnce,
    idOf: ({ key }) => key,
    due: dueRetellings,
    claim: claimRetelling,
    perform,
  });
}

/**
 * Puts the question to the model, within the day's cap. What it may cost at most is set aside before, in a commit of its own:
 * a program that is killed in between has spent it.
 */
async function putOnce(
  { database, clock, dailyTokens, dateOf }: RetellingPorts,
  reteller: Reteller,
  untold: Untold,
  stopped: Promise<"stopped">,
): Promise<Said | "capped" | "stopped"> {
  const messages = messagesFor(untold.question, untold.passages);
  const [date, reserved] = [dateOf(clock.now()), mostTokens(lengthOf(messages))];
  if (!(await database.transaction((tx) => reserveTokens(tx, date, reserved, dailyTokens)))) return "capped";
  const said = await Promise.race([reteller.ask(messages), stopped]);
  if (said === "stopped") return said;
  const spent = spentBy(said, reserved);
  await database.transaction((tx) => settleTokens(tx, untold, { date, reserved, spent }));
  return said;
}

function lengthOf(messages: readonly Message[]): number {
  return messages.reduce((sum, { content }) => sum + content.length, 0);
}

/** What a service does not tell is taken to be all that was set aside; an answer that never came may have been worked on. */
function spentBy(said: Said, reserved: number): number {
  if (said.kind === "refused") return 0;
  return said.kind === "said" ? (said.tokens ?? reserved) : reserved;
}

async function record(ports: RetellingPorts, untold: Untold, said: Said): Promise<number | undefined> {
  if (said.kind === "said") return end(ports, untold, judged(untold, said.content));
  ports.report(
    said.kind === "later" ? said.why : said.kind === "refused" ? `status ${said.status}` : said.kind,
  );
  if (said.kind !== "later") return end(ports, untold, { state: "refused" });
  const fate = fateOfFailure(untold, ports.clock.now(), said.afterMs);
  if (fate === "failed") return end(ports, untold, { state: fate });
  const next = { at: fate.nextAt, attempts: untold.attempts + 1 };
  await ports.database.transaction((tx) => postponeRetelling(tx, untold, next));
  return fate.nextAt;
}

/** A pause that the service asked another question for is no try of this one. */
async function waitUntil(ports: RetellingPorts, untold: Untold, at: number): Promise<number | undefined> {
  if (isLate(untold.createdAt, at)) return end(ports, untold, { state: "failed" });
  await ports.database.transaction((tx) => postponeRetelling(tx, untold, { at, attempts: untold.attempts }));
  return at;
}

function judged({ passages }: Untold, content: string): Fate {
  const sentences = sentencesIn(content);
  const reason: Unfounded | "malformed" | undefined =
    sentences === undefined ? "malformed" : unfoundedIn(sentences, passages);
  if (sentences === undefined || reason !== undefined)
    return { state: "unfounded", reason: reason ?? "malformed" };
  return { state: "told", sentences };
}

async function end(ports: RetellingPorts, untold: Untold, { sentences, ...fate }: Fate): Promise<undefined> {
  const { database, clock, told } = ports;
  await database.transaction(async (tx) => {
    const isOurs = await endRetelling(tx, untold, fate, clock.now());
    if (isOurs && sentences) await told(tx, untold, retold(sentences, untold.passages));
  });
}
