import { join, type Text } from "../../language/index.ts";
import {
  absenceOf,
  calledName,
  type Acting,
  type Found,
  type Holder,
  type PersonId,
} from "../../people/index.ts";
import { sendCard } from "../card.ts";
import { claimChoices } from "../choices.ts";
import { settleKindOf, startSettleClock, stopClocks } from "../clock/clocks.ts";
import { leastLeft } from "../clock/terms.ts";
import { filesOf } from "../events/store.ts";
import { tellMoved } from "../progress.ts";
import { isOver, mayAct, type Ticket, type TicketNumber, type Tier } from "../model.ts";
import { colleagues } from "../desk/colleagues.ts";
import { leaveOffice } from "../desk/leave.ts";
import { isInOffice } from "../desk/office.ts";
import { actable } from "../respond/service.ts";
import {
  isInTeam,
  isWithTeam,
  teamFor,
  nextResponsible,
  postAndName,
  postFor,
  responsibleFor,
  tellAbout,
  tellVillagers,
  unitOf,
} from "../responsible.ts";
import { record, type Enclosure, type Refusal } from "../service.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";
import { wholeTeam } from "./model.ts";
import { notePassedOver } from "./passedOver.ts";

/**
 * Passing a matter on: to the village team or one of it, up to the township, or to oneself. It starts the clock of
 * whoever must settle it; the clock of the first answer never moves.
 */

/** Somebody a matter can be given to. */
export interface Candidate {
  readonly id: PersonId;
  readonly label: Text;
}

/** Who has it now. */
export interface Passed {
  readonly to: Text;
}

/** A matter this person may give to somebody. What has gone up is given back by the township only. */
export async function passable(acting: Acting, number: TicketNumber): Promise<Ticket | Refusal> {
  const ticket = await actable(acting, number);
  if ("refused" in ticket) return ticket;
  if (ticket.isSealed) return { refused: say.staysSealed(number) };
  if (ticket.tier !== "complex" || ticket.responsible === acting.person.id) return ticket;
  const post = postFor(acting.person, await unitOf(acting, ticket.unit));
  const mayPass =
    post === "dispatcher" || post === "admin" || (await colleagues(acting, ticket)) !== undefined;
  return mayPass ? ticket : { refused: say.alreadyUp(number) };
}

/** Everybody a matter can be given to; never whoever has it. */
export async function candidates(
  acting: Acting,
  number: TicketNumber,
): Promise<{ readonly candidates: readonly Candidate[]; readonly isInOffice: boolean } | Refusal> {
  const ticket = await passable(acting, number);
  if ("refused" in ticket) return ticket;
  const inOffice = await colleagues(acting, ticket);
  if (inOffice?.length === 0) return { refused: say.noColleagues(number) };
  const team = inOffice ?? (await teamFor(acting, ticket));
  const others = team.filter(({ person }) => person.id !== ticket.responsible && person.id !== ticket.about);
  const found: Candidate[] = [];
  for (const { person, role, specialty } of others) {
    const label = say.candidate(calledName(person), role, specialty);
    const isAway = (await absenceOf(acting.tx, person.id, acting.now)) !== undefined;
    found.push({ id: person.id, label: isAway ? say.awayCandidate(label) : label });
  }
  return { candidates: found, isInOffice: inOffice !== undefined };
}

/** Gives a matter to the village team (`wholeTeam`) or to somebody in it; another grid worker keeps it simple. */
export async function handOver(
  acting: Acting,
  number: TicketNumber,
  key: string,
  given: { readonly to: string; readonly said: Enclosure },
): Promise<Passed | Refusal> {
  const ticket = await passable(acting, number);
  if ("refused" in ticket) return ticket;
  const isInside = (await colleagues(acting, ticket)) !== undefined;
  if (isInside && given.to === wholeTeam) return { refused: say.notInOffice };
  return given.to === wholeTeam
    ? toTeam(acting, ticket, key, given.said)
    : toOne(acting, ticket, key, { to: given.to, said: given.said });
}

