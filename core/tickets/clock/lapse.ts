import type { Text } from "../../language/index.ts";
import {
  calledName,
  holdersAbove,
  type Holder,
  type Moment,
  type PersonId,
  type Role,
} from "../../people/index.ts";
import { sendCard } from "../card.ts";
import { filesOf } from "../events/store.ts";
import { headline, mayAct, type Ticket } from "../model.ts";
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
import { note } from "./note.ts";

/** No answer in time: ownership moves once, one level up; the command room and the villagers are told. */
export async function breach(moment: Moment, ticket: Ticket): Promise<void> {
  if (ticket.state !== "open") return;
  const before = await responsibleFor(moment, ticket);
  const next = await nextResponsible(moment, await unitOf(moment, ticket.unit), before?.role, ticket.about);
  const { answerDueAt: dueAt } = ticket;
  await lapse(moment, ticket, { kind: "overdue", dueAt, before, next, above: ["dispatcher"] });
}

/** Not settled in time: what the village team had goes up to the command room; what is there stays, and the leaders know. */
export async function late(moment: Moment, ticket: Ticket): Promise<void> {
  const { settleDueAt: dueAt } = ticket;
  if (!mayAct(ticket) || dueAt === undefined) return;
  const before = await responsibleFor(moment, ticket);
  const isUp = before?.role === "dispatcher" || before?.role === "admin";
  const unit = await unitOf(moment, ticket.unit);
  const next = isUp ? undefined : await nextResponsible(moment, unit, "liaison_lead", ticket.about);
  const above = isUp
    ? (["direct_leader", "area_leader"] as const)
    : (["dispatcher", "direct_leader"] as const);
  await lapse(moment, ticket, { kind: "late", dueAt, before, next, above });
}

/** A deadline that passed. */
interface Lapse {
  readonly kind: "overdue" | "late";
  readonly dueAt: number;
  readonly before: Holder | undefined;
  /** Who takes over; undefined where it stays. */
  readonly next: Holder | undefined;
  /** The posts that are told. */
  readonly above: readonly Role[];
}

/** Notes it once, dated when it was due, passes the matter on, and tells everybody whom it concerns. */
async function lapse(
  moment: Moment,
  ticket: Ticket,
  { kind, dueAt, before, next, above }: Lapse,
): Promise<void> {
  const { number, cycle, responsible } = ticket;
  // A matter passed on gets another clock in the same cycle: its lapse is another one.
  const which = `cycle ${cycle} due ${dueAt}`;
  if (!(await note(moment, ticket, kind, dueAt, which))) return;
  const [words, who] = [say[kind], before ? calledName(before.person) : "—"];
  const toBefore = next ? words.passedOn(number, postAndName(next)) : words.stays(number);
  if (responsible !== undefined)
    await tellAbout(moment, responsible, ticket, { text: toBefore }, `${kind} before ${which}`);
  if (next) await takeOver(moment, ticket, next.person.id, { kind, which, note: words.note(who) });
  const sorry = words.sorry(number, next && postAndName(next));
  await tellVillagers(moment, ticket, { text: sorry }, `${kind} sorry ${which}`);
  const headlined = headline(ticket.what || ticket.place);
  const text = words.above(number, await placeName(moment, ticket), who, headlined);
  // Whoever a complaint is about does not hear of it.
  const told = new Set([responsible, next?.person.id, ticket.about]);
  for (const id of await holdersOfAny(moment, ticket, above))
    if (!told.has(id)) await tellAbout(moment, id, ticket, { text }, `${kind} above ${id} ${which}`);
}

async function takeOver(
  moment: Moment,
  ticket: Ticket,
  to: PersonId,
  news: { readonly kind: Lapse["kind"]; readonly which: string; readonly note: Text },
): Promise<void> {
  const { number } = ticket;
  await store.changeTicket(moment.tx, number, { responsible: to });
  await sendCard(
    moment,
    to,
    { ...ticket, responsible: to },
    {
      head: say[news.kind].head,
      note: news.note,
      files: await filesOf(moment.tx, number),
      key: `${news.kind} ${news.which}`,
    },
  );
}

/** Everybody who holds one of these posts above a matter, each once. */
async function holdersOfAny(
  moment: Moment,
  ticket: Ticket,
  posts: readonly Role[],
): Promise<ReadonlySet<PersonId>> {
  const unit = await unitOf(moment, ticket.unit);
  const holders = new Set<PersonId>();
  for (const post of posts) for (const id of await holdersAbove(moment.tx, unit, post)) holders.add(id);
  return holders;
}
