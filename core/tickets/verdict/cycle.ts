import type { Acting } from "../../people/index.ts";
import type { Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import { taskChoices } from "../choices.ts";
import { startAnswerClock } from "../clock/alarms.ts";
import { filesOf } from "../events/store.ts";
import { answerWithin, type Ticket } from "../model.ts";
import { filed, type Filed } from "../report/service.ts";
import { nextResponsible, responsibleFor, tellAbout, unitOf } from "../responsible.ts";
import { record, type Enclosure } from "../service.ts";
import * as store from "../store.ts";

/** How those who act hear of a new round, with the reason in the villager's words. */
interface Words {
  readonly card: (ticket: Ticket, reason: string, due: SaidMoment) => Text;
  /** For whoever had it before, where it climbed. */
  readonly passedOn: Text;
}

/** The next round of a matter: one level up, with a full answer clock. What is sealed stays where it is, without clocks. */
export async function nextCycle(
  acting: Acting,
  ticket: Ticket,
  why: Enclosure,
  words: Words,
): Promise<Filed> {
  const before = await responsibleFor(acting, ticket);
  const unit = await unitOf(acting, ticket.unit);
  const climbs = before && !ticket.isSealed;
  const holder = (climbs && (await nextResponsible(acting, unit, before.role))) || before;
  const again: Ticket = {
    ...ticket,
    cycle: ticket.cycle + 1,
    state: "open",
    responsible: holder?.person.id,
    answerDueAt: acting.now + answerWithin,
  };
  await store.changeTicket(acting.tx, ticket.number, {
    state: "open",
    cycle: again.cycle,
    answerDueAt: again.answerDueAt,
    answeredAt: null,
    settledAt: null,
    ...(holder ? { responsible: holder.person.id } : {}),
  });
  await record(acting, again, "reopened", why, `cycle ${again.cycle}`);
  if (!again.isSealed) await startAnswerClock(acting, again);
  const text = words.card(again, why.words, acting.calendar.moment(again.answerDueAt));
  await tellResponsible(acting, again, text);
  if (before && before.person.id !== again.responsible)
    await tellAbout(acting, before.person.id, again, { text: words.passedOn }, `passed on ${again.cycle}`);
  return filed(acting, again);
}

async function tellResponsible(acting: Acting, ticket: Ticket, text: Text): Promise<void> {
  const { number, cycle, responsible } = ticket;
  if (responsible === undefined) return;
  const saying = { text, files: await filesOf(acting.tx, number), choices: taskChoices(number) };
  await tellAbout(acting, responsible, ticket, saying, `card ${cycle}`);
}
