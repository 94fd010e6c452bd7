import type { Chance } from "./chance.ts";
import type { SimCounty } from "./county.ts";
import type { World } from "./world.ts";

/** Limits that leaders change in the middle of it all, and days that the county enters. */

const clocks = ["office", "village", "township", "worker", "answer"] as const;
const lengths = ["3天", "2 个工作日", "36 小时", "7天", "4 个工作日"];
const takeAway = "照上一级的规定";

/** What the county enters, by how many days have passed. */
const daysEntered: Readonly<Record<number, string>> = {
  2: "2026-09-18 休 停电检修",
  17: "2026-10-10 休 补休",
  30: "2026-10-17 上班 调休",
  44: "2026-11-03 休 台风",
};

/** On every third day the main leader of one township changes a limit, on a few days the county's admin a day. */
export async function liveLimits(
  world: World,
  chance: Chance,
  { admin, townships }: SimCounty,
  day: number,
): Promise<void> {
  const date = daysEntered[day];
  if (date !== undefined)
    await world.talk(admin.id, `/sla day ${date}`, chance.happens(0.7) ? "在办的也改" : "只管以后的");
  if (day % 3 !== 1) return;
  const [leader] = townships[Math.floor(day / 3) % townships.length]?.leaders ?? [];
  const township = townships[Math.floor(day / 3) % townships.length];
  if (leader && township) await changeLimit(world, chance, leader.id, { unit: township.code, day });
}

async function changeLimit(
  world: World,
  chance: Chance,
  leader: string,
  { unit, day }: { readonly unit: string; readonly day: number },
): Promise<void> {
  const clock = day === 1 ? "office" : (chance.oneOf(clocks) ?? "office");
  // The answer's limit is kept short: a day at the longest.
  const length = clock === "answer" ? `${12 + chance.below(13)} 小时` : (chance.oneOf(lengths) ?? "3天");
  await world.talk(leader, `/sla ${unit} ${clock}`, chance.happens(0.7) ? "1" : "2");
  const isOwn = world.heard(leader).includes("不要单独规定");
  const isTaken = isOwn && chance.happens(0.4);
  await world.text(leader, isTaken ? takeAway : length);
  if (!isTaken) await world.text(leader, chance.happens(0.7) ? "1" : "2");
  await world.text(leader, "跳过");
  const mayMove = world.heard(leader).includes("在办的有");
  await world.text(leader, mayMove && chance.happens(0.8) ? "在办的也改" : "只管以后的");
  await world.text(leader, "取消");
}
