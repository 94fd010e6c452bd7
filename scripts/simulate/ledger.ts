import type { Outcome, Simulation } from "./run.ts";
import { inHours } from "./saying.ts";
import { countsOf, firstFindings } from "./invariants/inspect.ts";

/** From this size on a run must have exercised everything. */
const full = { days: 60, villages: 20 };

/** What was promised, what came of it, and whether every promise was kept. */
export function ledgerOf(
  { days, villages, seed }: Pick<Simulation, "days" | "villages" | "seed">,
  { watch, verdict, findings, exercises, outages, messages, errors }: Outcome,
): { readonly text: string; readonly isKept: boolean } {
  const promises = promisesOf({ watch, verdict, findings, errors });
  const kept = promises.map(
    ([name, value, most]) => `${value <= most ? "kept  " : "BROKEN"} ${name}: ${value} (at most ${most})`,
  );
  const isFull = days >= full.days && villages >= full.villages;
  const missing = exercises.filter(({ count }) => count === 0).map(({ name }) => name);
  const isExercised = !isFull || missing.length === 0;
  const lines = [
    `${days} days, ${villages} villages, seed ${seed}; outages of ${outages.map(({ from, to }) => inHours(to - from)).join(", ") || "none"}`,
    `matters ${verdict.matters}, settled ${verdict.settled}, answered in time in their last round ${verdict.answeredInTime}`,
    `not answered in time ${verdict.overdue}, not settled in time ${verdict.late}`,
    `stages rung ${verdict.rung}, messages ${messages}, sweeps ${watch.sweeps}, longest sweep ${Math.round(watch.longestSweepMs)} ms`,
    `exercised: ${exercises.map(({ name, count }) => `${name} ${count}`).join(", ")}`,
    ...(missing.length > 0
      ? [`${isFull ? "BROKEN" : "not in so short a run:"} never exercised: ${missing.join(", ")}`]
      : []),
    ...kept,
    ...firstsOf({ watch, verdict, findings }),
    `longest an overdue matter waited until somebody higher was told: ${inHours(verdict.longestUntoldMs)}, ${inHours(verdict.longestUntoldUpMs)} of it while the program ran (nights are quiet)`,
  ];
  return {
    text: lines.join("\n"),
    isKept: isExercised && promises.every(([, value, most]) => value <= most),
  };
}

/** What was seen first of everything that is broken, for whoever looks into it. */
function firstsOf({
  watch,
  verdict,
  findings,
}: Pick<Outcome, "watch" | "verdict" | "findings">): readonly string[] {
  const twice = verdict.readTwice
    .slice(0, 1)
    .map((first) => `first read twice: ${first}: ${verdict.firstReadTwice}`);
  const several =
    watch.firstSeveral === undefined ? [] : [`first several messages at once: ${watch.firstSeveral}`];
  const night = watch.firstAtNight === undefined ? [] : [`first at night: ${watch.firstAtNight}`];
  return [...firstFindings(findings), ...twice, ...several, ...night];
}

/** What may happen how often at the most, and how often it did. */
function promisesOf({
  watch,
  verdict,
  findings,
  errors,
}: Pick<Outcome, "watch" | "verdict" | "findings" | "errors">): readonly (readonly [
  string,
  number,
  number,
])[] {
  return [
    ["matters without an owner, at any hour", watch.withoutOwner, 0],
    ["matters without a clock, at any hour", watch.withoutClock, 0],
    ["stages of a clock that rang twice", verdict.rungTwice, 0],
    ["deadlines, alarms or words that were missed", verdict.missed, 0],
    ["reminders and lapses read twice by one person", verdict.readTwice.length, 0],
    ["deadlines and figures that are not what happened", watch.drifted, 0],
    ...countsOf(findings),
    ["errors logged", errors.length, 0],
    ["messages of clocks at night", watch.atNight, 0],
    ["most messages to one person after an outage", watch.mostAfterOutage, 1],
    ["most messages to one person in any sweep", watch.mostAtOnce, 1],
  ];
}
