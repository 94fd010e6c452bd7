/** A database made by the first version that had matters in it goes on with everything that was in it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openDatabase, sql, type Tx } from "./index.ts";
import { describeOnEachEngine } from "./testing/index.ts";
import { writeMigrations } from "./testing/migrationFolder.ts";

const firstVersion = ["20261123075608_first", "20261123090919_people", "20261123091951_inbox_order"];
const own = fileURLToPath(new URL("../../prisma/migrations/", import.meta.url));

function sqlOf(name: string) {
  const read = (engine: string) => readFileSync(join(own, engine, name, "migration.sql"), "utf8");
  return { sqlite: read("sqlite"), postgresql: read("postgresql") };
}

/** One matter with all that hangs on it, written as that version wrote it. */
async function fill(tx: Tx): Promise<void> {
  for (const statement of [
    sql`INSERT INTO unit (code, name, kind, path) VALUES ('g1', 'G1', 'grid', 'g1')`,
    sql`INSERT INTO person (id, name, language, grid, created_at) VALUES ('wang', '王秀英', 'zh', 'g1', 1)`,
    sql`INSERT INTO membership (person_id, unit_code, role, created_at) VALUES ('wang', 'g1', 'villager', 1)`,
    sql`INSERT INTO account (channel, bot, actor, person_id, address, created_at) VALUES ('web', 's', 'wang', 'wang', 'web/s/wang', 1)`,
    sql`INSERT INTO ticket (number, kind, what, place, reporter_id, unit_code, responsible_id, state, answer_due_at, created_at, source_key)
        VALUES (1001, 'lamp', '路灯坏了', '村口', 'wang', 'g1', 'li', 'open', 9, 1, 'in:1')`,
    sql`INSERT INTO ticket_event (id, number, cycle, kind, actor_id, detail, source_key, at) VALUES (7, 1001, 1, 'filed', 'wang', '路灯坏了', 'in:1', 1)`,
    sql`INSERT INTO ticket_media (id, number, event_id, file) VALUES (1, 1001, 7, '{}')`,
    sql`INSERT INTO rating (number, cycle, score, rated_by, at) VALUES (1001, 1, 'satisfied', 'wang', 2)`,
  ])
    await statement.execute(tx);
}

describeOnEachEngine("a database of the first version", (open) => {
  test("keeps its matters, with their events, files and ratings, and they are simple, unsealed and nobody's complaint", async () => {
    const place = await open.place();
    const migrations = writeMigrations(
      place.dataDir,
      Object.fromEntries(firstVersion.map((name) => [name, sqlOf(name)])),
    );
    const before = await openDatabase(place.url, { dataDir: place.dataDir, migrations });
    await before.transaction(fill);
    await before.close();

    const database = await openDatabase(place.url, { dataDir: place.dataDir });
    const [ticket, person, ...counts] = await database.transaction(async (tx) => [
      await tx.selectFrom("ticket").selectAll().executeTakeFirst(),
      await tx.selectFrom("person").selectAll().executeTakeFirst(),
      (await tx.selectFrom("ticket_event").select("id").execute()).length,
      (await tx.selectFrom("ticket_media").select("id").execute()).length,
      (await tx.selectFrom("rating").select("score").execute()).length,
      (await tx.selectFrom("membership").select("role").execute()).length,
    ]);
    await database.close();

    expect(ticket).toMatchObject({
      number: 1001,
      what: "路灯坏了",
      responsible_id: "li",
      source_key: "in:1",
    });
    expect(ticket).toMatchObject({
      tier: "simple",
      sealed: 0,
      urgent: 0,
      about_id: null,
      settle_due_at: null,
    });
    expect(person).toMatchObject({ name: "王秀英", phone_only_at: null });
    expect(counts).toEqual([1, 1, 1, 1]);
  });
});
