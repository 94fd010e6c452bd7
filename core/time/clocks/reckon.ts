import { day, hour } from "../clock.ts";
import { addTime, timeBetween, type Hours } from "../hours/hours.ts";
import type { Zone } from "../zone.ts";

export type ClockId = number & { readonly __id?: "clock" };

/** running: time is used up · paused: it stands still, visibly · stopped: what it waited for has happened. */
export type ClockState = "running" | "paused" | "stopped";

/** A deadline: how long something may take, how much of that is used up, and when it is due. */
export interface Clock {
  readonly id: ClockId;
  /** What it is about, in its owner's words: "ticket 1001". */
  readonly subject: string;
  /** What is timed: answer, village, township … */
  readonly kind: string;
  readonly cycle: number;
  /** One more each time its deadline changes. */
  readonly revision: number;
  readonly policy: number;
  readonly hours: number;
  /** How long it may take, milliseconds that count. */
  readonly targetMs: number;
  /** What had been used up when it last stood still. */
  readonly consumedMs: number;
  /** Since when it runs; undefined while it stands still. */
  readonly sinceAt: number | undefined;
  /** Undefined while it stands still. */
  readonly dueAt: number | undefined;
  readonly state: ClockState;
  /** When it was due and nothing had happened; undefined again once it has got more time. */
  readonly breachedAt: number | undefined;
}

/** Something that happened to a deadline; never changed afterwards. */
export interface Segment {
  readonly kind: "started" | "paused" | "resumed" | "revised" | "breached" | "stopped";
  readonly revision: number;
  readonly at: number;
  /** What is in force from here on. */
  readonly policy: number;
  readonly hours: number;
  readonly targetMs: number;
  readonly reason: string;
  readonly actor: string | undefined;
}

/** What a deadline's segments come to. */
export interface Reckoning {
  readonly consumedMs: number;
  readonly sinceAt: number | undefined;
  readonly dueAt: number | undefined;
  readonly state: ClockState;
  readonly targetMs: number;
  readonly hours: number;
  readonly breachedAt: number | undefined;
}

/** Reckons a deadline anew from everything that happened to it; what is stored must be the same. */
export function reckon(segments: readonly Segment[], hoursOf: (id: number) => Hours, zone: Zone): Reckoning {
  let [consumedMs, targetMs, hours] = [0, 0, 0];
  let [sinceAt, breachedAt]: (number | undefined)[] = [];
  let state: ClockState = "running";
  for (const segment of segments) {
    if (segment.kind === "breached") {
      breachedAt = segment.at;
      continue;
    }
    // A clock set back never gives time back.
    if (sinceAt !== undefined) consumedMs += timeBetween(hoursOf(hours), zone, sinceAt, segment.at);
    state = stateAfter[segment.kind] ?? state;
    sinceAt = state === "running" ? segment.at : undefined;
    [targetMs, hours] = [segment.targetMs, segment.hours];
    if (isDueAgain(segment.kind, targetMs - consumedMs)) breachedAt = undefined;
  }
  const left = targetMs - consumedMs;
  const dueAt = sinceAt === undefined ? undefined : addTime(hoursOf(hours), zone, sinceAt, left);
  return { consumedMs, sinceAt, dueAt, state, targetMs, hours, breachedAt };
}

/** Does a clock get time again by this? Then it is not breached any more. */
export function isDueAgain(kind: Segment["kind"], leftMs: number): boolean {
  return (kind === "resumed" || kind === "revised") && leftMs > 0;
}

const stateAfter: Partial<Record<Segment["kind"], ClockState>> = {
  started: "running",
  paused: "paused",
  resumed: "running",
  stopped: "stopped",
};

/** When somebody is reminded or told. after:1 is 24 hours after the breach, after:2 another 24 hours later. */
export type Stage = "half" | `before:${number}` | "breach" | `after:${number}`;

/** The stages of a policy; lengths in milliseconds that count, save `againEveryMs`. */
export interface Stages {
  readonly half: boolean;
  readonly beforeMs: readonly number[];
  /** How often those above are told after the breach, in plain time; undefined for never. */
  readonly againEveryMs: number | undefined;
}

/** Half time, 4 hours before, 1 hour before, the breach, and every 24 hours after it. */
export const usualStages: Stages = { half: true, beforeMs: [4 * hour, hour], againEveryMs: day };

/** A stage and the moment it comes. */
export interface Coming {
  readonly stage: Stage;
  readonly at: number;
}

/** Everything that still comes before the breach, and the breach itself, in order; what was used up before is past. */
export function stagesAhead(
  clock: Pick<Clock, "targetMs" | "consumedMs" | "sinceAt" | "dueAt" | "breachedAt">,
  stages: Stages,
  hours: Hours,
  zone: Zone,
): readonly Coming[] {
  const { targetMs, consumedMs, sinceAt, dueAt, breachedAt } = clock;
  if (sinceAt === undefined || dueAt === undefined || breachedAt !== undefined) return [];
  const marks = new Map<Stage, number>();
  if (stages.half) marks.set("half", Math.floor(targetMs / 2));
  for (const before of stages.beforeMs) marks.set(`before:${before}`, targetMs - before);
  const coming = [...marks]
    .filter(([, mark]) => mark > consumedMs && mark < targetMs)
    .sort(([, one], [, other]) => one - other)
    .map(([stage, mark]): Coming => ({ stage, at: addTime(hours, zone, sinceAt, mark - consumedMs) }));
  return [...coming, { stage: "breach", at: dueAt }];
}

/** The next time those above are told of a breach, later than `now`; never where the policy says so. */
export function nextAfterBreach(breachedAt: number, stages: Stages, now: number): Coming | undefined {
  const every = stages.againEveryMs;
  if (every === undefined) return undefined;
  const count = Math.max(1, Math.floor((now - breachedAt) / every) + 1);
  return { stage: `after:${count}`, at: breachedAt + count * every };
}

/** How many times a stage after the breach has come; 0 for any other stage. */
export function timesAfter(stage: Stage): number {
  return stage.startsWith("after:") ? Number(stage.slice("after:".length)) : 0;
}

/** The part of a deadline that is left, milliseconds that count; negative once it is past and has stood still since. */
export function leftOf(clock: Clock, hours: Hours, zone: Zone, now: number): number {
  const running = clock.sinceAt === undefined ? 0 : timeBetween(hours, zone, clock.sinceAt, now);
  return clock.targetMs - clock.consumedMs - running;
}
