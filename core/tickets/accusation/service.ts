import { unitName } from "../../org/index.ts";
import {
  holdersAbove,
  nearestHolder,
  personById,
  type Acting,
  type Found,
  type Holder,
} from "../../people/index.ts";
import { sendCard } from "../card.ts";
import { notePassedOver } from "../pass/passedOver.ts";
import { filed, homeOf, lodge, tellReporter, type Filed, type Matter } from "../report/service.ts";
import { nextResponsible, teamFor, unitOf, usuallyResponsible } from "../responsible.ts";
import type { Enclosure } from "../service.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";
import { complaintIn, isAboutService, type ComplainedPost } from "./model.ts";

/** Accusations of officials, sealed for the discipline role; complaints about service, one level above whoever is meant. */

export interface Sealed {
  readonly number: number;
  /** False where nobody holds the discipline role: it stays sealed with nobody. */
  readonly isHeld: boolean;
}

/** Seals what was said for the nearest discipline role; nobody else is told or can find it. */
export async function seal(acting: Acting, key: string, said: Enclosure): Promise<Sealed> {
  const known = await store.ticketBySource(acting.tx, key);
  if (known) return { number: known.number, isHeld: known.responsible !== undefined };
  const unit = await unitOf(acting, homeOf(acting.person));
  const holder = await nearestHolder(acting, unit, ["discipline"]);
  const matter: Matter = { ...said, kind: "accusation", place: await unitName(acting.tx, unit.code) };
  const ticket = await lodge(acting, key, matter, { isSealed: true, responsible: holder?.person.id ?? null });
  if (!holder) return { number: ticket.number, isHeld: false };
  const { files } = said;
  const news = { head: say.sealedHead, note: say.sealedNote, files, key: "sealed" };
  await sendCard(acting, holder.person.id, ticket, news);
  return { number: ticket.number, isHeld: true };
}

/** Whom the words complain about: her post and, where it is known, who she is; undefined for no complaint about service. */
export async function complainedAbout(acting: Acting, words: string): Promise<Holder | undefined> {
  if (!isAboutService(words)) return undefined;
  const holders = await holdersFor(acting);
  const called = holders.map(({ person }) => ({
    id: person.id,
    names: [person.name, ...(person.nickname === null ? [] : [person.nickname])],
  }));
  const found = complaintIn(words, called);
  if (!found) return undefined;
  const byName = holders.find(({ person }) => person.id === found.person);
  return byName ?? holders.find(({ role }) => role === found.post) ?? fallback(holders, found.post);
}

/** Where nobody holds the post that is meant, the grid worker is. */
function fallback(holders: readonly Holder[], post: ComplainedPost | undefined): Holder | undefined {
  return holders.find(({ role }) => role === (post ?? "grid_worker")) ?? holders[0];
}

/** Everybody who serves where the speaker lives, the nearest post first. */
export async function holdersFor(acting: Acting): Promise<readonly Holder[]> {
  const unit = await unitOf(acting, homeOf(acting.person));
  const found: Holder[] = [];
  for (const role of ["grid_worker", "liaison_lead", "officer", "dispatcher"] as const) {
    for (const id of await holdersAbove(acting.tx, unit, role)) {
      const person = await personById(acting.tx, id);
      if (person) found.push({ person, role });
    }
  }
  const team = await teamFor(acting, { unit: unit.code });
  const members = team.filter(({ person }) => !found.some((known) => known.person.id === person.id));
  return [...found, ...members.map(({ person, role }) => ({ person, role }))];
}

/** Files a complaint with whoever stands one level above; the person it is about is not told and cannot read it. */
export async function complain(
  acting: Acting,
  key: string,
  said: Enclosure & Pick<Matter, "reporter" | "isFromMeeting">,
): Promise<Filed> {
  const known = await store.ticketBySource(acting.tx, key);
  if (known) return filed(acting, known);
  const unit = await unitOf(acting, homeOf(acting.person));
  const about = (await complainedAbout(acting, said.words)) ?? (await usuallyResponsible(acting, unit));
  const holder = await above(acting, about);
  const matter: Matter = { ...said, kind: "complaint", place: await unitName(acting.tx, unit.code) };
  const ticket = await lodge(acting, key, matter, {
    about: about?.person.id,
    responsible: holder?.person.id ?? null,
  });
  const note = await notePassedOver(acting, ticket, holder, key);
  const news = { head: say.newHead, files: said.files, key: `card ${ticket.cycle}` };
  if (holder) await sendCard(acting, holder.person.id, ticket, note ? { ...news, note } : news);
  await tellReporter(acting, ticket);
  return filed(acting, ticket);
}

/** The lowest post above somebody's, held by somebody else. */
async function above(acting: Acting, about: Holder | undefined): Promise<Found | undefined> {
  const unit = await unitOf(acting, homeOf(acting.person));
  return nextResponsible(acting, unit, about?.role, about?.person.id);
}
