import { readFileSync } from "node:fs";
import { z } from "zod";
import { addressOf, type Adapter } from "../core/channel/index.ts";
import { addUnit } from "../core/org/index.ts";
import {
  insertConsent,
  insertMembership,
  insertPerson,
  upsertAccount,
  type Role,
} from "../core/people/index.ts";
import type { Database, Tx } from "../core/store/index.ts";

const roles = [
  "villager",
  "grid_worker",
  "liaison_lead",
  "dispatcher",
  "admin",
] as const satisfies readonly Role[];

const demoShape = z.object({
  units: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      kind: z.enum(["county", "township", "village", "grid"]),
      parent: z.string().nullable(),
    }),
  ),
  people: z.array(
    z.object({
      actor: z.string(),
      name: z.string(),
      nickname: z.string().nullable(),
      grid: z.string(),
      role: z.enum(roles),
      unit: z.string(),
    }),
  ),
});

type DemoPerson = z.output<typeof demoShape>["people"][number];

/**
 * Fills one real village with invented people who speak on the given platforms; what is already there stays as it is, so
 * that it can run at every start.
 */
export async function seedDemo(database: Database, adapters: readonly Adapter[], now: number): Promise<void> {
  const file = new URL("../prisma/seed/demo.json", import.meta.url);
  const demo = demoShape.parse(JSON.parse(readFileSync(file, "utf8")));
  await database.transaction(async (tx) => {
    for (const unit of demo.units) await addUnit(tx, unit);
    for (const [index, person] of demo.people.entries()) await seedPerson(tx, adapters, person, now + index);
  });
}

async function seedPerson(
  tx: Tx,
  adapters: readonly Adapter[],
  person: DemoPerson,
  now: number,
): Promise<void> {
  const { actor, name, nickname, grid, role, unit } = person;
  const id = `demo-${actor}`;
  const fresh = await insertPerson(tx, { id, name, nickname, language: "zh", grid }, now);
  if (fresh) {
    await insertMembership(tx, id, { role, unit }, now);
    await insertConsent(tx, id, "demo", now);
  }
  for (const { channel, bot } of adapters) {
    await upsertAccount(
      tx,
      id,
      { channel, bot, actor, address: addressOf({ channel, bot, chat: actor }) },
      now,
    );
  }
}
