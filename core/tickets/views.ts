import type { Reply, Saying } from "../dialogue/index.ts";
import { calledName, personById, unitsWhere, type Acting } from "../people/index.ts";
import { officesOf, unitByCode } from "../org/index.ts";
import { deskChoicesFor } from "./desk/choose.ts";
import { helpChoices } from "./desk/choices.ts";
import { isAssisting, isInOffice } from "./desk/office.ts";
import { inOffices } from "./desk/store.ts";
import { isInTeam, isWithTeam, postAndName, responsibleFor } from "./responsible.ts";
import { mayAct, type Ticket, type TicketNumber } from "./model.ts";
import { claimChoices, ratingChoices } from "./choices.ts";
import { choicesOfResponsible } from "./card.ts";
import { eventsOf, filesOf } from "./events/store.ts";
import { readable } from "./service.ts";
import { tasksOf, unsettledInside } from "./store.ts";
import { say, type TimelineLine } from "./texts.ts";
import { viewerOf, villagerView } from "./villagerView.ts";

const listLength = 8;

/** What somebody must act on; for the command room and the leaders, everything unsettled in their unit too. First due first. */
export async function tasksView(acting: Acting): Promise<Reply> {
  const tickets = await tasksFor(acting);
  if (tickets.length === 0) return say.noTasks;
  const choices = tickets.map((ticket) => ({ label: say.line(ticket), token: `/task ${ticket.number}` }));
  return { text: say.tasks(tickets.length), choices };
}

async function tasksFor(acting: Acting): Promise<readonly Ticket[]> {
  const { tx, person } = acting;
  const own = [...(await tasksOf(tx, person.id, listLength)), ...(await ofOffices(acting))];
  const [overview] = unitsWhere(person.memberships, "ticket.oversee");
  const unit = overview === undefined ? undefined : await unitByCode(tx, overview);
  if (!unit) return own;
  const inside = await unsettledInside(tx, unit.path, listLength);
  const others = inside.filter(({ about, responsible }) => about !== person.id && responsible !== person.id);
  return [...own, ...others]
    .sort((one, other) => (one.dueAt ?? Infinity) - (other.dueAt ?? Infinity) || one.number - other.number)
    .slice(0, listLength);
}

/** What lies with colleagues of an officer, and what her office helps with. */
async function ofOffices({ tx, person }: Acting): Promise<readonly Ticket[]> {
  const posts = person.memberships.filter(({ role }) => role === "officer");
  const offices = [];
  for (const { unit, specialty } of posts)
    offices.push(...(await officesOf(tx, unit)).filter(({ name }) => name === specialty));
  const there = await inOffices(
    tx,
    offices.map(({ id }) => id),
    listLength,
  );
  return there.filter(({ about, responsible }) => about !== person.id && responsible !== person.id);
}

/** A matter's life in plain words, with what this person can do about it now. */
export async function ticketView(acting: Acting, number: TicketNumber): Promise<Reply> {
  const ticket = await readable(acting, number);
  if ("refused" in ticket) return ticket.refused;
  const viewer = ticket.responsible === acting.person.id ? undefined : await viewerOf(acting, ticket);
  if (viewer) return villagerView(acting, ticket, viewer);
  const holder = await responsibleFor(acting, ticket);
  const due = acting.calendar.moment(ticket.answerDueAt);
  const text = say.timeline(ticket, holder && postAndName(holder), due, await timeline(acting, ticket));
  const saying: Saying = { text, files: await filesOf(acting.tx, number), about: `ticket ${number}` };
  const choices = await choicesFor(acting, ticket);
  return choices.length > 0 ? { ...saying, choices } : saying;
}

async function choicesFor(acting: Acting, ticket: Ticket): Promise<NonNullable<Saying["choices"]>> {
  const isReporter = ticket.reporter === acting.person.id;
  if (ticket.state === "settled" && isReporter) return ratingChoices(ticket.number);
  if (!mayAct(ticket)) return [];
  if (ticket.responsible === acting.person.id) return choicesOfResponsible(acting, ticket);
  const isOffered =
    ((await isWithTeam(acting, ticket)) && (await isInTeam(acting, ticket))) ||
    (await isInOffice(acting, ticket));
  if (isOffered) return claimChoices(ticket.number);
  if (await isAssisting(acting, ticket)) return helpChoices(ticket.number);
  return (await deskChoicesFor(acting, ticket)) ?? [];
}

async function timeline(acting: Acting, ticket: Ticket): Promise<readonly TimelineLine[]> {
  const lines: TimelineLine[] = [];
  for (const event of await eventsOf(acting.tx, ticket.number)) {
    const actor = event.actor === undefined ? undefined : await personById(acting.tx, event.actor);
    const { kind, words, files } = event;
    lines.push({
      at: acting.calendar.moment(event.at),
      kind,
      who: actor ? calledName(actor) : "",
      words,
      files,
    });
  }
  return lines;
}
