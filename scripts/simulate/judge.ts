import { hour } from "../../core/time/index.ts";
import { storyOf } from "./invariants/store.ts";
import { wall } from "./saying.ts";
import {
  countMatters,
  messagesSent,
  missedBy,
  passedDeadlines,
  thingsSaid,
  type PassedDeadline,
} from "./store.ts";
import type { World } from "./world.ts";

/** A stretch of time, epoch milliseconds; an outage is one in which the program is down. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What came of it all. */
export interface Verdict {
  readonly matters: number;
  readonly settled: number;
  readonly answeredInTime: number;
  readonly overdue: number;
  readonly late: number;
  /** Stages that rang, and those that rang again in the same revision of the same clock. */
  readonly rung: number;
  readonly rungTwice: number;
  /** What should have rung or been said by now, and was not. */
  readonly missed: number;
  /** Reminders and lapses that one person read twice within one round, word for word. */
  readonly readTwice: readonly string[];
  /** What had happened to the matter of the first of these. */
  readonly firstReadTwice: string;
  /** How long an overdue matter waited until somebody higher was told, at the longest. */
  readonly longestUntoldMs: number;
  /** The same without the time in which the program was down. */
  readonly longestUntoldUpMs: number;
}

export async function judge(world: World, outages: readonly Stretch[]): Promise<Verdict> {
  const now = world.clock.now();
  const { counts, missed, passed, said, messages } = await world.database.transaction(async (tx) => ({
    counts: await countMatters(tx),
    missed: await missedBy(tx, now),
    passed: await passedDeadlines(tx),
    said: await thingsSaid(tx),
    messages: await messagesSent(tx),
  }));
  const twice = await withoutRevised(world, readTwice(messages));
  const waits = passed.map((deadline) => waitOf(deadline, said, now));
  const stages = world.rung.map(({ clock, revision, stage }) => `${clock} ${revision} ${stage}`);
  return {
    ...counts,
    overdue: passed.filter(({ kind }) => kind === "overdue").length,
    late: passed.filter(({ kind }) => kind === "late").length,
    rung: stages.length,
    rungTwice: stages.length - new Set(stages).size,
    missed,
    readTwice: twice,
    firstReadTwice: await storyIn(world, twice[0]),
    longestUntoldMs: Math.max(0, ...waits.map(({ from, to }) => to - from)),
    longestUntoldUpMs: Math.max(0, ...waits.map((wait) => wait.to - wait.from - downIn(wait, outages))),
  };
}

const ofClocks = /^(?:还有 |已超时 |【超时|【到期没办好|【仍未|.{0,60}已过 |.{0,40}到期没办好)/u;

/** In the next round of a matter the same is said again, a day later at the earliest. */
const sameRound = 12 * hour;

/** The same words to the same person, and when. */
interface Again {
  readonly words: string;
  readonly before: number;
  readonly at: number;
}

/** Where somebody set another limit in between, for what was under way too, it is another deadline that passed. */
async function withoutRevised(world: World, twice: readonly Again[]): Promise<readonly string[]> {
  const left: string[] = [];
  for (const { words, before, at } of twice) {
    const number = numberIn(words);
    const story = number === undefined ? [] : await world.database.transaction((tx) => storyOf(tx, number));
    const isRevised = story.some((one) => one.kind === "revised" && one.at >= before && one.at <= at);
    if (!isRevised) left.push(`${wall(before)} and ${wall(at)} ${words}`);
  }
  return left;
}

/** The matter that words begin with. */
function numberIn(words: string): number | undefined {
  const number = /「(?:【\S+ )?(\d+)/u.exec(words)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Reminders and lapses that one person read again, word for word, within one round. */
function readTwice(
  said: readonly { readonly to: string; readonly text: string; readonly at: number }[],
): readonly Again[] {
  const last = new Map<string, number>();
  const twice: Again[] = [];
  for (const { to, text, at } of said) {
    if (!ofClocks.test(text)) continue;
    const before = last.get(`${to} ${text}`);
    const words = `${to}: 「${text.replaceAll("\n", " ").slice(0, 80)}」`;
    if (before !== undefined && at - before < sameRound) twice.push({ words, before, at });
    last.set(`${to} ${text}`, at);
  }
  return twice;
}

/** The story of the matter that words begin with; none where they begin with none. */
async function storyIn(world: World, words = ""): Promise<string> {
  const number = numberIn(words);
  if (number === undefined) return "";
  const story = await world.database.transaction((tx) => storyOf(tx, number));
  return story.map(({ kind, at }) => `${wall(at)} ${kind}`).join(", ");
}

/** From when a matter was overdue until the first one above was told. */
function waitOf(
  { number, at, kind, cycle }: PassedDeadline,
  said: readonly { readonly key: string; readonly subject: string; readonly sent_at: number | null }[],
  now: number,
): Stretch {
  const which = `cycle ${cycle} due ${at}`;
  const beginnings = [`ticket ${number} ${kind} above ${which}`, `ticket ${number} ${kind} ${which}`];
  const told = said
    .filter(
      ({ key, subject }) => subject === `ticket ${number}` && beginnings.some((one) => key.startsWith(one)),
    )
    .flatMap(({ sent_at }) => sent_at ?? []);
  return { from: at, to: told.length > 0 ? Math.min(...told) : now };
}

function downIn(wait: Stretch, outages: readonly Stretch[]): number {
  return outages
    .map(({ from, to }) => Math.max(0, Math.min(to, wait.to) - Math.max(from, wait.from)))
    .reduce((sum, one) => sum + one, 0);
}
