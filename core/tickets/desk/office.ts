import { officeById, type Office } from "../../org/index.ts";
import {
  absenceOf,
  isOfficerOf,
  officersOf,
  type Acting,
  type Holder,
  type Moment,
  type PersonId,
} from "../../people/index.ts";
import type { Ticket } from "../model.ts";
import { isAsked } from "./model.ts";
import { assistsOf } from "./store.ts";

/** Which office a matter lies with, and who works there. */

/** The office that has a matter now; none while the command room is asked who has it. */
export async function officeWith(
  { tx }: Pick<Moment, "tx">,
  ticket: Pick<Ticket, "office" | "bounced">,
): Promise<Office | undefined> {
  return ticket.office === undefined || isAsked(ticket) ? undefined : officeById(tx, ticket.office);
}

/** Who in an office gets a matter: whoever is there, else the first of those who are away; never whom a complaint is about. */
export async function officerOnDuty(
  moment: Pick<Moment, "tx" | "now">,
  office: Office,
  about: PersonId | undefined,
): Promise<Holder | undefined> {
  const officers = await officersOf(moment.tx, office);
  return (await officerPresent(moment, office, about)) ?? officers.find(({ person }) => person.id !== about);
}

/** Who in an office can have what somebody else leaves: whoever is there; undefined where all are away. */
export async function officerPresent(
  moment: Pick<Moment, "tx" | "now">,
  office: Office,
  about: PersonId | undefined,
): Promise<Holder | undefined> {
  for (const officer of await officersOf(moment.tx, office))
    if (officer.person.id !== about && !(await isAway(moment, officer))) return officer;
  return undefined;
}

/** Is somebody not on duty now? */
export async function isAway({ tx, now }: Pick<Moment, "tx" | "now">, { person }: Holder): Promise<boolean> {
  return (await absenceOf(tx, person.id, now)) !== undefined;
}

/** Does whoever acts work in the office that has a matter? */
export async function isInOffice(acting: Acting, ticket: Ticket): Promise<boolean> {
  const office = await officeWith(acting, ticket);
  return office !== undefined && isOfficerOf(acting.person, office);
}

/** Does whoever acts work in an office that helps with a matter? What is sealed is helped with by nobody. */
export async function isAssisting(acting: Acting, ticket: Ticket): Promise<boolean> {
  return (await assistingOffice(acting, ticket)) !== undefined;
}

/** The office that helps with a matter and in which whoever acts works. */
export async function assistingOffice(acting: Acting, ticket: Ticket): Promise<Office | undefined> {
  const { tx, person } = acting;
  const isOfficer = person.memberships.some(({ role }) => role === "officer");
  if (!isOfficer || ticket.isSealed || ticket.about === person.id) return undefined;
  for (const { office: id } of await assistsOf(tx, ticket)) {
    const office = await officeById(tx, id);
    if (office && isOfficerOf(person, office)) return office;
  }
  return undefined;
}
