import { upwards, type Unit } from "../../org/index.ts";
import { calledName, type PersonId, type Role } from "../model.ts";
import type { Moment } from "../moment.ts";
import type { Holder } from "../service.ts";
import { personById, reachableAt } from "../store.ts";
import { deputyNow, type Wanted } from "./choose.ts";
import type { Post } from "./model.ts";
import { holdersNow } from "./store.ts";

/** Why what is said to a post reaches nobody who holds it. */
export interface Unheard {
  readonly role: Role;
  readonly why: "vacant" | "away" | "unreachable";
  /** Who is away or cannot be reached, as people call her. */
  readonly who?: string;
}

export interface Heard {
  readonly hearers: readonly Holder[];
  /** Who does not hear it though it is for her; where it reaches a level above, the level below. */
  readonly unheard: Unheard | undefined;
}

type Present = Pick<Moment, "tx" | "now" | "calendar">;

/**
 * Who hears what a post is told now: everybody who holds it at the nearest level, in the place of whoever is away or has no
 * chat that works her deputy; where that is nobody the level above.
 */
export async function hearersOf(
  moment: Present,
  unit: Unit,
  role: Role,
  wanted: Wanted = {},
): Promise<Heard> {
  let unheard: Unheard | undefined;
  let isHeld = false;
  for (const code of upwards(unit)) {
    const level = await levelOf(moment, { unit: code, role }, wanted);
    if (level.hearers.length > 0) return { hearers: level.hearers, unheard };
    unheard ??= level.unheard;
    isHeld ||= level.isHeld;
  }
  return { hearers: [], unheard: unheard ?? (isHeld ? undefined : { role, why: "vacant" }) };
}

async function levelOf(
  moment: Present,
  post: Post,
  { except = [], holdersOnly = false }: Wanted,
): Promise<Heard & { readonly isHeld: boolean }> {
  const { tx, now } = moment;
  const holders = await holdersNow(tx, post, now);
  const found = new Map<PersonId, Holder>();
  let unheard: Unheard | undefined;
  for (const { person: id, isAway } of holders) {
    const person = except.includes(id) ? undefined : await personById(tx, id);
    if (!person) continue;
    const isThere = !isAway && (await isReached(moment, id));
    const deputy = isThere || holdersOnly ? undefined : await deputyNow(moment, post, id, except);
    const hearer = isThere ? { person, role: post.role } : deputy;
    if (hearer && (isThere || (await isReached(moment, hearer.person.id))))
      found.set(hearer.person.id, hearer);
    else unheard ??= { role: post.role, why: isAway ? "away" : "unreachable", who: calledName(person) };
  }
  return { hearers: [...found.values()], unheard, isHeld: holders.length > 0 };
}

/** By herself: what staff are told as staff goes to no carer. */
async function isReached({ tx }: Present, person: PersonId): Promise<boolean> {
  return (await reachableAt(tx, person)).length > 0;
}
