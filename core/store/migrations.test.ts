import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { type Database, openDatabase, sql } from "./index.ts";
import { startChild } from "./testing/child.ts";
import { describeOnEachEngine, newFolder, type TestPlace } from "./testing/index.ts";
import { writeMigrations } from "./testing/migrationFolder.ts";

const lamps = "CREATE TABLE lamp (id INTEGER PRIMARY KEY, place TEXT NOT NULL);";
const first = { "1_lamps": lamps };
const colour = { "2_colour": "ALTER TABLE lamp ADD COLUMN colour TEXT;" };

async function appliedNames(database: Database): Promise<readonly string[]> {
  const { rows } = await database.transaction((tx) =>
    sql<{ name: string }>`SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1`.execute(tx),
  );
  return rows.map(({ name }) => name);
}

async function lampsOf(database: Database): Promise<readonly unknown[]> {
  const { rows } = await database.transaction((tx) => sql`SELECT * FROM lamp ORDER BY id`.execute(tx));
  return rows;
}

async function openThere(place: TestPlace, migrations: string): Promise<Database> {
  return await openDatabase(place.url, { dataDir: place.dataDir, migrations });
}

async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await reached())) await new Promise((done) => setTimeout(done, 10));
}

/** The backup comes right before the migration; a moment later SQLite is in the middle of it. */
async function backedUp({ dataDir }: TestPlace): Promise<void> {
  const backups = join(dataDir, "backups");
  await until(() => existsSync(backups) && readdirSync(backups).some((name) => name.endsWith(".db")));
  await new Promise((done) => setTimeout(done, 200));
}

/** PostgreSQL says itself that it is in the middle. */
async function asleep({ url }: TestPlace): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const sleeping =
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
  await until(async () => (await client.query(sleeping)).rowCount === 1);
  await client.end();
}

describeOnEachEngine("migrating", (open, engine) => {
  test("an empty database applies everything, in order, with Prisma's record of each", async () => {
    const place = await open.place();
    const migrations = writeMigrations(place.dataDir, { ...first, ...colour });

    const database = await openThere(place, migrations);

    const { rows } = await database.transaction((tx) =>
      sql<Record<string, unknown>>`SELECT * FROM _prisma_migrations ORDER BY migration_name`.execute(tx),
    );
    expect(rows.map((row) => row["migration_name"])).toEqual(["1_lamps", "2_colour"]);
    expect(rows[0]).toMatchObject({
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      rolled_back_at: null,
    });
    expect(rows.every((row) => row["finished_at"] !== null && row["applied_steps_count"] === 1)).toBe(true);
    await database.close();
  });

  test("twice changes nothing the second time, and later only what is new", async () => {
    const place = await open.place();
    await (await openThere(place, writeMigrations(place.dataDir, first))).close();
    await (await openThere(place, writeMigrations(place.dataDir, {}))).close();

    const database = await openThere(place, writeMigrations(place.dataDir, colour));

    expect(await appliedNames(database)).toEqual(["1_lamps", "2_colour"]);
    await database.close();
  });

  test("refuses a migration that was edited after it was applied", async () => {
    const place = await open.place();
    await (await openThere(place, writeMigrations(place.dataDir, first))).close();

    const edited = writeMigrations(place.dataDir, { "1_lamps": `${lamps} -- edited` });

    await expect(openThere(place, edited)).rejects.toMatchObject({
      code: "changed migration",
      message: expect.stringContaining("1_lamps was edited") as string,
    });
  });

  test("refuses a database that a newer program has changed", async () => {
    const place = await open.place();
    await (await openThere(place, writeMigrations(place.dataDir, { ...first, ...colour }))).close();

    const older = writeMigrations(newFolder(), first);

    await expect(openThere(place, older)).rejects.toMatchObject({
      code: "newer schema",
      message: expect.stringContaining("2_colour") as string,
    });
  });

  test("leaves no trace of a migration that fails, and applies it once it is mended", async () => {
    const place = await open.place();
    const wrong = { "2_colour": "ALTER TABLE lamp ADD COLUMN colour TEXT; INSERT INTO nowhere VALUES (1);" };
    const failing = openThere(place, writeMigrations(place.dataDir, { ...first, ...wrong }));
    await expect(failing).rejects.toThrow("nowhere");

    const database = await openThere(place, writeMigrations(place.dataDir, colour));

    expect(await appliedNames(database)).toEqual(["1_lamps", "2_colour"]);
    await database.close();
  });

  test("killed half-way is as if it had not begun, and the next start finishes it", async () => {
    const place = await open.place();
    const begun = writeMigrations(place.dataDir, first);
    const before = await openThere(place, begun);
    await before.transaction((tx) => sql`INSERT INTO lamp VALUES (1, 'by the bridge')`.execute(tx));
    await before.close();
    const slow = {
      sqlite: `UPDATE lamp SET place = 'half';
        CREATE TABLE much AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000000) SELECT i FROM n;`,
      postgresql: "UPDATE lamp SET place = 'half'; SELECT pg_sleep(2);",
    };
    const migrations = writeMigrations(place.dataDir, { "2_slow": slow });
    const child = startChild("openAndWait.ts", [place.url, place.dataDir, migrations]);
    await (engine === "sqlite" ? backedUp(place) : asleep(place));
    await child.kill();
    expect(child.lines).toEqual(["starting"]);

    const fixed = { "2_slow": "UPDATE lamp SET place = place || ', now lit';" };
    const database = await openThere(place, writeMigrations(place.dataDir, fixed));

    expect(await lampsOf(database)).toEqual([{ id: 1, place: "by the bridge, now lit" }]);
    await database.close();
  });

  test("refuses a database full of another program's tables", async () => {
    const place = await open.place();
    await (await openThere(place, writeMigrations(place.dataDir, first))).close();
    const database = await openThere(place, writeMigrations(place.dataDir, {}));
    await database.transaction((tx) => sql`DROP TABLE _prisma_migrations`.execute(tx));
    await database.close();

    await expect(openThere(place, writeMigrations(place.dataDir, {}))).rejects.toMatchObject({
      code: "foreign tables",
    });
  });
});

