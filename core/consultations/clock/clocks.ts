import { upwards } from "../../org/index.ts";
import type { Moment } from "../../people/index.ts";
import { clocksOf, day, hour, startClock, stopClock, usualStages, type Terms } from "../../time/index.ts";
import { unitNamed } from "../convening.ts";
import type { Consultation } from "../model.ts";
import type { JointTask } from "../tasks/store.ts";

/** What is timed here: opinions, a leader's decision, and joint tasks. */
export type ConsultClock = "consult" | "decide" | "task";

/**
 * What is in force where nobody has set anything. No county publishes how long a consultation, a decision or a joint task may
 * take: the moments are those that whoever calls it names, and a day to decide is the demonstration's setting.
 */
const usual: Readonly<Record<ConsultClock, Terms>> = {
  consult: {
    targetMs: 2 * day,
    hours: "natural",
    stages: { half: false, beforeMs: [day, 4 * hour, hour], againEveryMs: day },
  },
  decide: { targetMs: day, hours: "natural", stages: usualStages },
  task: {
    targetMs: 5 * day,
    hours: "natural",
    stages: { half: false, beforeMs: [day, 4 * hour], againEveryMs: day },
  },
};

interface Timed {
  readonly subject: string;
  readonly kind: ConsultClock;
  readonly unit: string;
  readonly dueAt?: number;
  readonly reason: string;
  readonly actor?: string;
}

/** Starts a deadline anew: what ran before for the same is stopped, and its history stays. */
async function startAnew(moment: Moment, { subject, kind, unit, ...timed }: Timed): Promise<void> {
  await stopIfRunning(moment, subject, kind, timed.reason);
  const before = (await clocksOf(moment.tx, subject)).filter((clock) => clock.kind === kind);
  await startClock(moment, {
    subject,
    kind,
    cycle: Math.max(0, ...before.map(({ cycle }) => cycle)) + 1,
    scopes: upwards(await unitNamed(moment, unit)),
    matter: "*",
    usual: usual[kind],
    ...timed,
  });
}

async function stopIfRunning(
  moment: Moment,
  subject: string,
  kind: ConsultClock | undefined,
  reason: string,
): Promise<void> {
  for (const clock of await clocksOf(moment.tx, subject))
    if (kind === undefined || clock.kind === kind) await stopClock(moment, clock, { reason });
}

function subjectOf({ id }: Pick<Consultation, "id">): string {
  return `consultation ${id}`;
}

/** Until when opinions are waited for; said again it is an extension. */
export async function startAsking(moment: Moment, consultation: Consultation, actor: string): Promise<void> {
  const { unit, dueAt } = consultation;
  await startAnew(moment, {
    subject: subjectOf(consultation),
    kind: "consult",
    unit,
    dueAt,
    reason: "asked",
    actor,
  });
}

/** How long whoever decides has for it; opinions are no longer waited for. */
export async function startDeciding(moment: Moment, consultation: Consultation): Promise<void> {
  const subject = subjectOf(consultation);
  await stopIfRunning(moment, subject, "consult", "passed to the leader");
  await startAnew(moment, {
    subject,
    kind: "decide",
    unit: consultation.unit,
    reason: "passed to the leader",
  });
}

/** Nothing is waited for any more. */
export async function stopConsulting(
  moment: Moment,
  consultation: Consultation,
  reason: string,
): Promise<void> {
  await stopIfRunning(moment, subjectOf(consultation), undefined, reason);
}

export async function startTask(moment: Moment, task: JointTask, unit: string): Promise<void> {
  const { id, dueAt, madeBy } = task;
  await startAnew(moment, {
    subject: `joint_task ${id}`,
    kind: "task",
    unit,
    dueAt,
    reason: "given",
    actor: madeBy,
  });
}

export async function stopTask(moment: Moment, { id }: Pick<JointTask, "id">, reason: string): Promise<void> {
  await stopIfRunning(moment, `joint_task ${id}`, "task", reason);
}
