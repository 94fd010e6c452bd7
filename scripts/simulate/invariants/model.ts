import { day, minute } from "../../../core/time/index.ts";

/** What must be true of every deadline at every hour, whatever people do. */

/** How often the simulation lets the program sweep. */
export const sweepEvery = 15 * minute;

/** A week is the longest that a clock may stand still at once (docs/decisions/024-clocks.md). */
const longestPause = 7 * day;

/** The matter a clock is about. */
export interface TimedMatter {
  readonly number: number;
  readonly cycle: number;
  readonly state: string;
  readonly office: number | null;
  readonly bounced: number;
  readonly isMediated: boolean;
  /** What the unfired alarm that ends its pause is about: `<number> <cycle>`. */
  readonly pauseAlarm: string | undefined;
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
    matter.pauseAlarm !== `${matter.number} ${matter.cycle}`,
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