/** What Prisma writes for SQLite when a column changes: the table is rebuilt, the old one dropped. */
const rebuild = `PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_lamp" ("id" INTEGER NOT NULL PRIMARY KEY, "place" TEXT NOT NULL, "lit" INTEGER NOT NULL DEFAULT 1);
INSERT INTO "new_lamp" ("id", "place") SELECT "id", "place" FROM "lamp";
DROP TABLE "lamp";
ALTER TABLE "new_lamp" RENAME TO "lamp";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;`;
const bulbs = `CREATE TABLE bulb (id INTEGER PRIMARY KEY, lamp_id INTEGER NOT NULL REFERENCES lamp (id) ON DELETE CASCADE);`;

describe("migrating a SQLite file", () => {
  async function placeWithLamp(): Promise<TestPlace> {
    const dataDir = newFolder();
    const place = { dataDir, url: `file:${join(dataDir, "lamps.db")}` };
    const database = await openThere(place, writeMigrations(dataDir, { "1_lamps": lamps + bulbs }));
    await database.transaction(async (tx) => {
      await sql`INSERT INTO lamp VALUES (1, 'by the bridge')`.execute(tx);
      await sql`INSERT INTO bulb VALUES (1, 1), (2, 1)`.execute(tx);
    });
    await database.close();
    return place;
  }

  test("keeps the children of a table that is rebuilt", async () => {
    const place = await placeWithLamp();

    const database = await openThere(place, writeMigrations(place.dataDir, { "2_lit": rebuild }));

    const bulbsLeft = await database.transaction((tx) => sql`SELECT * FROM bulb`.execute(tx));
    expect(await lampsOf(database)).toEqual([{ id: 1, place: "by the bridge", lit: 1 }]);
    expect(bulbsLeft.rows).toHaveLength(2);
    await expect(
      database.transaction((tx) => sql`INSERT INTO bulb VALUES (3, 99)`.execute(tx)),
    ).rejects.toThrow("FOREIGN KEY");
    await database.close();
  });

  test("refuses a migration that would leave children without their parent", async () => {
    const place = await placeWithLamp();
    const careless = writeMigrations(place.dataDir, { "2_careless": "DELETE FROM lamp;" });

    await expect(openThere(place, careless)).rejects.toMatchObject({
      code: "broken migration",
      message: expect.stringContaining("rows of bulb without their lamp") as string,
    });
  });

  test("backs it up first, with its data, under a name that says schema and time", async () => {
    const place = await placeWithLamp();
    const backups = join(place.dataDir, "backups");
    const noneForAnEmptyOne = existsSync(backups);

    const database = await openThere(place, writeMigrations(place.dataDir, { "2_drop": "DROP TABLE bulb;" }));
    await database.close();

    const [file = "", ...others] = readdirSync(backups);
    const restored = { dataDir: newFolder(), url: `file:${join(backups, file)}` };
    const old = await openThere(restored, writeMigrations(newFolder(), { "1_lamps": lamps + bulbs }));
    expect(noneForAnEmptyOne).toBe(false);
    expect(others).toEqual([]);
    expect(file).toMatch(/^20\d{15}_1_lamps\.before-migration\.db$/);
    expect(await lampsOf(old)).toEqual([{ id: 1, place: "by the bridge" }]);
    await old.close();
  });

  test("keeps the newest five backups", async () => {
    const place = await placeWithLamp();

    for (let step = 2; step <= 8; step++) {
      const next = { [`${step}_step`]: `CREATE TABLE step_${step} (id INTEGER);` };
      await (await openThere(place, writeMigrations(place.dataDir, next))).close();
    }

    const kept = readdirSync(join(place.dataDir, "backups")).map((name) => name.slice(18, 19));
    expect(kept).toEqual(["3", "4", "5", "6", "7"]);
  });
});
