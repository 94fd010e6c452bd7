import { readFileSync } from "node:fs";
import { z } from "zod";
import { insertGoods, insertRule, insertSetting, plantForTeam, rulesIn } from "../core/points/index.ts";
import type { Tx } from "../core/store/index.ts";

const pointsShape = z.object({
  unit: z.string(),
  setting: z.object({ publicityDays: z.number(), approveAbove: z.number() }),
  village: z.string(),
  team: z.array(
    z.object({
      rule: z.string(),
      reason: z.string(),
      daysAgo: z.number(),
      takenBackDaysAgo: z.number().optional(),
    }),
  ),
  goods: z.array(
    z.object({
      zh: z.string(),
      en: z.string(),
      price: z.number(),
      stock: z.number(),
      monthMost: z.number().nullable(),
    }),
  ),
  rules: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(["natural", "daily", "special"]),
      zh: z.string(),
      en: z.string(),
      delta: z.number(),
      givenBy: z.enum(["event", "staff", "outcome"]),
      caps: z.array(
        z.object({
          per: z.enum(["person", "household", "team"]),
          within: z.enum(["day", "month", "ever"]),
          most: z.number(),
        }),
      ),
    }),
  ),
});

/** The demonstration's rules of points, its goods and what its team earned, once: what was changed since stays changed. */
export async function seedPoints(tx: Tx, now: number): Promise<void> {
  const path = new URL("../prisma/seed/points.json", import.meta.url);
  const seed = pointsShape.parse(JSON.parse(readFileSync(path, "utf8")));
  const { unit, setting, rules, village, goods, team } = seed;
  if ((await rulesIn(tx, [unit])).length > 0) return;
  await insertSetting(tx, unit, { ...setting, isDemo: true }, { by: null, now });
  for (const { zh, en, ...rule } of rules)
    await insertRule(tx, { ...rule, unit, title: { zh, en }, isDemo: true }, { by: null, now });
  for (const { zh, en, ...one } of goods)
    await insertGoods(
      tx,
      { ...one, unit: village, name: { zh, en }, picture: null, isDemo: true },
      { by: null, now },
    );
  await plantForTeam(tx, village, team, now);
}
