import type { Moment } from "../../people/index.ts";
import { choicesOfResponsible } from "../card.ts";
import { scoreChoices } from "../choices.ts";
import { eventsOf } from "../events/store.ts";
import { headline, mayAct, type Ticket, type TicketEventKind } from "../model.ts";
import { tellAbout } from "../responsible.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";
import { readSubject, type Stage } from "./alarms.ts";
import { breach, late } from "./lapse.ts";
import { note } from "./note.ts";

/** Rings an alarm of kind `ticketAlarm`; one that no longer fits the matter's cycle and state does nothing. */
export async function ringTicketAlarm(moment: Moment, subject: string): Promise<void> {
  const read = readSubject(subject);
  const ticket = read && (await store.ticketByNumber(moment.tx, read.number));
  if (!read || !ticket || ticket.cycle !== read.cycle) return;
  const rings: Readonly<Record<Stage, () => Promise<void>>> = {
    warn: () => warn(moment, ticket),
    breach: () => breach(moment, ticket),
    settle_warn: () => settleWarn(moment, ticket),
    late: () => late(moment, ticket),
    unrated: () => closeUnrated(moment, ticket),
  };
  // What is sealed climbs to nobody.
  if (ticket.isSealed && (read.stage === "breach" || read.stage === "late")) return;
  await rings[read.stage]();
}

async function warn(moment: Moment, ticket: Ticket): Promise<void> {
  if (ticket.state !== "open" || ticket.responsible === undefined) return;
  const text = say.dueSoon(ticket.number, headline(ticket.what || ticket.place));
  const choices = await choicesOfResponsible(moment, ticket);
  await tellAbout(moment, ticket.responsible, ticket, { text, choices }, `warn ${ticket.cycle}`);
}

async function settleWarn(moment: Moment, ticket: Ticket): Promise<void> {
  if (!mayAct(ticket) || ticket.responsible === undefined || ticket.settleDueAt === undefined) return;
  const due = moment.calendar.moment(ticket.settleDueAt);
  const text = say.settleSoon(ticket.number, headline(ticket.what || ticket.place), due);
  const choices = await choicesOfResponsible(moment, ticket);
  const key = `settle warn ${ticket.cycle} ${ticket.settleDueAt}`;
  await tellAbout(moment, ticket.responsible, ticket, { text, choices }, key);
}

/** What the villager and those who act have both seen; a note is for the latter only. */
const forBoth: readonly TicketEventKind[] = ["filed", "answered", "settled", "unverified"];

/** Seven days without a rating: closed as 未评价, and asked once more. */
async function closeUnrated(moment: Moment, ticket: Ticket): Promise<void> {
  if (ticket.state !== "settled") return;
  const { number, cycle } = ticket;
  await note(moment, ticket, "closed", moment.now);
  await store.changeTicket(moment.tx, number, { state: "closed", closedAt: moment.now });
  // Seven days later she sees again which matter it is, and how it was left.
  const files = (await eventsOf(moment.tx, number))
    .flatMap((event) => (forBoth.includes(event.kind) ? event.files : []))
    .filter(({ kind }) => kind === "photo")
    .slice(-1);
  const saying = { text: say.unrated(ticket), files, choices: scoreChoices(number) };
  await tellAbout(moment, ticket.reporter, ticket, saying, `unrated ${cycle}`);
}
