import {
  nearestHolder,
  personById,
  type HandedOn,
  type Holder,
  type Occasion,
  type PersonId,
} from "../../people/index.ts";
import type { Ticket } from "../model.ts";
import { nextResponsible, postHeld, unitOf } from "../responsible.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";
import { handOnAll, type Move } from "./handOn.ts";

/**
 * Hands on every matter that is not over and lies with nobody, or with somebody who holds no post for it any more; only what
 * lies with `whose`, null for nobody, where that is given.
 */
export async function handOnVacated(
  occasion: Occasion,
  key: string,
  whose?: readonly (PersonId | null)[],
): Promise<readonly HandedOn[]> {
  const moves: Move[] = [];
  for (const { responsible, unit: code } of await store.responsibleWhere(occasion.tx, whose)) {
    const person = responsible === null ? undefined : await personById(occasion.tx, responsible);
    if (person && (await postHeld(occasion, person, await unitOf(occasion, code))) !== undefined) continue;
    for (const ticket of await store.lyingWith(occasion.tx, responsible, code)) {
      const to = await successor(occasion, ticket);
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

/** Whoever is next in the tier the matter is in; what is sealed stays with the discipline role. */
async function successor(occasion: Occasion, ticket: Ticket): Promise<Holder | undefined> {
  const unit = await unitOf(occasion, ticket.unit);
  if (ticket.isSealed) return nearestHolder(occasion, unit, ["discipline"]);
  const above = { simple: undefined, ordinary: "team_member", complex: "liaison_lead" } as const;
  return nextResponsible(occasion, unit, above[ticket.tier], ticket.about);
}