async function toTeam(acting: Acting, ticket: Ticket, key: string, said: Enclosure): Promise<Passed> {
  const unit = await unitOf(acting, ticket.unit);
  const lead = await nextResponsible(acting, unit, "team_member", ticket.about);
  const passed = await pass(acting, ticket, key, {
    kind: "handed_over",
    tier: "ordinary",
    to: lead?.person.id ?? ticket.responsible,
    said,
    found: lead,
  });
  const team = await teamFor(acting, ticket);
  const others = team.filter(
    ({ person }) => ![passed.responsible, passed.about, acting.person.id].includes(person.id),
  );
  const news = await newsOf(acting, passed, say.handedHead, said);
  for (const { person } of others)
    await sendCard(acting, person.id, passed, {
      ...news,
      key: `team ${person.id} ${key}`,
      choices: claimChoices(ticket.number),
    });
  return { to: say.wholeTeam };
}

async function toOne(
  acting: Acting,
  ticket: Ticket,
  key: string,
  given: { readonly to: PersonId; readonly said: Enclosure },
): Promise<Passed | Refusal> {
  const inOffice = await colleagues(acting, ticket);
  const team = inOffice ?? (await teamFor(acting, ticket));
  const named = team.find(({ person }) => person.id === given.to && person.id !== ticket.about);
  if (!named) return { refused: inOffice ? say.notInOffice : say.notInTeam };
  await pass(acting, ticket, key, passingTo(named, ticket, given.said));
  return { to: postAndName(named) };
}

/** How a matter goes to one of the team: another grid worker, or officer of one office, keeps its tier. */
export function passingTo({ person, role }: Holder, { tier }: Ticket, said: Enclosure): Passing {
  const isInside = role === "officer";
  const isWorker = role === "grid_worker" || isInside;
  const words = [`→ ${calledName(person)}`, said.words].filter((part) => part !== "").join("：");
  return {
    kind: isWorker ? "assigned" : "handed_over",
    tier: isWorker ? tier : "ordinary",
    to: person.id,
    said,
    kept: { ...said, words },
    ...(isInside && { staysInOffice: true }),
  };
}

/** Sends a matter up to the command room, with the reason. */
export async function sendUp(
  acting: Acting,
  number: TicketNumber,
  key: string,
  said: Enclosure,
): Promise<Passed | Refusal> {
  const ticket = await actable(acting, number);
  if ("refused" in ticket) return ticket;
  if (ticket.isSealed) return { refused: say.staysSealed(number) };
  const unit = await unitOf(acting, ticket.unit);
  const post = postFor(acting.person, unit);
  const isThere = post === "dispatcher" || post === "admin" || (await isInOffice(acting, ticket));
  if (isThere) return { refused: say.alreadyUp(number) };
  const room = await nextResponsible(acting, unit, "liaison_lead", ticket.about);
  if (!room) return { refused: say.nobodyAbove };
  await pass(acting, ticket, key, {
    kind: "sent_up",
    tier: "complex",
    to: room.person.id,
    said,
    found: room,
  });
  return { to: postAndName(room) };
}

/** How a matter is passed on. */
export interface Passing {
  readonly kind: "handed_over" | "assigned" | "sent_up";
  readonly tier: Tier;
  readonly to: PersonId | undefined;
  readonly said: Enclosure;
  /** What the event keeps, where it is more than what was said. */
  readonly kept?: Enclosure;
  /** Nobody is told here: who passes on several tells everybody once of all of them. */
  readonly isQuiet?: boolean;
  /** From one officer to another of the same office. */
  readonly staysInOffice?: boolean;
  /** How whoever gets it was found, where nobody named her. */
  readonly found?: Found | undefined;
}

/** Moves a matter, starts the clock of its tier where the tier is new, and tells whoever has it and the villagers. */
export async function pass(acting: Acting, ticket: Ticket, key: string, passing: Passing): Promise<Ticket> {
  const { kind, tier, to, said } = passing;
  const recorded = await record(acting, ticket, kind, passing.kept ?? said, key);
  if (!recorded) return { ...ticket, tier, responsible: to };
  const passedOver = await notePassedOver(acting, ticket, passing.found, key);
  const moved = await takeOut(acting, ticket, key, passing);
  const isQuiet = passing.isQuiet === true;
  const words = isQuiet ? null : say.passedOnForVillager;
  const passed = tier === ticket.tier ? moved : await changeTier(acting, moved, key, words);
  if (isQuiet) return passed;
  if (tier === ticket.tier) await tellMoved(acting, { before: ticket, after: passed }, `passed ${key}`);
  if (to !== undefined && to !== acting.person.id) {
    const head = kind === "sent_up" ? say.sentUpHead : say.handedHead;
    const news = await newsOf(acting, passed, head, said);
    const notes = [news.note, passedOver].filter((note) => note !== undefined);
    await sendCard(acting, to, passed, {
      ...news,
      ...(notes.length > 0 && { note: join(notes) }),
      key: `card ${key}`,
    });
  }
  return passed;
}

