import type { Chance } from "./chance.ts";
import type { SimVillage, Somebody } from "./county.ts";
import type { Fates } from "./fates.ts";
import { disputesOf, type Mediated } from "./store.ts";
import type { World } from "./world.ts";

/** Quarrels of neighbours in an hour: reported, put before a mediator, given up, settled by an agreement, forgotten. */
export async function liveDisputes(
  world: World,
  chance: Chance,
  village: SimVillage,
  fates: Fates,
): Promise<void> {
  const [reporter, other] = [chance.oneOf(village.villagers), chance.oneOf(village.villagers)];
  if (reporter && other && reporter !== other && chance.happens(0.005)) {
    fates.reported += 1;
    await world.text(reporter.id, `${village.name}${fates.reported}号旁边隔壁${other.name}砌墙占了我家地界`);
    await world.text(reporter.id, "对");
    await world.text(reporter.id, "取消");
  }
  for (const dispute of await world.database.transaction((tx) => disputesOf(tx, village.grid)))
    if (dispute.state === undefined) await callIn(world, chance, village, { dispute, fates });
    else await liveMediation(world, chance, dispute, fates);
}

/** Whoever must act calls in the first whom she is offered. */
async function callIn(
  world: World,
  chance: Chance,
  village: SimVillage,
  { dispute, fates }: { readonly dispute: Mediated; readonly fates: Fates },
): Promise<void> {
  const { number, responsible } = dispute;
  const other = village.villagers.find(({ id }: Somebody) => id !== dispute.reporter);
  if (responsible === null || fates.gone.has(responsible) || !other || !chance.happens(0.05)) return;
  await world.talk(responsible, `/mediate ${number}`, other.name, "1", "跳过", "1", "对");
  await world.text(responsible, "取消");
}

async function liveMediation(world: World, chance: Chance, dispute: Mediated, fates: Fates): Promise<void> {
  const { number, mediator, parties } = dispute;
  for (const { person, state } of parties)
    if (person !== null && state === "asked" && chance.happens(0.05))
      await (chance.happens(0.9)
        ? world.talk(person, `/mediate ${number} willing`, "一直是这样的", "好了")
        : world.press(person, `/mediate ${number} refuse`));
  if (dispute.state === "agreed")
    for (const { person } of parties)
      if (person !== null && chance.happens(0.03)) await world.pressShown(person, "同意");
  if (mediator === null || fates.gone.has(mediator)) return;
  if (chance.happens(0.004)) await world.talk(mediator, `/mediate ${number} fail`, "1", "1");
  else if (dispute.state === "hearing" && chance.happens(0.01))
    await world.talk(mediator, `/mediate ${number} meet`, "明天下午2点", "村委会", "1");
  else if (dispute.state === "meeting" && chance.happens(0.01))
    await world.talk(mediator, `/mediate ${number} agreement`, "墙退回老墙脚", "不用", "1");
  else return;
  await world.text(mediator, "取消");
}
