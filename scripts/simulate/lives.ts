import type { Chance } from "./chance.ts";
import type { SimVillage, Somebody, Temper } from "./county.ts";
import type { Fates } from "./fates.ts";
import { mattersOf, type Matter } from "./store.ts";
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

/** The villagers of a village: they report, ask again, and have the last word. */
export async function liveVillagers(
  world: World,
  chance: Chance,
  village: SimVillage,
  fates: Fates,
): Promise<void> {
  for (const villager of village.villagers) {
    if (chance.happens(0.025)) {
      fates.reported += 1;
      await world.text(villager.id, `${village.name}${fates.reported}号门口${chance.oneOf(things) ?? ""}`);
      await world.text(villager.id, "对");
      await world.text(villager.id, "取消");
    }
    const matters = await world.database.transaction((tx) => mattersOf(tx, "reporter_id", villager.id));
    for (const { number, state } of matters) {
      if (state === "settled" && chance.happens(0.06)) await haveSay(world, chance, villager, number);
      else if (state !== "settled" && chance.happens(0.01))
        await world.press(villager.id, `/mine ${number} nudge`);
    }
  }
}

async function haveSay(world: World, chance: Chance, { id }: Somebody, number: number): Promise<void> {
  if (chance.happens(0.7)) return world.press(id, `/mine ${number} satisfied`);
  if (chance.happens(0.6)) return world.press(id, `/mine ${number} not_fixed`);
  return world.talk(id, `/mine ${number} dissatisfied`, "1");
}

/** What somebody does with a matter that she must act on. */
export type Deed = (world: World, chance: Chance, somebody: Somebody, matter: Matter) => Promise<void>;

/** Whoever must act does, or does not, as she is. */
export async function liveStaff(
  world: World,
  chance: Chance,
  somebody: Somebody,
  fates: Fates,
  deed: Deed = actInVillage,
): Promise<void> {
  if (fates.gone.has(somebody.id)) return;
  let hasActed = false;
  const matters = await world.database.transaction((tx) => mattersOf(tx, "responsible_id", somebody.id));
  for (const matter of matters) {
    if (matter.state === "settled" || !chance.happens(zeal[somebody.temper])) continue;
    hasActed = true;
    await deed(world, chance, somebody, matter);
  }
  // What she began and did not finish is laid aside.
  if (hasActed) await world.text(somebody.id, "取消");
}

/** In the village a matter is answered, handed on, sent up, paused, settled. */
export async function actInVillage(
  world: World,
  chance: Chance,
  somebody: Somebody,
  matter: Matter,
): Promise<void> {
  const { id } = somebody;
  const { number, state, tier, isPaused } = matter;
  if (isPaused) return whilePaused(world, chance, somebody, matter);
  if (state === "open" && chance.happens(0.2)) return world.talk(id, `/assign ${number}`, "1", "跳过");
  if (tier !== "complex" && chance.happens(0.08))
    return world.talk(id, `/task ${number} up`, "村里办不了", "好了");
  return settleOrWait(world, chance, somebody, matter);
}

/** Answers what is not answered; what is, is settled, or waits for something, or just waits. */
export async function settleOrWait(
  world: World,
  chance: Chance,
  { id }: Somebody,
  { number, state }: Matter,
): Promise<void> {
  if (chance.happens(0.05)) return pause(world, chance, id, number);
  if (state === "open") return world.talk(id, `/task ${number} answer`, "看过了，这两天办", "好了");
  if (chance.happens(0.3)) return world.talk(id, `/task ${number} done`, "办好了，换了新的", "好了");
}

/** Sometimes with one of the usual reasons, sometimes in her own words; as long as she likes. */
async function pause(world: World, chance: Chance, id: string, number: number): Promise<void> {
  const reason = chance.happens(0.3) ? "等电力公司派人来" : String(1 + chance.below(4));
  await world.talk(id, `/task ${number} pause`, reason, String(1 + chance.below(3)));
}

/** What stands still is let alone for the most part: some let it run again, some pass it on or settle it as it is. */
export async function whilePaused(
  world: World,
  chance: Chance,
  { id }: Somebody,
  { number, tier, office }: Matter,
): Promise<void> {
  if (!chance.happens(0.12)) return;
  if (chance.happens(0.4)) return world.press(id, `/task ${number} resume`);
  if (chance.happens(0.3)) return world.talk(id, `/task ${number} done`, "办好了，换了新的", "好了");
  if (tier !== "complex") return world.talk(id, `/task ${number} up`, "等不到，请镇里办", "好了");
  if (office !== null) return world.talk(id, `/task ${number} bounce`, "这事不归我们", "好了");
}