/** Out of an office and the desk, unless it stays inside the office, and to whoever has it next. */
async function takeOut(acting: Acting, ticket: Ticket, key: string, passing: Passing): Promise<Ticket> {
  const { tier, to, staysInOffice = false } = passing;
  const responsible = to === undefined ? {} : { responsible: to, from: ticket.responsible ?? null };
  const why = { reason: "passed", actor: acting.person.id } as const;
  const left = staysInOffice ? ticket : await leaveOffice(acting, ticket, { why, key });
  const county = staysInOffice ? {} : { countyAt: null };
  await store.changeTicket(acting.tx, ticket.number, { tier, ...county, ...responsible });
  const countyAt = staysInOffice ? left.countyAt : undefined;
  return { ...left, tier, responsible: to, countyAt };
}

/**
 * The clock of whoever settled it before stops, that of its new tier starts: in one cycle it goes on with what it had used
 * up, so that passing to and fro wins no time. The villagers hear until when.
 * @param words what they hear; null for nothing.
 */
export async function changeTier(
  acting: Acting,
  ticket: Ticket,
  key: string,
  words: typeof say.passedOnForVillager | null = say.passedOnForVillager,
): Promise<Ticket> {
  const kind = settleKindOf(ticket);
  const why = { reason: "passed", actor: acting.person.id } as const;
  const others = (["worker", "village", "township", "office"] as const).filter((one) => one !== kind);
  const stopped = await stopClocks(acting, ticket, others, why);
  const passed = await startSettleClock(acting, stopped, kind, { ...why, atLeastMs: leastLeft });
  if (words === null) return passed;
  const due = acting.calendar.moment(passed.settleDueAt ?? acting.now);
  await tellVillagers(acting, passed, { text: words(passed, due) }, `passed ${key}`);
  return passed;
}

async function newsOf(acting: Acting, ticket: Ticket, head: Text, said: Enclosure) {
  const files = await filesOf(acting.tx, ticket.number);
  const note = said.words === "" ? {} : { note: say.passedNote(calledName(acting.person), said.words) };
  return { head, files, ...note };
}

/** Takes on a matter handed to the whole team. */
export async function claim(acting: Acting, number: TicketNumber, key: string): Promise<"claimed" | Refusal> {
  const ticket = await store.ticketByNumber(acting.tx, number);
  const { person } = acting;
  if (!ticket || ticket.isSealed || ticket.about === person.id)
    return { refused: say.noSuch(String(number)) };
  if (!(await isInTeam(acting, ticket))) return { refused: say.notYours(number) };
  if (!mayAct(ticket))
    return { refused: isOver(ticket) ? say.overForWorker(number) : say.alreadySettled(number) };
  if (ticket.responsible === person.id) return { refused: say.alreadyYours(number) };
  if (!(await isWithTeam(acting, ticket))) return { refused: await takenBy(acting, ticket) };
  await takeOn(acting, ticket, key);
  return "claimed";
}

async function takenBy(acting: Acting, ticket: Ticket): Promise<Text> {
  const holder = await responsibleFor(acting, ticket);
  return say.taken(ticket.number, holder ? postAndName(holder) : say.wholeTeam);
}

async function takeOn(acting: Acting, ticket: Ticket, key: string): Promise<void> {
  if (!(await record(acting, ticket, "claimed", { words: "", files: [] }, key))) return;
  const from = ticket.responsible ?? null;
  await store.changeTicket(acting.tx, ticket.number, { responsible: acting.person.id, from });
  const after = { ...ticket, responsible: acting.person.id };
  await tellMoved(acting, { before: ticket, after }, `claimed for villagers ${key}`);
  if (ticket.responsible === undefined) return;
  const text = say.claimedBy(ticket.number, calledName(acting.person));
  await tellAbout(acting, ticket.responsible, ticket, { text }, `claimed ${key}`);
}
