import { unitByCode, unitName, upwards, type Unit } from "../org/index.ts";
import {
  calledName,
  deputyRoles,
  isOfficerOf,
  nearestHolder,
  personById,
  postAndName as postOf,
  teamOf,
  tell,
  usualHolder,
  type Acting,
  type Found,
  type Holder,
  type Moment,
  type Person,
  type PersonId,
  type Role,
} from "../people/index.ts";
import type { Text } from "../language/index.ts";
import type { Saying } from "../dialogue/index.ts";
import { officeWith } from "./desk/office.ts";
import { passOnOf, waitsFor } from "./kept.ts";
import type { Ticket } from "./model.ts";
import { isOtherParty } from "./dispute/store.ts";
import { followersOf } from "./same/store.ts";
import { say } from "./texts.ts";

/** Who may have to act on a matter, level by level: nothing is stranded by a vacancy. */
const ladder: readonly Role[] = [
  "grid_worker",
  "team_member",
  "liaison_lead",
  "officer",
  "dispatcher",
  "admin",
];
/**
 * Members of the village team act on what they claimed or were named for, officers on what was sent to their office; a
 * matter never falls to one of them by itself.
 */
const climbing = ladder.filter((role) => role !== "team_member" && role !== "officer");

/** 「网格员老李」, 「综合执法章丽娟」. */
export function postAndName(holder: Holder): Text {
  if (holder.role === "officer" && holder.specialty !== undefined)
    return say.officer(holder.specialty, calledName(holder.person));
  if (holder.role === "dispatcher" && holder.specialty === countyRoom)
    return say.countyRoom(calledName(holder.person));
  return postOf(holder.role, holder.person);
}

/** The unit of a matter. Throws when it is gone: units are never deleted while they hold matters. */
export async function unitOf(moment: Moment, code: string): Promise<Unit> {
  const unit = await unitByCode(moment.tx, code);
  if (!unit) throw new Error(`unit ${code} is not there`);
  return unit;
}

/** Who answers for a matter now, with the post she holds for it. */
export async function responsibleFor(moment: Moment, ticket: Ticket): Promise<Holder | undefined> {
  if (ticket.responsible === undefined) return undefined;
  const person = await personById(moment.tx, ticket.responsible);
  return person && holderOn(moment, person, ticket);
}

/**
 * The post in which a person answers for a unit: one she holds, or one whose holder she stands in for, as a deputy or as the
 * worker of another grid of the village.
 */
export async function postHeld(moment: Moment, person: Person, unit: Unit): Promise<Role | undefined> {
  const own = postFor(person, unit);
  if (own !== undefined) return own;
  const [deputised] = await deputyRoles(moment.tx, person.id, upwards(unit));
  if (deputised !== undefined) return deputised;
  const neighbours = `${unit.parent}-`;
  const isColleague =
    unit.kind === "grid" &&
    person.memberships.some(({ role, unit: held }) => role === "grid_worker" && held.startsWith(neighbours));
  return isColleague ? "grid_worker" : undefined;
}

/** Somebody with the post in which she works on a matter. */
export async function holderOn(moment: Moment, person: Person, ticket: Ticket): Promise<Holder> {
  const office = await officeWith(moment, ticket);
  if (office && isOfficerOf(person, office)) return { person, role: "officer", specialty: office.name };
  const unit = await unitOf(moment, ticket.unit);
  const role = (await postHeld(moment, person, unit)) ?? "grid_worker";
  return withRoom({ person, role }, unit);
}

/** A dispatcher of the county is noted as such: people call her room by another name. */
function withRoom<Of extends Holder>(holder: Of, unit: Unit): Of {
  const { person, role } = holder;
  const [county = "", ...below] = upwards(unit).toReversed();
  const isCountys = role === "dispatcher" && isOfRoom(person, [county]) && !isOfRoom(person, below);
  return isCountys ? { ...holder, specialty: countyRoom } : holder;
}

/** What tells a dispatcher of the county from one of a township. */
const countyRoom = "county";

function isOfRoom({ memberships }: Person, units: readonly string[]): boolean {
  return memberships.some(({ role, unit }) => role === "dispatcher" && units.includes(unit));
}

/** The lowest post of the ladder a person holds for a unit, or for one above it. An officer's counts in her office only. */
export function postFor(person: Person, unit: Unit): Role | undefined {
  const posts = [...ladder.filter((role) => role !== "officer"), "discipline" as const];
  return posts.find((role) =>
    person.memberships.some((held) => held.role === role && unit.path.split("/").includes(held.unit)),
  );
}

/**
 * Who a matter goes to: the lowest post held for its unit by somebody on duty; with `above`, the lowest post higher than that.
 * @param about whom a complaint is about: it never goes to her, nor to somebody who only stands in.
 * @param before who had it so far and is not to have it again.
 */
export async function nextResponsible(
  moment: Moment,
  unit: Unit,
  above?: Role,
  about?: PersonId,
  before?: PersonId,
): Promise<Found | undefined> {
  const wanted = { except: [about, before], holdersOnly: about !== undefined };
  const found = await nearestHolder(moment, unit, postsAbove(above), wanted);
  return found && withRoom(found, unit);
}

