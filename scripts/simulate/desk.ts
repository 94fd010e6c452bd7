import type { Chance } from "./chance.ts";
import type { SimRoom, Somebody } from "./county.ts";
import type { Fates } from "./fates.ts";
import { liveStaff, settleOrWait, whilePaused } from "./lives.ts";
import { mattersInOffices, mattersInVillages, type Matter } from "./store.ts";
import type { World } from "./world.ts";

/** What command rooms and offices do in an hour in which they are open. */

/** The room waits for its own word on who has it. */
const asked = 2;
/** Its word stands. */
const decided = 3;

/** A command room: acts on what lies with it, and now and then on what it has sent away or what lies in a village. */
export async function liveRoom(world: World, chance: Chance, room: SimRoom, fates: Fates): Promise<void> {
  await liveStaff(world, chance, room.holder, fates, (...given) => actAtDesk(room, ...given));
  const { away, below } = await world.database.transaction(async (tx) => ({
    away: await mattersInOffices(tx, room.unit),
    below: room.isCounty ? [] : await mattersInVillages(tx, room.unit),
  }));
  for (const matter of away) if (chance.happens(0.01)) await overOffice(world, chance, room, matter);
  for (const matter of below) if (chance.happens(0.002)) await watch(world, room.holder, matter);
}

/** What people of an office do: they send back, or act as everybody does. */
export async function liveOffices(world: World, chance: Chance, room: SimRoom, fates: Fates): Promise<void> {
  for (const { officers } of room.offices)
    for (const officer of officers) await liveStaff(world, chance, officer, fates, actInOffice);
}

async function actInOffice(world: World, chance: Chance, somebody: Somebody, matter: Matter): Promise<void> {
  const { number, bounced, isPaused } = matter;
  if (isPaused) return whilePaused(world, chance, somebody, matter);
  if (chance.happens(bounced === decided ? 0.02 : 0.2))
    return world.talk(somebody.id, `/task ${number} bounce`, "这事不归我们，该别的科室", "好了");
  return settleOrWait(world, chance, somebody, matter);
}

async function actAtDesk(
  room: SimRoom,
  world: World,
  chance: Chance,
  somebody: Somebody,
  matter: Matter,
): Promise<void> {
  const { id } = somebody;
  const { number, bounced } = matter;
  if (bounced === asked && chance.happens(0.5)) return world.press(id, `/desk ${number} keep`);
  const drawn = chance.below(100);
  if (drawn < 45) return dispatch(world, chance, room, number);
  if (drawn < 57) return room.isCounty ? sendDown(world, id, number) : giveBack(world, id, number);
  if (drawn < 69)
    return room.isCounty
      ? sendDown(world, id, number)
      : world.talk(id, `/desk ${number} county`, "镇里管不了，请县里协调", "好了");
  if (drawn < 74) return join(world, chance, room, matter);
  if (matter.isPaused) return whilePaused(world, chance, somebody, matter);
  return settleOrWait(world, chance, somebody, matter);
}

/** For the most part to the office that comes first; now and then with a word. */
async function dispatch(world: World, chance: Chance, room: SimRoom, number: number): Promise<void> {
  const which = chance.happens(0.6) ? 1 : 1 + chance.below(room.offices.length);
  const said = chance.happens(0.2) ? ["今天先去看一下", "好了"] : ["跳过"];
  await world.talk(room.holder.id, `/desk ${number} dispatch`, String(which), ...said, "好");
}

async function join(world: World, chance: Chance, room: SimRoom, matter: Matter): Promise<void> {
  const { number, office, bounced } = matter;
  const lead = office === null || bounced === asked ? ["1"] : [];
  const helper = String(1 + chance.below(2));
  await world.talk(room.holder.id, `/desk ${number} join`, ...lead, helper, "派人一起看", "够了", "1");
}

async function sendDown(world: World, id: string, number: number): Promise<void> {
  await world.talk(id, `/desk ${number} down`, "说好了，请镇里接着办", "好了");
}

async function giveBack(world: World, id: string, number: number): Promise<void> {
  await world.talk(id, `/desk ${number} return`, "村里能办，请再看看", "好了");
}

/** What an office has: taken back, sent elsewhere, given back to the village or up to the county, helped with, supervised. */
async function overOffice(world: World, chance: Chance, room: SimRoom, matter: Matter): Promise<void> {
  const { id } = room.holder;
  const { number } = matter;
  const drawn = chance.below(6);
  if (drawn === 0) await world.talk(id, `/desk ${number} back`, "先不去了", "好了");
  else if (drawn === 1) await dispatch(world, chance, room, number);
  else if (drawn === 2) await join(world, chance, room, matter);
  else if (drawn === 3) await (room.isCounty ? sendDown(world, id, number) : giveBack(world, id, number));
  else if (drawn === 4 && !room.isCounty)
    await world.talk(id, `/desk ${number} county`, "镇里管不了，请县里协调", "好了");
  else await watch(world, room.holder, matter);
  await world.text(id, "取消");
}

async function watch(world: World, { id }: Somebody, { number, isSupervised }: Matter): Promise<void> {
  if (isSupervised) return world.press(id, `/desk ${number} unsupervise`);
  await world.talk(id, `/desk ${number} supervise`, "拖得久了，请抓紧", "好了");
  await world.text(id, "取消");
}
