import { upwards } from "../org/index.ts";
import { hearersOf, overdueRank, type Acting, type Moment } from "../people/index.ts";
import {
  clocksOf,
  day,
  startClock,
  stopClock,
  timeLeft,
  lengthOf,
  timesAfter,
  type Clock,
  type Stage,
  type Terms,
} from "../time/index.ts";
import { isKeptFrom } from "../tickets/index.ts";
import { isOpen, mediateWithin, type Mediation } from "./model.ts";
import { mediationOf } from "./store.ts";
import { aboutMediation, mediationIn, mediatorText, nagOne, ticketOf, unitOfMediation } from "./telling.ts";
import { say } from "./texts.ts";

const clockKind = "mediation";

/** 一般在一个月内调结, by the calendar; whoever is above hears of it again every week. */
const usual: Terms = {
  targetMs: mediateWithin,
  hours: "natural",
  stages: { half: true, beforeMs: [7 * day, day], againEveryMs: 7 * day },
};

/** Starts a mediation's month; each time it is opened is a round of its own. @returns when it is due. */
export async function startMonth(acting: Acting, number: number): Promise<number> {
  const before = await clocksOf(acting.tx, aboutMediation(number));
  const clock = await startClock(acting, {
    subject: aboutMediation(number),
    kind: clockKind,
    cycle: before.length + 1,
    scopes: upwards(await unitOfMediation(acting, number)),
    matter: "dispute",
    usual,
    reason: "mediating",
    actor: acting.person.id,
  });
  return clock.dueAt ?? acting.now;
}

async function running({ tx }: Pick<Moment, "tx">, number: number): Promise<Clock | undefined> {
  return (await clocksOf(tx, aboutMediation(number))).find(({ state }) => state !== "stopped");
}

/** A mediation is over, however it ended. */
export async function stopMonth(moment: Moment, number: number, reason: string): Promise<void> {
  const clock = await running(moment, number);
  if (clock) await stopClock(moment, clock, { reason });
}

/** Until when a mediation is to come to a result; undefined once it is over. */
export async function dueOf(moment: Pick<Moment, "tx">, number: number): Promise<number | undefined> {
  return (await running(moment, number))?.dueAt;
}

/** What a stage of a mediation's month brings about. */
export async function ringMediationStage(moment: Moment, clock: Clock, stage: Stage): Promise<void> {
  const number = mediationIn(clock.subject)?.number;
  const mediation = number === undefined ? undefined : await mediationOf(moment.tx, number);
  if (!mediation || !isOpen(mediation)) return;
  const key = `${stage} ${clock.id} ${clock.revision}`;
  if (stage === "breach" || timesAfter(stage) > 0) return overdue(moment, mediation, clock, key);
  if (clock.dueAt === undefined) return;
  const due = moment.calendar.moment(clock.dueAt);
  const left = lengthOf(await timeLeft(moment, clock));
  await nagOne(moment, mediation.mediator ?? mediation.openedBy, mediation.number, {
    clock,
    rank: 3,
    line: say.mediator.dueLine(mediation.number, due),
    saying: { text: say.mediator.dueSoon(mediation.number, left, due), choices: seeIt(mediation.number) },
    key,
  });
}

function seeIt(number: number) {
  return [{ label: say.mediator.see, token: `/mediate ${number}` }];
}

/** A month without a result: the mediator, the liaison lead and the command room hear of it; never a side. */
async function overdue(moment: Moment, mediation: Mediation, clock: Clock, key: string): Promise<void> {
  const { number, mediator, parties } = mediation;
  const told = { clock, rank: overdueRank, line: say.mediator.overdueLine(number), key };
  const choices = seeIt(number);
  await nagOne(moment, mediator, number, {
    ...told,
    saying: { text: say.mediator.overdue(number), choices },
  });
  const ticket = await ticketOf(moment, number);
  const unit = await unitOfMediation(moment, number);
  const text = say.mediator.overdueForStaff(number, await mediatorText(moment, mediator));
  const known = new Set<string | undefined>([mediator, ...parties.map(({ person }) => person)]);
  for (const role of ["liaison_lead", "dispatcher"] as const) {
    for (const { person } of (await hearersOf(moment, unit, role)).hearers) {
      const { id } = person;
      if (known.has(id) || (await isKeptFrom(moment, id, ticket))) continue;
      known.add(id);
      await nagOne(moment, id, number, { ...told, saying: { text, choices } });
    }
  }
}
