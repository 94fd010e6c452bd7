import { unitByCode, type Unit } from "../../org/index.ts";
import { can, teamOf, type Acting, type Holder, type Moment, type PersonId } from "../../people/index.ts";
import type { Text } from "../../language/index.ts";
import { isKeptFrom, kindOf, ticketByNumber, type Ticket } from "../../tickets/index.ts";
import type { Fault, ListedMatter } from "../model.ts";
import { isOpenTo } from "../show/lists.ts";
import { bulletinById, type BulletinId } from "../store.ts";
import { say } from "../texts.ts";
import type { Told } from "../texts/follow.ts";
import { nameOf } from "../nameOf.ts";
import type { FollowUp } from "./store.ts";

/** An expected "no", with the sentence for the person. */
export interface Refusal {
  readonly refused: Text;
}

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
  readonly faults: readonly Fault[];
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
  const { overdue, mishandled } = bulletin.sheet;
  const entries = [...mishandled.matters, ...overdue.matters].filter((matter) => matter.number === number);
  const ticket = await ticketByNumber(tx, number);
  const place = ticket && (await placeOf(acting, ticket));
  if (!place || entries.length === 0 || !can(person.memberships, "bulletin.follow", place.township))
    return refusal;
  return { ticket, place, entries, faults: entries.map(({ fault }) => fault) };
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

/** Who can be meant by what follows; never whoever speaks herself. */
export async function peopleOf(acting: Acting, listed: Listed): Promise<readonly Holder[]> {
  const keepers = await keepersOf(acting, listed);
  return keepers.filter(({ person }) => person.id !== acting.person.id);
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
  followUp: Pick<FollowUp, "kind" | "number" | "cause" | "person" | "words">,
): Promise<Told | undefined> {
  const ticket = await ticketByNumber(moment.tx, followUp.number);
  const place = ticket && (await placeOf(moment, ticket));
  if (!place || ticket.isSealed) return undefined;
  const { zh, en } = kindOf(ticket.kind);
  const { kind, number, cause, words } = followUp;
  const whom = await whomOf(moment, followUp.person, place.village);
  return { kind, number, what: { zh, en }, where: place.village.name, cause, whom, words };
}

async function whomOf({ tx }: Pick<Moment, "tx">, id: PersonId | null, village: Unit): Promise<Text> {
  if (id === null) return say.follow.wholeTeam(village.name);
  return nameOf({ tx }, id);
}
