import { unitByCode, type Unit } from "../../org/index.ts";
import {
  can,
  householdOf,
  membersOf,
  postAndName,
  teamOf,
  type Acting,
  type Holder,
  type Moment,
  type PersonId,
} from "../../people/index.ts";
import type { Text } from "../../language/index.ts";
import { isKeptFrom, kindOf, ticketByNumber, type Ticket } from "../../tickets/index.ts";
import type { ListedMatter } from "../model.ts";
import { isOpenTo } from "../show/lists.ts";
import { bulletinById, newestBulletin, type Bulletin, type BulletinId } from "../store.ts";
import type { Refusal } from "../refusal.ts";
import { say } from "../texts.ts";
import type { Told } from "../texts/follow.ts";
import { nameOf } from "../nameOf.ts";
import { causeOf, needsConfirmation, type Triggers } from "./model.ts";
import { newcomersIn, type FollowUp } from "./store.ts";
import { triggersAt } from "./triggers/service.ts";

/** Where a matter is. */
export interface Place {
  readonly village: Unit;
  readonly township: Unit;
}

/** A matter on a published sheet. */
export interface Listed {
  readonly ticket: Ticket;
  readonly place: Place;
  /** As it stands on the sheet, once for each list it is on. */
  readonly entries: readonly ListedMatter[];
  /** What held there when the period of the sheet began. */
  readonly triggers: Triggers;
  /** When that period ended. */
  readonly until: number;
}

/** A matter on the lists of a published sheet, for whoever may follow it up there. */
export async function listedMatter(
  acting: Acting,
  id: BulletinId,
  number: number,
): Promise<Listed | Refusal> {
  const { tx, person } = acting;
  const refusal = { refused: say.follow.notListed(number) };
  const bulletin = await bulletinById(tx, id);
  if (bulletin?.state !== "published" || !(await isOpenTo(acting, number))) return refusal;
  const entries = entriesOf(bulletin, number);
  const ticket = await ticketByNumber(tx, number);
  const place = ticket && (await placeOf(acting, ticket));
  if (!place || entries.length === 0 || !can(person.memberships, "bulletin.follow", place.township))
    return refusal;
  const triggers = await triggersAt(acting, place.township, bulletin.from);
  return { ticket, place, entries, triggers, until: bulletin.sheet.period.to };
}

function entriesOf({ sheet: { overdue, mishandled } }: Bulletin, number: number): readonly ListedMatter[] {
  return [...mishandled.matters, ...overdue.matters].filter((matter) => matter.number === number);
}

/** Does the sheet as it counts now still say what allowed a follow-up? A correction may have taken it away. */
export async function isStillCaused(
  { tx }: Pick<Moment, "tx">,
  { bulletin: id, kind, number, unit }: FollowUp,
): Promise<boolean> {
  const then = id === null ? undefined : await bulletinById(tx, id);
  const township = await unitByCode(tx, unit);
  if (!then || !township) return true;
  const wanted = { unit: then.unit, kind: then.kind, states: ["published"], at: then.from } as const;
  const now = then.state === "published" ? then : await newestBulletin(tx, wanted);
  const triggers = await triggersAt({ tx }, township, then.from);
  return now !== undefined && causeOf(kind, entriesOf(now, number), triggers) !== undefined;
}

/** The village and the township of a matter; what lies at the township itself is its own village. */
export async function placeOf({ tx }: Pick<Moment, "tx">, ticket: Ticket): Promise<Place | undefined> {
  const unit = await unitByCode(tx, ticket.unit);
  const units: (Unit | undefined)[] = [];
  for (const code of unit?.path.split("/") ?? []) units.push(await unitByCode(tx, code));
  const township = units.find((one) => one?.kind === "township");
  const village = units.find((one) => one?.kind === "village") ?? township;
  return village && township && { village, township };
}

