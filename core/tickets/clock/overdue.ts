import {
  calledName,
  holdersAbove,
  type Holder,
  type Moment,
  type PersonId,
  type Role,
} from "../../people/index.ts";
import type { Text } from "../../language/index.ts";
import { choicesOfResponsible, sendCard } from "../card.ts";
import { scoreChoices } from "../choices.ts";
import { appendEvent, filesOf } from "../events/store.ts";
import { headline, mayAct, type Ticket, type TicketEventKind } from "../model.ts";
import {
  nextResponsible,
  placeName,
  postAndName,
  responsibleFor,
  tellAbout,
  tellVillagers,
  unitOf,
} from "../responsible.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";
import { readSubject, ticketAlarm, type Stage } from "./alarms.ts";

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

export { ticketAlarm };

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
  await tellAbout(moment, ticket.responsible, ticket, { text, choices }, `settle warn ${ticket.cycle}`);
}

/** Notes what the clock found, dated when it was due. @returns false when it was noted before. */
async function note(moment: Moment, ticket: Ticket, kind: TicketEventKind, at: number): Promise<boolean> {
  const { number, cycle } = ticket;
  const event = { number, cycle, kind, actor: undefined, words: "", files: [], sourceKey: `cycle ${cycle}` };
  return appendEvent(moment.tx, event, at);
}

/** No answer in time: ownership moves once, one level up; the command room and the villager are told. */
async function breach(moment: Moment, ticket: Ticket): Promise<void> {
  if (ticket.state !== "open" || !(await note(moment, ticket, "overdue", ticket.answerDueAt))) return;
  const before = await responsibleFor(moment, ticket);
  const next = await nextResponsible(moment, await unitOf(moment, ticket.unit), before?.role, ticket.about);
  const { number } = ticket;
  const who = before ? calledName(before.person) : "—";
  await moveUp(moment, ticket, next, {
    why: "overdue",
    head: say.overdueHead,
    note: say.overdueNote(who),
    forBefore: next ? say.overdueForWorker(number, postAndName(next)) : say.overdueStays(number),
  });
  const text = say.overdueForVillager(number, next && postAndName(next));
  await tellVillagers(moment, ticket, { text }, `sorry ${ticket.cycle}`);
  const words = headline(ticket.what || ticket.place);
  const room = say.overdueForRoom(number, await placeName(moment, ticket), who, words);
  await tellPosts(moment, ticket, ["dispatcher"], { text: room, except: next?.person.id, why: "room" });
}

/** Not settled in time: what the village team had goes up to the command room; what is there stays, and the leaders know. */
async function late(moment: Moment, ticket: Ticket): Promise<void> {
  if (!mayAct(ticket) || ticket.settleDueAt === undefined) return;
  if (!(await note(moment, ticket, "late", ticket.settleDueAt))) return;
  const before = await responsibleFor(moment, ticket);
  const unit = await unitOf(moment, ticket.unit);
  const isUp = before?.role === "dispatcher" || before?.role === "admin";
  const next = isUp ? undefined : await nextResponsible(moment, unit, "liaison_lead", ticket.about);
  const { number } = ticket;
  const who = before ? calledName(before.person) : "—";
  await moveUp(moment, ticket, next, {
    why: "late",
    head: say.lateHead,
    note: say.lateNote(who),
    forBefore: next ? say.lateForWorker(number, postAndName(next)) : say.lateStays(number),
  });
  const text = say.lateForVillager(number, next && postAndName(next));
  await tellVillagers(moment, ticket, { text }, `late sorry ${ticket.cycle}`);
  const words = headline(ticket.what || ticket.place);
  const told = say.lateForRoom(number, await placeName(moment, ticket), who, words);
  const posts: readonly Role[] = isUp ? ["direct_leader", "area_leader"] : ["dispatcher", "direct_leader"];
  await tellPosts(moment, ticket, posts, { text: told, except: next?.person.id, why: "late room" });
}

/** Gives a matter to whoever is next, with a card, and tells whoever let it pass. */
async function moveUp(
  moment: Moment,
  ticket: Ticket,
  next: Holder | undefined,
  news: {
    readonly why: string;
    readonly head: Text;
    readonly note: Text;
    readonly forBefore: Text;
  },
): Promise<void> {
  const { number, cycle, responsible } = ticket;
  if (responsible !== undefined)
    await tellAbout(moment, responsible, ticket, { text: news.forBefore }, `${news.why} before ${cycle}`);
  if (!next) return;
  await store.changeTicket(moment.tx, number, { responsible: next.person.id });
  await sendCard(
    moment,
    next.person.id,
    { ...ticket, responsible: next.person.id },
    {
      head: news.head,
      note: news.note,
      files: await filesOf(moment.tx, number),
      key: `${news.why} ${cycle}`,
    },
  );
}

/** Tells everybody who holds one of these posts above a matter, each once. */
async function tellPosts(
  moment: Moment,
  ticket: Ticket,
  posts: readonly Role[],
  told: {
    readonly text: Text;
    readonly except: PersonId | undefined;
    readonly why: string;
  },
): Promise<void> {
  const unit = await unitOf(moment, ticket.unit);
  const holders = new Set<PersonId>();
  for (const post of posts) for (const id of await holdersAbove(moment.tx, unit, post)) holders.add(id);
  for (const id of holders) {
    if (![told.except, ticket.responsible, ticket.about].includes(id))
      await tellAbout(moment, id, ticket, { text: told.text }, `${told.why} ${id} ${ticket.cycle}`);
  }
}

/** Seven days without a rating: closed as 未评价, and asked once more. */
async function closeUnrated(moment: Moment, ticket: Ticket): Promise<void> {
  if (ticket.state !== "settled") return;
  const { number, cycle } = ticket;
  await note(moment, ticket, "closed", moment.now);
  await store.changeTicket(moment.tx, number, { state: "closed", closedAt: moment.now });
  const saying = { text: say.unrated(number), choices: scoreChoices(number) };
  await tellAbout(moment, ticket.reporter, ticket, saying, `unrated ${cycle}`);
}
