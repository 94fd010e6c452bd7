import type { Saying } from "../../dialogue/index.ts";
import { calledName, holdersAbove, type Holder, type Moment } from "../../people/index.ts";
import { readSubject, ticketAlarm, type Stage } from "./alarms.ts";
import {
  nextResponsible,
  placeName,
  postAndName,
  responsibleFor,
  tellAbout,
  tellVillagers,
  unitOf,
} from "../responsible.ts";
import { headline, type Ticket } from "../model.ts";
import { scoreChoices, taskChoices } from "../choices.ts";
import { appendEvent, filesOf } from "../events/store.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";

/** Rings an alarm of kind `ticketAlarm`; one that no longer fits the matter's cycle and state does nothing. */
export async function ringTicketAlarm(moment: Moment, subject: string): Promise<void> {
  const read = readSubject(subject);
  const ticket = read && (await store.ticketByNumber(moment.tx, read.number));
  if (!read || !ticket || ticket.cycle !== read.cycle) return;
  const rings: Readonly<Record<Stage, () => Promise<void>>> = {
    warn: () => warn(moment, ticket),
    breach: () => breach(moment, ticket),
    unrated: () => closeUnrated(moment, ticket),
  };
  await rings[read.stage]();
}

export { ticketAlarm };

async function warn(moment: Moment, ticket: Ticket): Promise<void> {
  if (ticket.state !== "open" || ticket.responsible === undefined) return;
  const text = say.dueSoon(ticket.number, headline(ticket.what || ticket.place));
  await tellAbout(
    moment,
    ticket.responsible,
    ticket,
    { text, choices: taskChoices(ticket.number) },
    `warn ${ticket.cycle}`,
  );
}

/** No answer in time: ownership moves once, one level up; the command room and the villager are told. */
async function breach(moment: Moment, ticket: Ticket): Promise<void> {
  if (ticket.state !== "open") return;
  const before = await responsibleFor(moment, ticket);
  const next = await nextResponsible(moment, await unitOf(moment, ticket.unit), before?.role);
  const { number, cycle } = ticket;
  const event = {
    number,
    cycle,
    kind: "overdue",
    actor: undefined,
    words: "",
    files: [],
    sourceKey: `cycle ${cycle}`,
  } as const;
  if (!(await appendEvent(moment.tx, event, ticket.answerDueAt))) return;
  if (next) await store.changeTicket(moment.tx, number, { responsible: next.person.id });

  await tellOverdue(moment, ticket, before, next);
}

async function tellOverdue(
  moment: Moment,
  ticket: Ticket,
  before: Holder | undefined,
  next: Holder | undefined,
): Promise<void> {
  const { number, cycle } = ticket;
  const words = headline(ticket.what || ticket.place);
  const late = before ? calledName(before.person) : "—";
  const tell = (to: string, saying: Saying, why: string) =>
    tellAbout(moment, to, ticket, saying, `${why} ${cycle}`);
  if (before)
    await tell(
      before.person.id,
      { text: next ? say.overdueForWorker(number, postAndName(next)) : say.overdueStays(number) },
      "late",
    );
  if (next) {
    const card = {
      text: say.overdueCard(ticket, late, words),
      files: await filesOf(moment.tx, number),
    };
    await tell(next.person.id, { ...card, choices: taskChoices(number) }, "overdue");
  }
  const sorry = { text: say.overdueForVillager(number, next && postAndName(next)) };
  await tellVillagers(moment, ticket, sorry, `sorry ${cycle}`);
  const room = { text: say.overdueForRoom(number, await placeName(moment, ticket), late, words) };
  for (const dispatcher of await holdersAbove(moment.tx, await unitOf(moment, ticket.unit), "dispatcher")) {
    if (dispatcher !== next?.person.id) await tell(dispatcher, room, `room ${dispatcher}`);
  }
}

/** Seven days without a rating: closed as 未评价, and asked once more. */
async function closeUnrated(moment: Moment, ticket: Ticket): Promise<void> {
  if (ticket.state !== "settled") return;
  const { number, cycle } = ticket;
  const event = {
    number,
    cycle,
    kind: "closed",
    actor: undefined,
    words: "",
    files: [],
    sourceKey: `cycle ${cycle}`,
  } as const;
  await appendEvent(moment.tx, event, moment.now);
  await store.changeTicket(moment.tx, number, { state: "closed", closedAt: moment.now });
  await tellAbout(
    moment,
    ticket.reporter,
    ticket,
    { text: say.unrated(number), choices: scoreChoices(number) },
    `unrated ${cycle}`,
  );
}
