import { unitsBelow, type Unit } from "../../org/index.ts";
import { personById, postsIn, type Moment, type PersonId, type Role } from "../../people/index.ts";
import { officeBodies, staffOf } from "../bodies.ts";
import { distinct, named, type Owner } from "../tasks/owners.ts";

/** Who can be asked to a unit's meeting, and be given something to do by it. */
export interface Invitable {
  /** The units below, each with whoever speaks for it. */
  readonly below: readonly Owner[];
  /** Everybody, by every name. */
  readonly all: readonly Owner[];
}

/** Who speaks for a unit: its command room, else its main leader; for a village the liaison lead. */
const speakers: readonly Role[] = ["dispatcher", "main_leader", "direct_leader", "liaison_lead"];

/** The units below, the unit's own offices and staff, and the staff of the units below. */
export async function invitable(moment: Moment, unit: Unit): Promise<Invitable> {
  const below: Owner[] = [];
  const staff: Owner[] = [];
  for (const one of await unitsBelow(moment.tx, unit.code)) {
    below.push({ name: one.name, person: await speakerOf(moment, one) });
    staff.push(...(await staffOf(moment, one, [])).flatMap(named));
  }
  const offices = (await officeBodies(moment, unit, [])).flatMap(named);
  const own = (await staffOf(moment, unit, [])).flatMap(named);
  return { below, all: distinct([...below, ...offices, ...own, ...staff]) };
}

async function speakerOf({ tx }: Moment, unit: Unit): Promise<PersonId | undefined> {
  const posts = await postsIn(tx, unit.code);
  for (const role of speakers) {
    const holder = posts.find((post) => post.role === role);
    if (holder && (await personById(tx, holder.person))) return holder.person;
  }
  return undefined;
}