/** Who does the work of a post of a unit now: its holder, whoever stands in for her, or the next above. */
export async function standingFor(
  moment: Moment,
  unit: Unit,
  role: Role,
  about?: PersonId,
): Promise<Found | undefined> {
  const above = ladder.includes(role) ? postsAbove(role) : (["dispatcher", "admin"] as const);
  const wanted = { except: [about], holdersOnly: about !== undefined };
  const found = await nearestHolder(moment, unit, [role, ...above], wanted);
  return found && withRoom(found, unit);
}

function postsAbove(above: Role | undefined): readonly Role[] {
  const height = above === undefined ? -1 : ladder.indexOf(above);
  return climbing.filter((role) => ladder.indexOf(role) > height);
}

/** Who answers for a unit on any other day, whoever is away today. */
export async function usuallyResponsible(moment: Moment, unit: Unit): Promise<Holder | undefined> {
  return usualHolder(moment.tx, unit, climbing);
}

/** The team (8+X) of the village a matter belongs to. */
export async function teamFor(moment: Moment, ticket: Pick<Ticket, "unit">): Promise<readonly Holder[]> {
  const unit = await unitOf(moment, ticket.unit);
  const isGrid = unit.kind === "grid" && unit.parent !== null;
  const village = isGrid ? await unitByCode(moment.tx, unit.parent) : undefined;
  return teamOf(moment.tx, village ?? unit);
}

/** Is whoever acts in the team of a matter's village? */
export async function isInTeam(acting: Acting, ticket: Ticket): Promise<boolean> {
  return (await teamFor(acting, ticket)).some(({ person }) => person.id === acting.person.id);
}

/** Does a matter lie with the whole village team, taken on by nobody in it? */
export async function isWithTeam(moment: Moment, ticket: Ticket): Promise<boolean> {
  const holder = await responsibleFor(moment, ticket);
  return ticket.tier === "ordinary" && holder?.role !== "team_member" && holder?.role !== "grid_worker";
}

/** What to call whoever reported a matter. */
export async function reporterName(moment: Moment, ticket: Ticket): Promise<string> {
  return (await personById(moment.tx, ticket.reporter))?.name ?? "";
}

export async function placeName(moment: Moment, ticket: Ticket): Promise<string> {
  return unitName(moment.tx, ticket.unit);
}

/** Is a matter about this person, a complaint about her service or a dispute in which she is another side? */
export async function isKeptFrom(
  { tx }: Pick<Moment, "tx">,
  person: PersonId,
  { number, kind, about }: Pick<Ticket, "number" | "kind" | "about">,
): Promise<boolean> {
  return about === person || (kind === "dispute" && (await isOtherParty(tx, number, person)));
}

/**
 * Says something about a matter to somebody: a reply to it is about the matter. What is sealed goes to nobody in her place,
 * nor does what she is told as staff; nothing goes to whom it is kept from. False when she cannot be reached.
 */
export async function tellAbout(
  moment: Moment,
  to: string,
  ticket: Ticket,
  saying: Saying,
  key: string,
): Promise<boolean> {
  if (await isKeptFrom(moment, to, ticket)) return false;
  const delivery = await tell(
    moment,
    to,
    { ...saying, about: aboutTicket(ticket.number) },
    {
      key: `ticket ${ticket.number} ${key}`,
      lane: "reply",
      async mayPassOn(carer) {
        const passOn = await passOnOf(moment, ticket, await waitsFor(moment, to, ticket));
        return passOn !== "nobody" && !passOn.except.includes(carer);
      },
    },
  );
  return delivery !== "unreachable";
}

/**
 * Tells the villagers how a matter goes on: its reporter hears `saying`, and every neighbour who follows it hears
 * `forFollowers`: left out, the same words without buttons and files. Neighbours never read the reporter's name.
 * @returns false when the reporter cannot be reached: somebody must go and tell her.
 */
export async function tellVillagers(
  moment: Moment,
  ticket: Ticket,
  saying: Saying,
  key: string,
  forFollowers: Saying = { text: saying.text },
): Promise<boolean> {
  const reached = await tellAbout(moment, ticket.reporter, ticket, saying, key);
  await tellFollowers(moment, ticket, forFollowers, key);
  return reached;
}

/** Tells only those who follow a matter; the reporter's name is left out. */
export async function tellFollowers(
  moment: Moment,
  ticket: Ticket,
  saying: Saying,
  key: string,
): Promise<void> {
  const followers = await followersOf(moment.tx, ticket.number);
  if (followers.length === 0) return;
  const reporter = await personById(moment.tx, ticket.reporter);
  const text = reporter ? withoutName(saying.text, reporter) : saying.text;
  for (const follower of followers)
    await tellAbout(moment, follower, ticket, { ...saying, text }, `${key} ${follower}`);
}

/** Words for neighbours: the name of whoever reported is left out. */
export function withoutName(text: Text, { name, nickname }: Person): Text {
  const without = (words: string, instead: string): string =>
    [name, nickname ?? name].reduce((left, called) => left.replaceAll(called, instead), words);
  return { zh: without(text.zh, "邻居"), en: without(text.en, "a neighbour") };
}

const aboutPattern = /^ticket (\d+)$/;

/** How a message says what it is about. */
export function aboutTicket(number: number): string {
  return `ticket ${number}`;
}

/** The matter a message was about, or undefined. */
export function ticketIn(about: string | undefined): number | undefined {
  const digits = about === undefined ? undefined : aboutPattern.exec(about)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
