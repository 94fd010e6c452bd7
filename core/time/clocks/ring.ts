import { hoursById } from "../hours/store.ts";
import { stagesAhead, type Clock, type Stage, type Stages } from "./reckon.ts";
import { policyById } from "./policies.ts";
import { setNext, type ClockMoment } from "./service.ts";
import { appendSegment, clockById, updateClock } from "./store.ts";

/** What a stage brings about, in the transaction that marks its alarm fired. */
export type OnStage = (clock: Clock, stage: Stage) => Promise<void>;

/**
 * Rings an alarm of kind `clockAlarm`. After downtime only the highest stage that is due is rung; a breach is always, and
 * dated when it was due, not when it was noticed. An alarm of an older revision does nothing.
 */
export async function ringClock(moment: ClockMoment, subject: string, onStage: OnStage): Promise<void> {
  const [, id, revision, named] = /^(\d+) (\d+) (.+)$/.exec(subject) ?? [];
  const clock = await clockById(moment.tx, Number(id));
  if (!clock || clock.revision !== Number(revision) || clock.state !== "running") return;
  const policy = await policyById(moment.tx, clock.policy);
  if (!policy) throw new Error(`clock ${clock.id} has no policy`);
  const { stages } = policy;
  await (clock.breachedAt === undefined
    ? ringAhead(moment, clock, { stages, named: named as Stage }, onStage)
    : ringAfter(moment, clock, stages, onStage));
  const now = await clockById(moment.tx, clock.id);
  if (now?.state === "running" && now.revision === clock.revision)
    await setNext(moment, now, await hoursById(moment.tx, now.hours), policy);
}

async function ringAhead(
  moment: ClockMoment,
  clock: Clock,
  { stages, named }: { readonly stages: Stages; readonly named: Stage },
  onStage: OnStage,
): Promise<void> {
  const hours = await hoursById(moment.tx, clock.hours);
  const due = stagesAhead(clock, stages, hours, moment.calendar.zone).filter(({ at }) => at <= moment.now);
  const highest = due.at(-1)?.stage ?? named;
  if (highest !== "breach") return onStage(clock, highest);
  const breached = await breach(moment, clock);
  await onStage(breached, "breach");
  const now = await clockById(moment.tx, clock.id);
  const isLongAgo =
    stages.againEveryMs !== undefined && moment.now - breachedAtOf(breached) >= stages.againEveryMs;
  if (isLongAgo && now?.state === "running") await ringAfter(moment, now, stages, onStage);
}

function breachedAtOf({ breachedAt }: Clock): number {
  if (breachedAt === undefined) throw new Error("this clock is not breached");
  return breachedAt;
}

async function breach(moment: ClockMoment, clock: Clock): Promise<Clock> {
  const breachedAt = clock.dueAt ?? moment.now;
  const breached: Clock = { ...clock, breachedAt };
  await updateClock(moment.tx, clock, breached);
  const { revision, policy, hours, targetMs } = clock;
  const segment = { kind: "breached", revision, at: breachedAt, policy, hours, targetMs } as const;
  await appendSegment(moment.tx, clock.id, { ...segment, reason: "", actor: undefined });
  return breached;
}

async function ringAfter(moment: ClockMoment, clock: Clock, stages: Stages, onStage: OnStage): Promise<void> {
  const every = stages.againEveryMs;
  if (every === undefined) return;
  const times = Math.floor((moment.now - breachedAtOf(clock)) / every);
  if (times >= 1) await onStage(clock, `after:${times}`);
}
