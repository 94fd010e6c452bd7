import type { Unit } from "../../org/index.ts";
import { nearestHolder, type Acting, type Holder, type Moment } from "../../people/index.ts";
import type { Ticket } from "../model.ts";
import { nextResponsible } from "../responsible.ts";

/** Who of a command room has a matter. */

/** Does whoever acts belong to the command room of this unit itself? */
export function isOfRoom({ person }: Acting, desk: Unit): boolean {
  return person.memberships.some(({ role, unit }) => role === "dispatcher" && unit === desk.code);
}

/** Who has what comes back to a desk: whoever acts, where she is of its command room, else the nearest. */
export async function roomFor(acting: Acting, desk: Unit, ticket: Ticket): Promise<Holder | undefined> {
  if (isOfRoom(acting, desk) && ticket.about !== acting.person.id)
    return { person: acting.person, role: "dispatcher" };
  return nextResponsible(acting, desk, "officer", ticket.about);
}

/** Who of the command room of a unit itself can have a matter, else its administrator; nobody above the unit. */
export async function roomOf(
  moment: Moment,
  desk: Unit,
  { about }: Pick<Ticket, "about">,
): Promise<Holder | undefined> {
  return nearestHolder(moment, alone(desk), ["dispatcher", "admin"], notAbout(about));
}

/** A unit without what is above it. */
export function alone(unit: Unit): Unit {
  return { ...unit, path: unit.code };
}

/** Never whom a complaint is about, nor somebody who only stands in for it. */
export function notAbout(about: Ticket["about"]) {
  return { except: [about], holdersOnly: about !== undefined };
}
