import type { Chance } from "./chance.ts";
import { settle, type SimCounty, type SimVillage, type Somebody, type Temper } from "./county.ts";
import type { World } from "./world.ts";

/** What people do in an hour of the day. */

const things = ["路灯坏了", "水沟堵了", "路面有个坑", "垃圾没人收", "自来水漏水", "井盖松了"];

/** How likely it is, in an hour of the day, that somebody like this does something about one matter. */
const zeal: Readonly<Record<Temper, number>> = {
  prompt: 0.5,
  dawdler: 0.04,
  vanisher: 0.4,
  resigner: 0.4,
  leaver: 0.5,
};

/** Who has vanished, resigned or is away, and the number of the newest matter. */
export interface Fates {
  readonly gone: Set<string>;
  reported: number;
}

/** The villagers of a village: they report, ask again, and have the last word. */
export async function liveVillagers(
  world: World,
  chance: Chance,
  village: SimVillage,
  fates: Fates,
): Promise<void> {
  for (const villager of village.villagers) {
    if (chance.happens(0.035)) {
      fates.reported += 1;
      await world.text(villager.id, `${village.name}${fates.reported}号门口${chance.oneOf(things) ?? ""}`);
      await world.text(villager.id, "对");
      await world.text(villager.id, "取消");
    }
    for (const { number, state } of await mattersOf(world, "reporter_id", villager.id)) {
      if (state === "settled" && chance.happens(0.06)) await haveSay(world, chance, villager, number);
      else if (state !== "settled" && chance.happens(0.01))
        await world.press(villager.id, `/mine ${number} nudge`);
    }
  }
}

async function haveSay(world: World, chance: Chance, { id }: Somebody, number: number): Promise<void> {
  if (chance.happens(0.75)) return world.press(id, `/mine ${number} satisfied`);
  if (chance.happens(0.5)) return world.press(id, `/mine ${number} not_fixed`);
  await world.press(id, `/mine ${number} dissatisfied`);
  return world.text(id, "1");
}

/** Whoever must act does, or does not, as she is. */
export async function liveStaff(
  world: World,
  chance: Chance,
  somebody: Somebody,
  fates: Fates,
): Promise<void> {
  if (fates.gone.has(somebody.id)) return;
  let hasActed = false;
  for (const { number, state } of await mattersOf(world, "responsible_id", somebody.id)) {
    if (state === "settled" || !chance.happens(zeal[somebody.temper])) continue;
    hasActed = true;
    if (state === "open") await answer(world, chance, somebody, number);
    else if (chance.happens(0.3)) await finish(world, somebody, number);
    else if (chance.happens(0.05)) await world.press(somebody.id, `/task ${number} pause`);
  }
  // What she began and did not finish is laid aside.
  if (hasActed) await world.text(somebody.id, "取消");
}

async function answer(world: World, chance: Chance, { id }: Somebody, number: number): Promise<void> {
  if (chance.happens(0.2)) {
    await world.press(id, `/assign ${number}`);
    await world.text(id, "1");
    return world.text(id, "跳过");
  }
  if (chance.happens(0.08)) {
    await world.press(id, `/task ${number} up`);
    await world.text(id, "村里办不了");
    return world.text(id, "好了");
  }
  await world.press(id, `/task ${number} answer`);
  await world.text(id, "看过了，这两天办");
  return world.text(id, "好了");
}

async function finish(world: World, { id }: Somebody, number: number): Promise<void> {
  await world.press(id, `/task ${number} done`);
  await world.text(id, "办好了，换了新的");
  await world.text(id, "好了");
}

/** What happens to people on a day: they vanish, resign, are replaced, hand over. */
export async function liveFates(world: World, county: SimCounty, fates: Fates, day: number): Promise<void> {
  for (const [index, village] of county.townships.flatMap(({ villages }) => villages).entries()) {
    const [worker] = village.workers;
    if (!worker) continue;
    if (worker.temper === "vanisher" && day === 10 + (index % 7)) fates.gone.add(worker.id);
    if (worker.temper === "resigner" && day === 15 + (index % 7))
      await resign(world, county, village, worker, fates);
    if (worker.temper === "resigner" && day === 20 + (index % 7)) await replace(world, county, village);
    if (worker.temper === "leaver") await leave(world, worker, fates, day % 14);
  }
}

async function resign(
  world: World,
  county: SimCounty,
  village: SimVillage,
  worker: Somebody,
  fates: Fates,
): Promise<void> {
  fates.gone.add(worker.id);
  await world.press(county.admin.id, `/role ${worker.id} -grid_worker ${village.grid}`);
}

async function replace(world: World, county: SimCounty, village: SimVillage): Promise<void> {
  const heir = await world.database.transaction((tx) =>
    settle(
      tx,
      world.adapter,
      { name: `新网格员${village.code}`, unit: village.grid, role: "villager" },
      world.clock.now(),
    ),
  );
  await world.press(county.admin.id, `/role ${heir.id} grid_worker ${village.grid}`);
}

/** Four days in every fortnight she is away and says so. */
async function leave(world: World, worker: Somebody, fates: Fates, dayOfFortnight: number): Promise<void> {
  if (dayOfFortnight === 5) {
    await world.press(worker.id, "/duty off 4天");
    fates.gone.add(worker.id);
  }
  if (dayOfFortnight === 9) {
    await world.press(worker.id, "/duty back");
    fates.gone.delete(worker.id);
  }
}

async function mattersOf(world: World, column: "reporter_id" | "responsible_id", person: string) {
  return world.database.transaction((tx) =>
    tx
      .selectFrom("ticket")
      .select(["number", "state"])
      .where(column, "=", person)
      .where("state", "in", ["open", "answered", "settled"])
      .orderBy("number")
      .execute(),
  );
}