/** Whom a follow-up is about: one person, or those who keep the place; never whoever the matter is kept from. */
export async function recipientsOf(
  moment: Pick<Moment, "tx">,
  { person, number }: Pick<FollowUp, "person" | "number">,
): Promise<readonly PersonId[]> {
  if (person !== null) return [person];
  const ticket = await ticketByNumber(moment.tx, number);
  const place = ticket && (await placeOf(moment, ticket));
  if (!place) return [];
  return (await keepersOf(moment, { ticket, place })).map((holder) => holder.person.id);
}

/** Whom a follow-up is about, and who lives with one of them: they decide on none of it. */
export async function familyOf(
  moment: Pick<Moment, "tx">,
  followUp: Pick<FollowUp, "person" | "number">,
): Promise<ReadonlySet<PersonId>> {
  const them = await recipientsOf(moment, followUp);
  const family = new Set(them);
  for (const id of them) {
    const home = await householdOf(moment.tx, id);
    for (const member of home ? await membersOf(moment.tx, home.id) : []) family.add(member);
  }
  return family;
}

/** Is a follow-up about somebody who is not to hear of it: it has not been confirmed, and perhaps never will be? */
export async function isKeptBack(
  moment: Pick<Moment, "tx">,
  followUp: Pick<FollowUp, "kind" | "state" | "person" | "number">,
  reader: PersonId,
): Promise<boolean> {
  const stands = followUp.state === "standing" || followUp.state === "done";
  if (stands || !needsConfirmation(followUp.kind)) return false;
  return (await recipientsOf(moment, followUp)).includes(reader);
}

/** Who can be meant by what follows; never whoever speaks herself, nor who came when the period of the sheet was over. */
export async function peopleOf(acting: Acting, listed: Listed): Promise<readonly Holder[]> {
  const keepers = await keepersOf(acting, listed);
  const newcomers = await newcomersIn(acting.tx, listed.place.village.path, listed.until);
  return keepers.filter(({ person }) => person.id !== acting.person.id && !newcomers.has(person.id));
}

/** The liaison leads of a matter's village and the workers of its grid; never who reported it, nor from whom it is kept. */
export async function keepersOf(
  moment: Pick<Moment, "tx">,
  { ticket, place }: Pick<Listed, "ticket" | "place">,
): Promise<readonly Holder[]> {
  const found: Holder[] = [];
  for (const holder of await teamOf(moment.tx, place.village)) {
    const { role, person } = holder;
    const isWorker = role === "grid_worker" && person.memberships.some(({ unit }) => unit === ticket.unit);
    if (role !== "liaison_lead" && !isWorker) continue;
    if (person.id !== ticket.reporter && !(await isKeptFrom(moment, person.id, ticket))) found.push(holder);
  }
  return found;
}

/** A follow-up as it is told, to whoever may read of it. */
export async function toldOf(
  moment: Pick<Moment, "tx">,
  followUp: Pick<FollowUp, "kind" | "number" | "cause" | "causeLimit" | "person" | "words">,
): Promise<Told | undefined> {
  const ticket = await ticketByNumber(moment.tx, followUp.number);
  const place = ticket && (await placeOf(moment, ticket));
  if (!place || ticket.isSealed) return undefined;
  const { zh, en } = kindOf(ticket.kind);
  const { kind, number, words } = followUp;
  const cause = say.causeText({ fault: followUp.cause, limit: followUp.causeLimit });
  const whom = await whomOf(moment, followUp.person, ticket, place);
  return { kind, number, what: { zh, en }, where: place.village.name, cause, whom, words };
}

/** By the post in which she is meant, where she still holds it. */
async function whomOf(
  moment: Pick<Moment, "tx">,
  id: PersonId | null,
  ticket: Ticket,
  place: Place,
): Promise<Text> {
  if (id === null) return say.follow.wholeTeam(place.village.name);
  const keeper = (await keepersOf(moment, { ticket, place })).find(({ person }) => person.id === id);
  return keeper ? postAndName(keeper.role, keeper.person) : nameOf(moment, id);
}
