import {
  absenceOf,
  calledName,
  deputyNow,
  nearestHolder,
  personById,
  type Absence,
  type HandedOn,
  type Holder,
  type Moment,
  type Occasion,
  type OpenMatters,
  type Person,
  type Role,
} from "../../people/index.ts";
import { upwards } from "../../org/index.ts";
import { officerPresent, officeWith } from "../desk/office.ts";
import type { Ticket, TicketNumber } from "../model.ts";
import { handedBecause, openInside, urgentWith } from "./store.ts";
import { ticketByNumber } from "../store.ts";
import { nextResponsible, postHeld, responsibleFor, standingFor, unitOf } from "../responsible.ts";
import { say } from "../texts.ts";
import { handOnAll, type Move } from "./handOn.ts";
import { handOnVacated } from "./vacated.ts";

/** What duties need to know of matters, and have done with them. */
export const openMatters: OpenMatters = {
  count: ({ tx }, person, unit) => openInside(tx, person, unit.path),
  handOnAbsent,
  handOnVacated,
  elsewhere,
};

function keyOf({ id }: Absence): string {
  return `absent ${id}`;
}

/**
 * What lies with somebody who is away now, and is not answered or falls due meanwhile, goes to whoever stands in. Where nobody
 * can, it stays hers.
 */
async function handOnAbsent(occasion: Occasion, absence: Absence): Promise<readonly HandedOn[]> {
  const tickets = await urgentWith(occasion.tx, absence.person, absence.untilAt);
  return handOnThese(occasion, absence, tickets, keyOf(absence));
}

/**
 * What comes back to somebody who is away now, as when it is not fixed after all, goes to whoever stands in.
 * @param key the same twice is done once.
 * @returns false where it stays.
 */
export async function handOnWhileAway(moment: Moment, number: TicketNumber, key: string): Promise<boolean> {
  const ticket = await ticketByNumber(moment.tx, number);
  const absence =
    ticket?.responsible === undefined
      ? undefined
      : await absenceOf(moment.tx, ticket.responsible, moment.now);
  if (!ticket || !absence) return false;
  return (await handOnThese(moment, absence, [ticket], `${keyOf(absence)} ${key}`)).length > 0;
}

async function handOnThese(
  occasion: Occasion,
  absence: Absence,
  tickets: readonly Ticket[],
  key: string,
): Promise<readonly HandedOn[]> {
  const away = await personById(occasion.tx, absence.person);
  if (!away) return [];
  const moves: Move[] = [];
  for (const ticket of tickets) {
    const to = await standIn(occasion, ticket, away);
    if (to && to.person.id !== away.id) moves.push({ ticket, to });
  }
  const name = calledName(away);
  const until = absence.untilAt === undefined ? undefined : occasion.calendar.date(absence.untilAt);
  return handOnAll(occasion, moves, {
    key,
    words: (to) => say.standInEvent(to, name),
    note: say.standInNote(name, until),
    list: (count) => say.standInList(name, until, count),
  });
}

/** Who looks after a matter in somebody's place: her deputy, somebody of the same post, or the next post up. */
async function standIn(occasion: Occasion, ticket: Ticket, away: Person): Promise<Holder | undefined> {
  const unit = await unitOf(occasion, ticket.unit);
  if (ticket.isSealed) return nearestHolder(occasion, unit, ["discipline"]);
  const office = await officeWith(occasion, ticket);
  const officer = office && (await officerPresent(occasion, office, ticket.about));
  if (officer && officer.person.id !== away.id) return officer;
  // What is the township's stays there, whatever else she does in the village.
  if (ticket.tier === "complex") return standingFor(occasion, unit, "dispatcher", ticket.about);
  const role = (await postHeld(occasion, away, unit)) ?? "grid_worker";
  if (role === "team_member" || role === "officer") {
    const deputy = await ownDeputy(occasion, upwards(unit), role, ticket, away);
    return deputy ?? nextResponsible(occasion, unit, "team_member", ticket.about, away.id);
  }
  return standingFor(occasion, unit, role, ticket.about);
}

/** A doctor's matter is not the teacher's: only somebody named for it stands in for a member of the team. */
async function ownDeputy(
  occasion: Occasion,
  units: readonly string[],
  role: Role,
  { about }: Ticket,
  away: Person,
): Promise<Holder | undefined> {
  if (about !== undefined) return undefined;
  for (const unit of units) {
    const deputy = await deputyNow(occasion, { unit, role }, away.id);
    if (deputy) return deputy;
  }
  return undefined;
}

/** What went elsewhere because of an absence and is not over, by who has it now. */
async function elsewhere(occasion: Occasion, absence: Absence): Promise<readonly HandedOn[]> {
  const away = await personById(occasion.tx, absence.person);
  const found: { readonly to: Holder; readonly number: number }[] = [];
  for (const ticket of await handedBecause(occasion.tx, away?.memberships ?? [], keyOf(absence))) {
    const to = ticket.responsible === away?.id ? undefined : await responsibleFor(occasion, ticket);
    if (to && ticket.about !== away?.id) found.push({ to, number: ticket.number });
  }
  return [...Map.groupBy(found, ({ to }) => to.person.id).values()].flatMap((hers) => {
    const [first] = hers;
    return first ? [{ to: first.to, numbers: hers.map(({ number }) => number) }] : [];
  });
}
