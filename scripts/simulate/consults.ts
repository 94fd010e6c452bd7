import type { Chance } from "./chance.ts";
import type { SimRoom } from "./county.ts";
import type { Fates } from "./fates.ts";
import { consultationsOf, mattersOf } from "./store.ts";
import type { World } from "./world.ts";

/** Consultations of a township in an hour: the room asks, gives more time; offices speak, leaders decide, or do not. */
export async function liveConsultations(
  world: World,
  chance: Chance,
  room: SimRoom,
  fates: Fates,
): Promise<void> {
  const { id } = room.holder;
  const { underWay, hers } = await world.database.transaction(async (tx) => ({
    underWay: await consultationsOf(tx, room.unit),
    hers: await mattersOf(tx, "responsible_id", id),
  }));
  const isFree = (number: number) => underWay.every((one) => one.number !== number);
  for (const { number, state } of hers)
    if (state !== "settled" && isFree(number) && chance.happens(0.03))
      await convene(world, chance, id, number);
  for (const { number, waitedFor, leader } of underWay) {
    for (const one of waitedFor)
      if (!fates.gone.has(one) && chance.happens(0.03))
        await world.talk(one, `/consult ${number} say`, "先修一段，量了再说", "好了");
    if (leader !== null && chance.happens(0.06))
      await world.talk(leader, `/consult ${number} decide`, "按大家说的办", "跳过", "定了");
    if (chance.happens(0.01)) await world.talk(id, `/consult ${number} extend`, "后天", "人没到齐");
  }
}

async function convene(world: World, chance: Chance, id: string, number: number): Promise<void> {
  const who = chance.happens(0.5) ? "点 1 2 邀 3" : "点 1";
  await world.talk(id, `/consult ${number}`, who, "1", "要不要大修？", "明天", "发出");
  await world.text(id, "取消");
}
