import {
  isOfficerOf,
  nearestHolder,
  personById,
  type HandedOn,
  type Holder,
  type Occasion,
  type PersonId,
  type Vacated,
} from "../../people/index.ts";
import { deskOf } from "../desk/access.ts";
import { officerPresent, officeWith } from "../desk/office.ts";
import type { Ticket } from "../model.ts";
import { nextResponsible, postFor, unitOf } from "../responsible.ts";
import { holdsPost, stillHolds } from "../service.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";
import { handOnAll, type Move } from "./handOn.ts";
import { lyingWith, responsibleWhere } from "./store.ts";

/** Hands on every matter that is not over and lies with nobody, or with somebody who holds no post for it any more. */
export async function handOnVacated(
  occasion: Occasion,
  key: string,
  { whose, to: follower }: Vacated = {},
): Promise<readonly HandedOn[]> {
  const moves: Move[] = [];
  for (const lying of await responsibleWhere(occasion.tx, whose)) {
    const { responsible, unit, office } = lying;
    const person = responsible === null ? undefined : await personById(occasion.tx, responsible);
    if (person && office === null && (await holdsPost(occasion, person, { unit }))) continue;
    for (const ticket of await lyingWith(occasion.tx, lying)) {
      if (person && (await stillHolds(occasion, person, ticket))) continue;
      const to = (await follows(occasion, ticket, follower)) ?? (await successor(occasion, ticket));
      if (!to) await store.changeTicket(occasion.tx, ticket.number, { responsible: null });
      else if (to.person.id !== ticket.responsible) moves.push({ ticket, to });
    }
  }
  return handOnAll(occasion, moves, {
    key: `vacated ${key}`,
    words: (to) => `→ ${to}`,
    list: say.vacatedList,
  });
}

/** Whoever takes over the post, where it is one for this matter. */
async function follows(
  occasion: Occasion,
  ticket: Ticket,
  follower: PersonId | undefined,
): Promise<Holder | undefined> {
  const person = follower === undefined ? undefined : await personById(occasion.tx, follower);
  if (!person || person.id === ticket.about) return undefined;
  const office = await officeWith(occasion, ticket);
  if (office)
    return isOfficerOf(person, office) ? { person, role: "officer", specialty: office.name } : undefined;
  const role = postFor(person, await unitOf(occasion, ticket.unit));
  if (role === undefined || (ticket.isSealed && role !== "discipline")) return undefined;
  return { person, role };
}

/** A colleague in the office that has it, else whoever is next in the tier the matter is in; what is sealed stays with the discipline role. */
async function successor(occasion: Occasion, ticket: Ticket): Promise<Holder | undefined> {
  const office = await officeWith(occasion, ticket);
  const officer = office && (await officerPresent(occasion, office, ticket.about));
  if (officer) return officer;
  const isUp = ticket.countyAt !== undefined;
  const unit = isUp ? await deskOf(occasion, ticket) : await unitOf(occasion, ticket.unit);
  if (ticket.isSealed) return nearestHolder(occasion, unit, ["discipline"]);
  const above = { simple: undefined, ordinary: "team_member", complex: "liaison_lead" } as const;
  return nextResponsible(occasion, unit, above[ticket.tier], ticket.about);
}
