import { settle, type SimCounty, type SimTownship, type Somebody } from "./county.ts";
import type { World } from "./world.ts";

/** Who has vanished, resigned or is away, and the number of the newest matter. */
export interface Fates {
  readonly gone: Set<string>;
  reported: number;
}

/** A post and who began in it. */
interface Held {
  readonly somebody: Somebody;
  readonly role: "grid_worker" | "officer";
  readonly unit: string;
  /** Of an officer the name of her office. */
  readonly office?: string;
}

/** What happens to people on a day: they vanish, resign, are replaced, hand over. */
export async function liveFates(world: World, county: SimCounty, fates: Fates, day: number): Promise<void> {
  for (const [index, held] of county.townships.flatMap(postsOf).entries()) {
    const { temper, id } = held.somebody;
    if (temper === "vanisher" && day === 10 + (index % 7)) fates.gone.add(id);
    if (temper === "resigner" && day === 15 + (index % 7)) await resign(world, county, held, fates);
    if (temper === "resigner" && day === 20 + (index % 7)) await replace(world, county, held);
    if (temper === "leaver") await leave(world, id, fates, day % 14);
  }
}

function postsOf({ villages, room }: SimTownship): readonly Held[] {
  const workers = villages.flatMap(({ grid, workers: [first] }): Held[] =>
    first ? [{ somebody: first, role: "grid_worker", unit: grid }] : [],
  );
  const officers = room.offices.flatMap(({ name, officers: [first] }): Held[] =>
    first ? [{ somebody: first, role: "officer", unit: room.unit, office: name }] : [],
  );
  return [...workers, ...officers];
}

async function resign(world: World, county: SimCounty, held: Held, fates: Fates): Promise<void> {
  const { somebody, role, unit } = held;
  fates.gone.add(somebody.id);
  await world.press(county.admin.id, `/role ${somebody.id} -${role} ${unit}`);
}

async function replace(world: World, county: SimCounty, { role, unit, office }: Held): Promise<void> {
  const heir = await world.database.transaction((tx) =>
    settle(
      tx,
      world.adapter,
      { name: `新${office ?? "网格员"}${unit}`, unit, role: "villager" },
      world.clock.now(),
    ),
  );
  await world.press(county.admin.id, `/role ${heir.id} ${role} ${unit} ${office ?? ""}`.trim());
}

/** Four days in every fortnight she is away and says so. */
async function leave(world: World, id: string, fates: Fates, dayOfFortnight: number): Promise<void> {
  if (dayOfFortnight === 5) {
    await world.press(id, "/duty off 4天");
    fates.gone.add(id);
  }
  if (dayOfFortnight === 9) {
    await world.press(id, "/duty back");
    fates.gone.delete(id);
  }
}
