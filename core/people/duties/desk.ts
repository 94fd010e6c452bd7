import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitByCode, unitName, unitsBelow, type Unit } from "../../org/index.ts";
import type { Refusal } from "../households/service.ts";
import type { PersonId, Role } from "../model.ts";
import type { Acting } from "../moment.ts";
import { holdersIn } from "../service.ts";
import { personById, personsNamed } from "../store.ts";
import { postName, say as peopleTexts } from "../texts.ts";
import { dayOf } from "./days.ts";
import { electionLines, readElection, type ElectionReading } from "./handover/election.ts";
import { changeLine, changeOf, handPost, leavesNoAdmin, mayHand, type Change } from "./handover/service.ts";
import { pendingIn } from "./handover/store.ts";
import type { OpenMatters } from "./matters.ts";
import { postsOf, type Post } from "./model.ts";
import {
  enterRoster,
  keptPost,
  readRoster,
  rosterPeople,
  type RosterDay,
  type RosterReading,
} from "./roster/service.ts";
import { say } from "./texts.ts";
import type { ChangeLine } from "./texts/handing.ts";

/** A post that can be handed over, as a line of a menu. */
export interface HandablePost {
  readonly label: Text;
  readonly change: Omit<Change, "to">;
}

/** Somebody to choose. */
export interface Someone {
  readonly id: PersonId;
  readonly label: Text;
}

/** A change as it is put before somebody who is to say yes. */
export interface Previewed {
  readonly line: ChangeLine;
  /** How many open matters go along. */
  readonly count: number;
}

/** What the flows about duties do; every deed asks anew whether the speaker may do it. */
export interface DutyDesk {
  /** A day from today on, with how it is said. */
  day(words: string): Promise<{ readonly date: string; readonly said: Text } | Refusal>;
  rosterNames(post: Post): Promise<{ readonly names: readonly string[] } | Refusal>;
  readRoster(post: Post, words: string): Promise<RosterReading>;
  enterRoster(key: string, post: Post, days: readonly RosterDay[]): Promise<Reply>;
  posts(unit: string): Promise<{ readonly name: string; readonly posts: readonly HandablePost[] } | Refusal>;
  called(name: string): Promise<readonly Someone[]>;
  previewed(change: Change): Promise<Previewed | Refusal>;
  hand(key: string, change: Change, date: string): Promise<Reply>;
  electionSheet(unit: string): Promise<{ readonly sheet: Text } | Refusal>;
  readElection(unit: string, words: string): Promise<ElectionReading>;
  /** How many open matters go along with several changes. */
  goAlong(changes: readonly Change[]): Promise<number>;
  elect(key: string, changes: readonly Change[], date: string): Promise<Reply>;
}

export interface DutyServices {
  readonly duties: DutyDesk;
  /** What duties have to do with matters. */
  readonly matters: OpenMatters;
}

/** Who gives a command about duties, and what that needs besides. */
export interface DutyCall extends Pick<DutyServices, "matters"> {
  readonly acting: Acting;
  readonly messageKey: string;
}

/** The desk for whoever acts. */
export function dutyDesk(acting: Acting | undefined, matters: OpenMatters): DutyDesk {
  const known = (): Acting => {
    if (!acting) throw new Error("somebody who has not joined keeps no duties");
    return acting;
  };
  return {
    day: (words) => Promise.resolve(day(known(), words)),
    rosterNames: (post) => rosterNames(known(), post),
    readRoster: (post, words) => readRoster(known(), post, words),
    enterRoster: (key, post, days) => enterRoster(known(), key, post, days),
    posts: (unit) => posts(known(), unit),
    called: (name) => called(known(), name),
    previewed: (change) => previewed(known(), matters, change),
    hand: (_key, change, date) => hand(known(), matters, change, date),
    electionSheet: (unit) => electionSheet(known(), unit),
    readElection: async (unit, words) => readElection(known(), await unitOf(known(), unit), words),
    goAlong: (changes) => goAlong(known(), matters, changes),
    elect: (_key, changes, date) => elect(known(), matters, changes, date),
  };
}

async function unitOf({ tx }: Acting, code: string): Promise<Unit> {
  const unit = await unitByCode(tx, code);
  if (!unit) throw new Error(`unit ${code} is not there`);
  return unit;
}

function day(acting: Acting, words: string): { readonly date: string; readonly said: Text } | Refusal {
  const read = dayOf(acting, words);
  if ("refused" in read) return read;
  const { calendar } = acting;
  return { ...read, said: calendar.date(calendar.zone.momentOf(read.date, 0)) };
}

async function rosterNames(acting: Acting, post: Post) {
  const kept = await keptPost(acting, post);
  if ("refused" in kept) return kept;
  const names = (await rosterPeople(acting, post)).map(({ name }) => name);
  return names.length === 0 ? { refused: say.nobodyToRoster(kept.name) } : { names };
}

