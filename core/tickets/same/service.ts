import { calledName, type Acting } from "../../people/index.ts";
import { unitByCode, upwards, type Unit } from "../../org/index.ts";
import { createLikeness, type Text } from "../../language/index.ts";
import { isPublicThing, publicThings, type KindId } from "../kinds/model.ts";
import { mayAct, type Ticket, type TicketNumber } from "../model.ts";
import { responsibleFor, tellAbout } from "../responsible.ts";
import { record, type Enclosure } from "../service.ts";
import { reportedBy, ticketByNumber } from "../store.ts";
import { say } from "../texts.ts";
import { areLikelyOne, soundsAlike, twinWindow } from "./model.ts";
import { addFollower, followersOf, removeFollower, unsettledPublic } from "./store.ts";

/** A matter that what is being said may already be. */
export interface Alike {
  readonly number: TicketNumber;
  readonly label: Text;
}

const looked = 20;
const lookedNearby = 100;
const offered = 3;

/** Her own unsettled matters of this kind whose place sounds alike. */
export async function ownAlike(acting: Acting, kind: KindId, place: string): Promise<readonly Alike[]> {
  // Two complaints may be about two people, and what is said of one must not reach her.
  if (kind === "complaint") return [];
  const reported = await reportedBy(acting.tx, acting.person.id, looked);
  return reported
    .filter((ticket) => mayAct(ticket) && !ticket.isSealed && ticket.kind === kind)
    .filter((ticket) => soundsAlike(ticket.place, place))
    .slice(0, offered)
    .map(({ number }) => ({ number, label: say.partOf(number) }));
}

/** What is told now. */
export interface Telling {
  readonly kind: KindId;
  readonly place: string;
  readonly words: string;
}

/**
 * Neighbours' unsettled matters of late that are likely the same public thing, by thing and place only; what is told in the
 * same words comes first.
 */
export async function neighboursAlike(acting: Acting, told: Telling): Promise<readonly Alike[]> {
  const village = isPublicThing(told.kind) ? await villageOf(acting) : undefined;
  if (!village) return [];
  const found: Alike[] = [];
  const since = acting.now - twinWindow;
  const open = await unsettledPublic(acting.tx, village.path, { kinds: publicThings, since }, lookedNearby);
  const { between } = createLikeness(open.map(({ number, what }) => ({ id: String(number), text: what })));
  const alike = open
    .filter(({ reporter }) => reporter !== acting.person.id)
    .map((ticket) => ({ ticket, share: between(told.words, ticket.what) }))
    .filter(({ ticket, share }) => areLikelyOne(told, ticket, share))
    .sort((one, other) => other.share - one.share)
    .map(({ ticket }) => ticket);
  for (const ticket of alike.slice(0, offered))
    found.push({ number: ticket.number, label: await labelOf(acting, ticket) });
  return found;
}

async function labelOf(acting: Acting, ticket: Ticket): Promise<Text> {
  const holder = await responsibleFor(acting, ticket);
  const since = acting.calendar.dayOf(ticket.createdAt, acting.now);
  return say.neighboursMatter(ticket, since, holder && calledName(holder.person));
}

async function villageOf({ tx, person }: Acting): Promise<Unit | undefined> {
  const home = person.grid === null ? undefined : await unitByCode(tx, person.grid);
  for (const code of home ? upwards(home) : []) {
    const unit = await unitByCode(tx, code);
    if (unit?.kind === "village") return unit;
  }
  return undefined;
}

/**
 * The speaker waits for a neighbour's matter too: what she said goes to whoever must act, and she hears how it goes on.
 * @returns "gone" when it was settled, sealed or taken back meanwhile.
 */
export async function follow(
  acting: Acting,
  number: TicketNumber,
  key: string,
  said: Enclosure,
): Promise<"followed" | "gone"> {
  const ticket = await ticketByNumber(acting.tx, number);
  if (!ticket || !mayAct(ticket) || ticket.isSealed || !isPublicThing(ticket.kind)) return "gone";
  await addFollower(acting.tx, number, acting.person.id, acting.now);
  if (!(await record(acting, ticket, "followed", said, key))) return "followed";
  const text = say.followedCard(number, acting.person.name, said.words, said.files);
  if (ticket.responsible !== undefined)
    await tellAbout(acting, ticket.responsible, ticket, { text, files: said.files }, `followed ${key}`);
  return "followed";
}

/** @returns false when she did not follow it. */
export async function unfollow({ tx, person }: Acting, number: TicketNumber): Promise<boolean> {
  return removeFollower(tx, number, person.id);
}

export async function isFollower({ tx, person }: Acting, number: TicketNumber): Promise<boolean> {
  return (await followersOf(tx, number)).includes(person.id);
}
