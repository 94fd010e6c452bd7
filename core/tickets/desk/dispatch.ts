import type { Text } from "../../language/index.ts";
import { officeById, officesOf, unitName, type Office } from "../../org/index.ts";
import { isOfficerOf, personById, type Acting, type Holder, type Moment } from "../../people/index.ts";
import { startSettleClock } from "../clock/clocks.ts";
import { leastLeft, type ClockReason } from "../clock/terms.ts";
import type { Ticket, TicketNumber } from "../model.ts";
import { endPause } from "../pause/end.ts";
import { postAndName, responsibleFor, tellVillagers } from "../responsible.ts";
import { record, type Enclosure, type Refusal } from "../service.ts";
import { changeTicket } from "../store.ts";
import { say } from "../texts.ts";
import { atDesk, deskOf } from "./access.ts";
import { leaveOffice } from "./leave.ts";
import {
  bounces,
  isAsked,
  proposedFor,
  suggestedFirst,
  toOffice,
  type Offered,
  type OfficeOption,
} from "./model.ts";
import { cardFor, tellFormer, underTownshipClock } from "./moving.ts";
import { isAway, officerOnDuty } from "./office.ts";
import { isOfRoom } from "./room.ts";

/** Sending a matter to one of the four platforms or a department, and who has it there. */

/** Where a matter can go from its desk, the proposed office first; with each whether anybody is there. */
export async function officesFor(acting: Acting, number: TicketNumber): Promise<Offered | Refusal> {
  const ticket = await atDesk(acting, number);
  if ("refused" in ticket) return ticket;
  const desk = await deskOf(acting, ticket);
  const all = suggestedFirst(await officesOf(acting.tx, desk.code), ticket.kind);
  const offices: OfficeOption[] = [];
  for (const office of all) {
    if (await isAccused(acting, ticket, office)) continue;
    const officer = await officerOnDuty(acting, office, ticket.about);
    const who = officer === undefined ? "nobody" : (await isAway(acting, officer)) ? "away" : "there";
    offices.push({ id: String(office.id), label: say.officeOption(office.name, who) });
  }
  if (offices.length === 0) return { refused: say.noOfficesHere(desk.name) };
  const lead = ticket.office === undefined || isAsked(ticket) ? null : String(ticket.office);
  const proposed = all.find(({ name }) => name === proposedFor(ticket.kind));
  const isProposed = proposed !== undefined && offices[0]?.id === String(proposed.id);
  return { offices, lead, isProposed };
}

/** What the villager is told of where her matter went: 「前童镇综合执法平台」. */
export async function placeOf({ tx }: Moment, { unit, name, kind }: Office): Promise<Text> {
  return say.officePlace(await unitName(tx, unit), name, kind === "platform");
}

/** An office of the desk a matter lies at, or why it cannot go there. */
export async function officeAt(acting: Acting, ticket: Ticket, id: number): Promise<Office | Refusal> {
  const office = await officeById(acting.tx, id);
  const desk = await deskOf(acting, ticket);
  if (office?.unit !== desk.code) return { refused: say.officeGone };
  return (await isAccused(acting, ticket, office)) ? { refused: say.notToHers(office.name) } : office;
}

/** Does whoever a complaint is about work there? It goes to none of her colleagues. */
async function isAccused({ tx }: Moment, { about }: Ticket, office: Office): Promise<boolean> {
  const person = about === undefined ? undefined : await personById(tx, about);
  return person !== undefined && isOfficerOf(person, office);
}

/** Sends a matter to an office, with a word about it. Where nobody works there it stays, and the command room reads that. */
export async function dispatch(
  acting: Acting,
  number: TicketNumber,
  key: string,
  given: { readonly office: number; readonly said: Enclosure },
): Promise<{ readonly done: Text } | Refusal> {
  const ticket = await atDesk(acting, number);
  if ("refused" in ticket) return ticket;
  const office = await officeAt(acting, ticket, given.office);
  if ("refused" in office) return office;
  if (office.id === ticket.office && !isAsked(ticket)) return { refused: say.isThere(number, office.name) };
  const officer = await officerOnDuty(acting, office, ticket.about);
  if (!officer) return nobodyThere(acting, ticket, office, key);
  const { said } = given;
  const kept = { ...said, words: toOffice(office.name, said.words) };
  if (!(await record(acting, ticket, isAsked(ticket) ? "decided" : "dispatched", kept, key)))
    return { refused: say.isThere(number, office.name) };
  const there = await moveTo(acting, ticket, office, { officer, key, reason: "dispatched" });
  if (ticket.responsible !== officer.person.id)
    await tellFormer(acting, ticket, say.goneFromYou(number, office.name), key);
  await cardFor(acting, there, officer, { head: say.dispatchedHead, said, key });
  const due = dueText(acting, there);
  const text = say.dispatchedForVillager(number, await placeOf(acting, office), due);
  await tellVillagers(acting, there, { text }, `dispatched ${key}`);
  return { done: say.dispatched(number, postAndName(officer), due) };
}

/** When a matter is to be settled, as people say it; undefined when that is past. */
export function dueText({ calendar, now }: Moment, { settleDueAt }: Ticket) {
  return settleDueAt === undefined || settleDueAt <= now ? undefined : calendar.moment(settleDueAt);
}

/** Nobody of the office is here: whoever tries keeps the matter in her own hands, or it stays with the office that has it. */
async function nobodyThere(
  acting: Acting,
  ticket: Ticket,
  office: Office,
  key: string,
): Promise<{ readonly done: Text }> {
  const { number } = ticket;
  const holder = await responsibleFor(acting, ticket);
  const kept = { words: toOffice(office.name, say.byTelephone.zh), files: [] };
  await record(acting, ticket, "noted", kept, `nobody ${key}`);
  if (holder?.role === "officer") return { done: say.nobodyStays(number, office.name, postAndName(holder)) };
  // An administrator who looks in takes nothing from the command room.
  if (holder && !isOfRoom(acting, await deskOf(acting, ticket)))
    return { done: say.nobodyStays(number, office.name, postAndName(holder)) };
  await changeTicket(acting.tx, number, { responsible: acting.person.id });
  return { done: say.nobodyThere(number, office.name) };
}

/** Puts a matter into an office's hands, with its clock beside the township's. Tells nobody. */
export async function moveTo(
  acting: Acting,
  ticket: Ticket,
  office: Office,
  given: { readonly officer: Holder; readonly key: string; readonly reason: ClockReason },
): Promise<Ticket> {
  const why = { reason: given.reason, actor: acting.person.id };
  const isSame = ticket.office === office.id;
  const left = isSame
    ? await endPause(acting, ticket, why, given.key)
    : await leaveOffice(acting, ticket, { why, key: given.key });
  const bounced = isAsked(ticket) ? bounces.decided : ticket.bounced;
  const responsible = given.officer.person.id;
  const moved: Ticket = { ...left, tier: "complex", responsible, office: office.id, bounced };
  await changeTicket(acting.tx, ticket.number, { tier: "complex", responsible, office: office.id, bounced });
  // The township's clock goes on beside the office's: whichever ends first counts.
  const timed = await underTownshipClock(acting, moved, given.reason);
  return startSettleClock(acting, timed, "office", { ...why, office: office.name, atLeastMs: leastLeft });
}
