import type { Tx } from "../../store/index.ts";
import { addTime, timeBetween, type Hours } from "../hours/hours.ts";
import { hoursNamed } from "../hours/service.ts";
import { hoursById } from "../hours/store.ts";
import { dropNagsOfClock } from "../nags/store.ts";
import type { Calendar } from "../saying.ts";
import { setAlarm } from "../store.ts";
import { isDueAgain, leftOf, nextAfterBreach, stagesAhead, type Clock, type Segment } from "./reckon.ts";
import { isSamePlace, policyById, policyFor, type Policy, type Terms, type Timed } from "./policies.ts";
import { alarmsOf, appendSegment, clocksOf, forgetAlarms, insertClock, updateClock } from "./store.ts";

/** When something is done to a clock, and in which transaction. */
export interface ClockMoment {
  readonly tx: Tx;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly calendar: Pick<Calendar, "zone">;
}

/** Why a clock is touched: a word of its owner, or somebody's own words; and by whom. */
export interface Why {
  readonly reason: string;
  readonly actor?: string | undefined;
}

/** The kind of every alarm of a clock; its subject is `<clock> <revision> <stage>`. */
export const clockAlarm = "clock";

/** A deadline to start. */
export interface Start extends Timed, Why {
  readonly subject: string;
  readonly cycle: number;
  /** What is in force where nobody has set anything. */
  readonly usual: Terms;
  /** A fixed moment it is due, instead of the policy's length. */
  readonly dueAt?: number;
  /** From when it counts; from now on, unless given. */
  readonly startAt?: number;
  /** How much is left at least, where it goes on after standing still. */
  readonly atLeastMs?: number;
}

/**
 * Starts a deadline. One that runs or is paused stays as it is; one that was stopped in this cycle goes on with what it
 * had used up.
 */
export async function startClock(moment: ClockMoment, start: Start): Promise<Clock> {
  const known = (await clocksOf(moment.tx, start.subject)).find(
    ({ kind, cycle }) => kind === start.kind && cycle === start.cycle,
  );
  if (known && known.state !== "stopped") return known;
  const policy = await policyFor(moment.tx, start, start.usual, moment.now);
  if (known) return goOn(moment, known, start, start.dueAt === undefined ? policy : undefined);
  const startAt = start.startAt ?? moment.now;
  const isFixed = start.dueAt !== undefined;
  const hours = await hoursNamed(moment, isFixed ? "natural" : policy.hours);
  const targetMs = start.dueAt === undefined ? policy.targetMs : Math.max(0, start.dueAt - startAt);
  const fresh = await insertClock(
    moment.tx,
    {
      subject: start.subject,
      kind: start.kind,
      cycle: start.cycle,
      revision: 1,
      policy: policy.id,
      hours: hours.id,
      targetMs,
      consumedMs: 0,
      sinceAt: startAt,
      dueAt: addTime(hours, moment.calendar.zone, startAt, targetMs),
      state: "running",
      breachedAt: undefined,
    },
    moment.now,
  );
  if (!fresh) throw new Error(`the ${start.kind} clock of ${start.subject} was started twice at once`);
  await appendSegment(moment.tx, fresh.id, segmentOf(fresh, "started", startAt, start));
  await setNext(moment, fresh, hours, policy);
  return fresh;
}

function segmentOf(clock: Clock, kind: Segment["kind"], at: number, why: Why): Segment {
  const { revision, policy, hours, targetMs } = clock;
  return { kind, revision, at, policy, hours, targetMs, reason: why.reason, actor: why.actor };
}

/** Lets time run again, with what had been used up; under other terms where `chosen` are those of another place. */
async function goOn(
  moment: ClockMoment,
  clock: Clock,
  { atLeastMs = 0, ...why }: Why & { readonly atLeastMs?: number },
  chosen?: Policy,
): Promise<Clock> {
  const own = await policyById(moment.tx, clock.policy);
  const isOthers = chosen !== undefined && !(own && isSamePlace(own, chosen));
  const terms = isOthers ? await under(moment, clock, own, chosen) : { targetMs: clock.targetMs };
  const targetMs = Math.max(terms.targetMs, clock.consumedMs + atLeastMs);
  const running = { state: "running", sinceAt: moment.now } as const;
  return change(moment, clock, { ...terms, targetMs, ...running }, "resumed", why);
}

/** What changes in a clock under other terms. What was granted on top of the old ones is kept. */
async function under(
  moment: ClockMoment,
  { targetMs }: Clock,
  old: Terms | undefined,
  policy: Policy,
): Promise<Partial<Clock> & Pick<Clock, "targetMs">> {
  const hours = await hoursNamed(moment, policy.hours);
  const granted = Math.max(0, targetMs - (old?.targetMs ?? targetMs));
  return { policy: policy.id, hours: hours.id, targetMs: policy.targetMs + granted };
}