/** The posts of a unit and its grids that the speaker may hand over, held and vacant. */
async function posts(acting: Acting, code: string) {
  const { tx } = acting;
  const unit = await unitOf(acting, code);
  const grids = unit.kind === "village" ? await unitsBelow(tx, code) : [];
  const found: HandablePost[] = [];
  for (const place of [...grids, unit]) {
    const holders = await holdersIn(tx, place.code);
    const held = new Set<Role>(holders.map(({ role }) => role));
    const vacant = postsOf[place.kind].filter((role) => !held.has(role) && role !== "team_member");
    for (const role of vacant)
      if (await mayHand(acting, { unit: place.code, role }))
        found.push(await handable(acting, place, { role, specialty: null, from: null }));
    // The team is long and comes last.
    const teamLast = holders.toSorted((one, other) => Number(isTeam(one.role)) - Number(isTeam(other.role)));
    for (const { role, specialty, person } of teamLast)
      if (await mayHand(acting, { unit: place.code, role }))
        found.push(await handable(acting, place, { role, specialty: specialty ?? null, from: person.id }));
  }
  return found.length === 0 ? { refused: say.mayNotHand(unit.name) } : { name: unit.name, posts: found };
}

function isTeam(role: Role): boolean {
  return role === "team_member";
}

async function handable(
  { tx }: Acting,
  { code: unit }: Unit,
  post: Omit<Change, "to" | "unit">,
): Promise<HandablePost> {
  const name = postName(post.role, post.specialty ?? undefined);
  const text = peopleTexts.postIn(await unitName(tx, unit), name);
  const person = post.from === null ? undefined : await personById(tx, post.from);
  return { label: person ? say.heldBy(text, person.name) : say.vacantPost(text), change: { unit, ...post } };
}

async function called({ tx }: Acting, name: string): Promise<readonly Someone[]> {
  const people: Someone[] = [];
  for (const id of await personsNamed(tx, name.trim())) {
    const person = await personById(tx, id);
    const home = person?.grid ? await unitName(tx, person.grid) : "";
    if (person) people.push({ id, label: peopleTexts.personAt(person.name, home) });
  }
  return people;
}

/** Why a change cannot be, or undefined. */
async function refusalOf(acting: Acting, change: Change): Promise<Refusal | undefined> {
  const { tx } = acting;
  const unit = await unitName(tx, change.unit);
  if (!(await mayHand(acting, change))) return { refused: say.mayNotHand(unit) };
  if (change.from === null && change.to === null) return { refused: say.nothingToHand };
  if (await leavesNoAdmin(acting, change)) return { refused: say.stillLastAdmin(unit) };
  const to = change.to === null ? undefined : await personById(tx, change.to);
  const { post } = await changeLine(acting, change);
  if (to?.memberships.some((held) => held.role === change.role && held.unit === change.unit))
    return { refused: say.holdsAlready(to.name, post) };
  const pending = (await pendingIn(tx, [change.unit])).find(
    (one) => one.role === change.role && (one.from ?? null) === change.from,
  );
  return pending && { refused: say.alreadyPlanned(await changeLine(acting, changeOf(pending))) };
}

async function previewed(acting: Acting, matters: OpenMatters, change: Change): Promise<Previewed | Refusal> {
  const refusal = await refusalOf(acting, change);
  if (refusal) return refusal;
  return { line: await changeLine(acting, change), count: await goAlong(acting, matters, [change]) };
}

async function goAlong(acting: Acting, matters: OpenMatters, changes: readonly Change[]): Promise<number> {
  let count = 0;
  for (const { unit, from } of changes)
    if (from !== null) count += await matters.count(acting, from, await unitOf(acting, unit));
  return count;
}

async function hand(acting: Acting, matters: OpenMatters, change: Change, date: string): Promise<Reply> {
  const refusal = await refusalOf(acting, change);
  if (refusal) return refusal.refused;
  const line = await changeLine(acting, change);
  const id = await handPost(acting, matters, change, date);
  if (id === null) return say.handed(line);
  const said = acting.calendar.date(acting.calendar.zone.momentOf(date, 0));
  return { text: say.planned(line, said), choices: [{ label: say.cancelIt, token: `/duty cancel ${id}` }] };
}

async function electionSheet(acting: Acting, code: string) {
  const unit = await unitOf(acting, code);
  const [lowest = "grid_worker"] = postsOf[unit.kind];
  if (!(await mayHand(acting, { unit: code, role: lowest }))) return { refused: say.mayNotHand(unit.name) };
  return { sheet: say.electionSheet(unit.name, await electionLines(acting.tx, unit)) };
}

async function elect(
  acting: Acting,
  matters: OpenMatters,
  changes: readonly Change[],
  date: string,
): Promise<Reply> {
  for (const change of changes) {
    const refusal = await refusalOf(acting, change);
    if (refusal) return refusal.refused;
  }
  let planned = 0;
  for (const change of changes) if ((await handPost(acting, matters, change, date)) !== null) planned += 1;
  const said = acting.calendar.date(acting.calendar.zone.momentOf(date, 0));
  return planned === 0 ? say.electionDone(changes.length) : say.electionPlanned(changes.length, said);
}
