import { unitsBelow, upwards, type Unit } from "../../org/index.ts";
import { calledName, type PersonId, type Role } from "../model.ts";
import type { Moment } from "../moment.ts";
import type { Holder } from "../service.ts";
import { personById } from "../store.ts";
import { climbing, onShiftFirst, type PassedOver, type Post } from "./model.ts";
import { shiftsBetween } from "./roster/store.ts";
import { absenceOf, deputiesOf, holdersNow } from "./store.ts";

/** Who must act, and the lower posts that were passed over for it because nobody is there. */
export interface Found extends Holder {
  readonly passedOver: readonly PassedOver[];
}

export interface Wanted {
  /** Never one of these. */
  readonly except?: readonly (PersonId | undefined)[];
  /** Nobody who only stands in: for a complaint, which goes to somebody above. */
  readonly holdersOnly?: boolean;
}

type Present = Pick<Moment, "tx" | "now" | "calendar">;

/**
 * Who acts for the first of these posts that has somebody on duty, looking level by level upwards: whoever is on shift today
 * first; in the place of whoever is away her deputy, then another holder of the post, for a grid worker a colleague of the
 * village. Where everybody is away the highest of the posts that anybody holds gets it all the same: never nobody.
 */
export async function nearestHolder(
  moment: Present,
  unit: Unit,
  posts: readonly Role[],
  wanted: Wanted = {},
): Promise<Found | undefined> {
  const passedOver: PassedOver[] = [];
  let highest: Holder | undefined;
  for (const role of posts) {
    const rung = await rungOf(moment, unit, role, wanted);
    if (rung.away) passedOver.push({ role, why: "away", who: calledName(rung.away.person) });
    if (rung.found) return { ...rung.found, passedOver };
    if (!rung.away) passedOver.push({ role, why: "vacant" });
    highest = rung.away ?? highest;
  }
  return highest && { ...highest, passedOver: passedOver.filter(({ role }) => role !== highest.role) };
}

interface Rung {
  readonly found?: Holder | undefined;
  /** Whom a matter would have gone to, were she there. */
  readonly away?: Holder | undefined;
}

async function rungOf(moment: Present, unit: Unit, role: Role, wanted: Wanted): Promise<Rung> {
  let away: Holder | undefined;
  for (const code of upwards(unit)) {
    const rung = await levelOf(moment, { unit: code, role }, wanted);
    away ??= rung.away;
    if (rung.found) return { found: rung.found, away };
  }
  if (!away || wanted.holdersOnly === true) return { away };
  return { found: await colleagueOf(moment, unit, role, wanted), away };
}

async function levelOf(moment: Present, post: Post, wanted: Wanted): Promise<Rung> {
  const holders = (await holdersNow(moment.tx, post, moment.now)).filter(
    ({ person }) => wanted.except?.includes(person) !== true,
  );
  const isAway = new Map(holders.map((holder) => [holder.person, holder.isAway]));
  let away: Holder | undefined;
  for (const person of await inOrder(moment, post, [...isAway.keys()])) {
    if (isAway.get(person) === false) return { found: await holderOf(moment, person, post.role), away };
    away ??= await holderOf(moment, person, post.role);
    const deputy =
      wanted.holdersOnly === true ? undefined : await deputyNow(moment, post, person, wanted.except);
    if (deputy) return { found: deputy, away };
  }
  return { away };
}

/**
 * Who does what comes to a post while its holder is away: whoever that goes to now, for a post that no matters come to her
 * deputy. Undefined where it still comes to her; "nothing" where nothing does.
 */
export async function standInFor(
  moment: Present,
  unit: Unit,
  role: Role,
  holder: PersonId,
): Promise<Holder | "nothing" | undefined> {
  const at = climbing.indexOf(role);
  if (at < 0) return (await deputyNow(moment, { unit: unit.code, role }, holder)) ?? "nothing";
  const found = await nearestHolder(moment, unit, climbing.slice(at));
  return found?.person.id === holder ? undefined : found;
}

/** Whoever is on shift today comes first. */
async function inOrder(
  moment: Present,
  post: Post,
  people: readonly PersonId[],
): Promise<readonly PersonId[]> {
  if (people.length < 2) return people;
  const today = moment.calendar.zone.dateOf(moment.now);
  const shifts = await shiftsBetween(moment.tx, post, today, today);
  return onShiftFirst(
    people,
    shifts.map(({ person }) => person),
  );
}

async function holderOf({ tx }: Present, id: PersonId, role: Role): Promise<Holder | undefined> {
  const person = await personById(tx, id);
  return person && { person, role };
}

/** Her deputy in a post, unless she is away too. What is sealed is for the discipline role alone: nobody stands in for it. */
export async function deputyNow(
  moment: Present,
  post: Post,
  holder: PersonId,
  except: Wanted["except"] = [],
): Promise<Holder | undefined> {
  if (post.role === "discipline") return undefined;
  for (const id of await deputiesOf(moment.tx, post, holder)) {
    if (except.includes(id) || (await absenceOf(moment.tx, id, moment.now))) continue;
    const found = await holderOf(moment, id, post.role);
    if (found) return found;
  }
  return undefined;
}

/** A grid worker's matters are looked after by the worker of another grid of the village. */
async function colleagueOf(
  moment: Present,
  unit: Unit,
  role: Role,
  { except = [] }: Wanted,
): Promise<Holder | undefined> {
  if (role !== "grid_worker" || unit.kind !== "grid" || unit.parent === null) return undefined;
  for (const { code } of await unitsBelow(moment.tx, unit.parent)) {
    if (code === unit.code) continue;
    const holders = await holdersNow(moment.tx, { unit: code, role }, moment.now);
    const free = holders.filter(({ person, isAway }) => !isAway && !except.includes(person));
    const [first] = await inOrder(
      moment,
      { unit: code, role },
      free.map(({ person }) => person),
    );
    if (first !== undefined) return holderOf(moment, first, role);
  }
  return undefined;
}