/**
 * Keeps a changed clock with its segment, as its next revision, and sets the alarm of what comes next. One that gets time
 * again is not breached any more: it will be due again.
 */
async function change(
  moment: ClockMoment,
  before: Clock,
  changes: Partial<Clock>,
  kind: Segment["kind"],
  why: Why,
): Promise<Clock> {
  const changed = { ...before, ...changes };
  const { tx, calendar } = moment;
  const hours = await hoursById(tx, changed.hours);
  const { sinceAt } = changed;
  const left = changed.targetMs - changed.consumedMs;
  const dueAt = sinceAt === undefined ? undefined : addTime(hours, calendar.zone, sinceAt, left);
  const breachedAt = isDueAgain(kind, left) ? undefined : changed.breachedAt;
  const next: Clock = { ...changed, revision: changed.revision + 1, dueAt, breachedAt };
  await updateClock(tx, before, next);
  await appendSegment(tx, next.id, segmentOf(next, kind, sinceAt ?? moment.now, why));
  await forgetAlarms(tx, next.id);
  await dropNagsOfClock(tx, next.id);
  if (next.state !== "running") return next;
  const policy = await policyById(tx, next.policy);
  if (policy) await setNext(moment, next, hours, policy);
  return next;
}

/** What a clock that stands still from now on has used up. */
async function halted(moment: ClockMoment, clock: Clock): Promise<Pick<Clock, "consumedMs" | "sinceAt">> {
  const { consumedMs, sinceAt } = clock;
  if (sinceAt === undefined) return { consumedMs, sinceAt };
  const hours = await hoursById(moment.tx, clock.hours);
  const used = timeBetween(hours, moment.calendar.zone, sinceAt, moment.now);
  return { consumedMs: consumedMs + used, sinceAt: undefined };
}

/** Lets a clock stand still for a reason that its villager may read. One that does not run stays as it is. */
export async function pauseClock(moment: ClockMoment, clock: Clock, why: Why): Promise<Clock> {
  if (clock.state !== "running") return clock;
  return change(moment, clock, { ...(await halted(moment, clock)), state: "paused" }, "paused", why);
}

/** Lets a paused clock run again; one that is not paused stays as it is. */
export async function resumeClock(
  moment: ClockMoment,
  clock: Clock,
  why: Why & { readonly atLeastMs?: number },
): Promise<Clock> {
  return clock.state === "paused" ? goOn(moment, clock, why) : clock;
}

/** What a clock waited for has happened, or it counts no longer; it may go on in the same cycle. */
export async function stopClock(moment: ClockMoment, clock: Clock, why: Why): Promise<Clock> {
  if (clock.state === "stopped") return clock;
  return change(moment, clock, { ...(await halted(moment, clock)), state: "stopped" }, "stopped", why);
}

/**
 * Puts a clock under other terms, with what it has used up and what was granted to it: its next revision. A breach stays one
 * unless there is time again.
 */
export async function reviseClock(
  moment: ClockMoment,
  clock: Clock,
  policy: Policy,
  why: Why,
): Promise<Clock> {
  if (clock.state === "stopped") return clock;
  const terms = await under(moment, clock, await policyById(moment.tx, clock.policy), policy);
  const { consumedMs } = await halted(moment, clock);
  const sinceAt = clock.state === "running" ? moment.now : undefined;
  return change(moment, clock, { ...terms, consumedMs, sinceAt }, "revised", why);
}

/** When a clock would be due under other terms; undefined while it stands still. */
export async function dueUnder(
  moment: ClockMoment,
  clock: Clock,
  policy: Policy,
): Promise<number | undefined> {
  if (clock.state !== "running") return undefined;
  const { targetMs } = await under(moment, clock, await policyById(moment.tx, clock.policy), policy);
  const { consumedMs } = await halted(moment, clock);
  const hours = await hoursNamed(moment, policy.hours);
  return addTime(hours, moment.calendar.zone, moment.now, targetMs - consumedMs);
}

/** What is left of a clock, milliseconds that count. */
export async function timeLeft(moment: ClockMoment, clock: Clock): Promise<number> {
  return leftOf(clock, await hoursById(moment.tx, clock.hours), moment.calendar.zone, moment.now);
}

/** Sets the alarm of the next thing to come. */
export async function setNext(
  { tx, now, calendar }: ClockMoment,
  clock: Clock,
  hours: Hours,
  { stages }: Policy,
): Promise<void> {
  const { breachedAt } = clock;
  const next =
    breachedAt === undefined
      ? stagesAhead(clock, stages, hours, calendar.zone).find(
          ({ stage, at }) => at > now || stage === "breach",
        )
      : nextAfterBreach(breachedAt, stages, now);
  if (!next) return;
  const subject = `${clock.id} ${clock.revision} ${next.stage}`;
  await setAlarm(tx, {
    key: `${alarmsOf(clock.id)}${clock.revision} ${next.stage}`,
    kind: clockAlarm,
    subject,
    fireAt: next.at,
  });
}
