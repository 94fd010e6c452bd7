import { day, minute } from "../../../core/time/index.ts";

/** What must be true of every deadline at every hour, whatever people do. */

/** How often the simulation lets the program sweep. */
export const sweepEvery = 15 * minute;

/** A week is the longest that a clock may stand still at once, two weeks in one round (docs/decisions/024-clocks.md). */
const longestPause = 7 * day;
const longestPauses = 14 * day;

/** The matter a clock is about. */
export interface TimedMatter {
  readonly number: number;
  readonly cycle: number;
  readonly state: string;
  readonly office: number | null;
  readonly bounced: number;
  readonly isMediated: boolean;
  /** What the unfired alarm that ends its pause is about, `<number> <cycle>`, and when it rings. */
  readonly pauseAlarm: { readonly subject: string; readonly fireAt: number } | undefined;
  /** When it last went to somebody else in its round; undefined where nothing of it stands still. */
  readonly movedAt: number | undefined;
  /** For how long its clocks had stood still by somebody's word in its round, before those that do now. */
  readonly pausedBeforeMs: number;
}

/** A deadline that runs or stands still. */
export interface LiveClock {
  readonly id: number;
  readonly subject: string;
  readonly kind: string;
  readonly cycle: number;
  readonly revision: number;
  readonly state: string;
  readonly dueAt: number | null;
  readonly breachedAt: number | null;
  /** When it was last paused. */
  readonly pausedAt: number | undefined;
  /** Will those above never be told again once it is breached? */
  readonly endsAtBreach: boolean;
  /** What its unfired alarms are about: `<clock> <revision> <stage>`. */
  readonly alarms: readonly string[];
  /** Undefined for what is about no matter, a consultation's opinions for one. */
  readonly matter: TimedMatter | undefined;
}

/** Something to say that should have been said. */
export interface UnsaidNag {
  readonly key: string;
  readonly releaseAt: number;
}

export interface Standing {
  readonly clocks: readonly LiveClock[];
  readonly nags: readonly UnsaidNag[];
}

interface When {
  readonly now: number;
  /** Since when the program has run. */
  readonly upSince: number;
}

/** Each of them with whether a clock breaks it. */
const clockRules = {
  pastWithoutBreach: ({ state, dueAt, breachedAt }: LiveClock, { now, upSince }: When) =>
    state === "running" &&
    breachedAt === null &&
    dueAt !== null &&
    Math.max(dueAt, upSince) + sweepEvery < now,
  breachedAndAhead: ({ state, dueAt, breachedAt }: LiveClock, { now }: When) =>
    state === "running" && breachedAt !== null && dueAt !== null && dueAt > now,
  notOneAlarm: ({ state, id, revision, breachedAt, endsAtBreach, alarms }: LiveClock) => {
    if (state !== "running") return alarms.length > 0;
    if (breachedAt !== null && endsAtBreach) return alarms.length > 0;
    return alarms.length !== 1 || alarms[0]?.startsWith(`${id} ${revision} `) !== true;
  },
  pausedTooLong: ({ state, pausedAt, matter }: LiveClock, { now }: When) =>
    state === "paused" &&
    matter?.isMediated !== true &&
    (pausedAt === undefined || pausedAt + longestPause + sweepEvery < now),
  pausedWithoutAlarm: ({ state, matter }: LiveClock) =>
    state === "paused" &&
    matter?.isMediated === false &&
    matter.pauseAlarm?.subject !== `${matter.number} ${matter.cycle}`,
  pausedAllRound: ({ state, pausedAt, matter }: LiveClock) =>
    state === "paused" &&
    matter?.isMediated === false &&
    pausedAt !== undefined &&
    matter.pausedBeforeMs + (matter.pauseAlarm?.fireAt ?? pausedAt) - pausedAt > longestPauses,
  pausedLate: ({ state, breachedAt, matter }: LiveClock) =>
    state === "paused" && breachedAt !== null && matter?.isMediated === false,
  pausedPastMove: ({ state, pausedAt, matter }: LiveClock) =>
    state === "paused" && matter?.isMediated === false && (pausedAt ?? 0) < (matter.movedAt ?? 0),
  officeClockOutside: ({ kind, matter }: LiveClock) =>
    kind === "office" && ((matter?.office ?? null) === null || matter?.bounced === askedWhoHasIt),
  clockOfNothing: ({ cycle, kind, matter }: LiveClock) =>
    matter !== undefined &&
    (cycle !== matter.cycle || !(kind === "answer" ? ["open"] : ["open", "answered"]).includes(matter.state)),
} as const;

/** The office is only noted with a matter while the command room is asked who has it. */
const askedWhoHasIt = 2;

export type Invariant = keyof typeof clockRules | "nagUnsaid";

/** What each promises, as the ledger prints it. */
export const promises: Readonly<Record<Invariant, string>> = {
  pastWithoutBreach: "deadlines past for more than a sweep without a breach",
  breachedAndAhead: "deadlines ahead that count as breached",
  notOneAlarm: "clocks without exactly the one alarm that is theirs",
  pausedTooLong: "clocks that stood still for more than a week",
  pausedWithoutAlarm: "clocks that stand still with nothing to end it",
  pausedAllRound: "matters that stand still for more than two weeks of a round",
  pausedLate: "clocks that stand still though they are late",
  pausedPastMove: "clocks that stand still by the word of somebody who has the matter no more",
  officeClockOutside: "office clocks of matters that no office has",
  clockOfNothing: "clocks of rounds or matters that are over",
  nagUnsaid: "words unsaid for more than two sweeps",
};

/** What breaks an invariant. */
export interface Violation {
  readonly invariant: Invariant;
  /** The same thing seen again has the same words. */
  readonly what: string;
  readonly matter: number | undefined;
}

/** Everything that is not as it must be. */
export function violationsOf({ clocks, nags }: Standing, when: When): readonly Violation[] {
  const found: Violation[] = [];
  for (const clock of clocks)
    for (const [invariant, isBroken] of Object.entries(clockRules) as [keyof typeof clockRules, Rule][])
      if (isBroken(clock, when))
        found.push({
          invariant,
          what: `clock ${clock.id} (${clock.kind}, ${clock.subject}, ${clock.state})`,
          matter: clock.matter?.number,
        });
  for (const { key, releaseAt } of nags)
    if (Math.max(releaseAt, when.upSince) + 2 * sweepEvery < when.now)
      found.push({ invariant: "nagUnsaid", what: `"${key}"`, matter: undefined });
  return found;
}

type Rule = (clock: LiveClock, when: When) => boolean;

/** Something that happened to a clock. */
export interface Happening {
  readonly kind: string;
  readonly at: number;
  readonly reason: string;
}

/** For how long the clocks of a round stood still by somebody's word, together, without those that still do. */
export function stoodStillMs(clocks: readonly (readonly Happening[])[]): number {
  const stretches = clocks.flatMap(stretchesOf).toSorted((one, other) => one.from - other.from);
  let [total, until] = [0, 0];
  for (const { from, to } of stretches) {
    total += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return total;
}

function stretchesOf(life: readonly Happening[]): { readonly from: number; readonly to: number }[] {
  return life.flatMap(({ kind, at, reason }, index) => {
    const end = life.slice(index + 1).find((later) => later.kind === "resumed" || later.kind === "stopped");
    return kind === "paused" && reason !== "mediating" && end ? [{ from: at, to: end.at }] : [];
  });
}
