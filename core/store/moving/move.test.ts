import { join } from "node:path";
import { once } from "node:events";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import Sqlite from "better-sqlite3";
import { Client } from "pg";
import { expect, test } from "vitest";
import { openDatabase, StoreRefusal, type Database, type Tx } from "../index.ts";
import { describeOnPostgresql, newFolder, type OpenTestDatabase } from "../testing/index.ts";
import { writeMigrations } from "../testing/migrationFolder.ts";
import { moveInstallation, type MoveProgress } from "./move.ts";

/** Units under each other, one written before the one it names; three alarms, of which the newest is gone again. */
async function fill(tx: Tx): Promise<void> {
  const unit = { kind: "village", name: "前岩村 🏮", path: "x" };
  await tx
    .insertInto("unit")
    .values({ ...unit, code: "9", parent: null })
    .execute();
  await tx
    .insertInto("unit")
    .values({ ...unit, code: "5", parent: "9" })
    .execute();
  await tx
    .insertInto("unit")
    .values({ ...unit, code: "1", parent: "5" })
    .execute();
  for (const kind of ["a", "b", "c"])
    await tx
      .insertInto("answer_template")
      .values({
        unit_code: "9",
        kind,
        words: `“${kind}”\n\\ {},NULL`,
        made_by: "",
        created_at: 2 ** 50,
      })
      .execute();
  await tx.deleteFrom("answer_template").where("kind", "=", "c").execute();
}

/** A SQLite installation with a few rows, closed. */
async function sqliteInstallation(): Promise<{ readonly url: string; readonly file: string }> {
  const file = join(newFolder(), "diantong.db");
  const url = `file:${file}`;
  const database = await openDatabase(url, { dataDir: newFolder() });
  await database.transaction(fill);
  await database.close();
  return { url, file };
}

function newFile(): string {
  return `file:${join(newFolder(), "new.db")}`;
}

async function move(from: string, to: string): Promise<readonly MoveProgress[]> {
  const told: MoveProgress[] = [];
  await moveInstallation({ from, to, tell: (progress) => told.push(progress) });
  return told;
}

async function on<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function units(url: string): Promise<number> {
  const database = await openDatabase(url, { dataDir: newFolder() });
  const rows = await database.transaction((tx) => tx.selectFrom("unit").select("code").execute());
  await database.close();
  return rows.length;
}

/** A table that was never written to is counted from 0 only where a migration has rebuilt it. */
const counted: Readonly<Record<string, string>> = { sqlite_sequence: "WHERE seq > 0" };

/** Everything in a SQLite installation, with the numbers it goes on with. */
function contents(url: string): Readonly<Record<string, unknown>> {
  const handle = new Sqlite(url.slice("file:".length), { readonly: true });
  const names = handle
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('_prisma_migrations')")
    .pluck()
    .all() as string[];
  const tables = names
    .filter((name) => name !== "sqlite_stat1")
    .map(
      (name) =>
        [name, handle.prepare(`SELECT * FROM "${name}" ${counted[name] ?? ""} ORDER BY 1, 2`).all()] as const,
    );
  handle.close();
  return Object.fromEntries(tables);
}

const refusal = (code: string, words: string): unknown =>
  expect.objectContaining({
    name: StoreRefusal.name,
    code,
    message: expect.stringContaining(words) as string,
  });

describeOnPostgresql("an installation moved", (open: OpenTestDatabase) => {
  test("there and back is what it was, down to the next number", async () => {
    const { url: from } = await sqliteInstallation();
    const { url: there } = await open.place();
    const back = newFile();

    const told = await move(from, there);
    await move(there, back);

    expect(contents(back)).toEqual(contents(from));
    expect(contents(back)["sqlite_sequence"]).toContainEqual({ name: "answer_template", seq: 3 });
    expect(told).toContainEqual({
      step: "compared",
      table: "unit",
      rows: 3,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(await units(there)).toBe(3);
  });

  test("to a database that has rows, or to itself, is refused; nothing in it changes", async () => {
    const { url: from } = await sqliteInstallation();
    const { url: there } = await open.place();
    await move(from, there);

    await expect(move(from, there)).rejects.toEqual(refusal("not empty", "is not empty"));
    await expect(move(there, from)).rejects.toEqual(refusal("not empty", "is not empty"));
    await expect(move(from, newFile())).rejects.toEqual(refusal("unsuitable database", "--to"));
    expect(await units(there)).toBe(3);
  });

  test("while a program has either of the two open is refused", async () => {
    const running = await open();
    const { url: from } = await sqliteInstallation();

    await expect(move(from, running.url)).rejects.toEqual(refusal("locked", "A program has postgres://"));
    await expect(move(running.url, newFile())).rejects.toEqual(refusal("locked", "stop it"));
    await running.close();
    const holder = await openDatabase(from, { dataDir: newFolder() });
    await expect(move(from, running.url)).rejects.toEqual(refusal("locked", "is in use by process"));
    await holder.close();
  });

  test("is refused at the end when a program was started on either of the two meanwhile", async () => {
    const { url: from } = await sqliteInstallation();
    const { url: there } = await open.place();
    const started: Database[] = [];
    const startsOn = (url: string) => async (progress: MoveProgress) => {
      if (progress.step === "compared" && progress.table === "unit")
        started.push(await openDatabase(url, { dataDir: newFolder() }));
    };

    const toBusy = moveInstallation({ from, to: there, tell: startsOn(there) });
    await expect(toBusy).rejects.toEqual(refusal("locked", "stop it, and begin again"));
    await started.pop()?.close();
    await move(from, there);
    const back = newFile();
    const fromBusy = moveInstallation({ from: there, to: back, tell: startsOn(there) });
    await expect(fromBusy).rejects.toEqual(refusal("locked", "stop it, and begin again"));
    await started.pop()?.close();

    expect([await units(there), await units(back)]).toEqual([3, 0]);
  });

  test("of another version, or where there is none, is refused, and a missing file stays missing", async () => {
    const { url } = await open.place();
    const older = newFile();
    const migrations = writeMigrations(newFolder(), {
      "20000101000000_first": "CREATE TABLE a (b TEXT)",
    });
    await (await openDatabase(older, { dataDir: newFolder(), migrations })).close();
    const missing = newFile();

    await expect(move(older, url)).rejects.toEqual(refusal("newer schema", "newer program"));
    await expect(move(missing, url)).rejects.toEqual(refusal("unreachable", "There is no file"));
    await expect(move(url, missing)).rejects.toEqual(refusal("older schema", "holds no installation"));
    await expect(move("postgres://127.0.0.1:1/none", missing)).rejects.toEqual(
      refusal("unreachable", "did not let us in"),
    );
  });

  test.each([
    [
      "text with a NUL character",
      "UPDATE unit SET name = 'a' || char(0) WHERE code = '5'",
      "Row code=5 of table unit",
      "column name holds text with a NUL",
    ],
    [
      "a number that is too large",
      "UPDATE answer_template SET id = 3000000000 WHERE id = 2",
      "Row id=3000000000",
      "holds 3000000000, which is too large",
    ],
    [
      "words where a number belongs",
      "UPDATE answer_template SET created_at = 'soon' WHERE id = 1",
      "Row id=1 of",
      "“soon”, which is not a whole number",
    ],
    [
      "a key too long for an index of PostgreSQL",
      "UPDATE unit SET path = hex(randomblob(9000)) WHERE code = '9'",
      "Row code=9",
      "PostgreSQL says",
    ],
  ])("with %s is refused by the name of the row, and nothing is moved", async (_, damage, row, why) => {
    const { url: from, file } = await sqliteInstallation();
    const handle = new Sqlite(file);
    handle.exec(damage);
    handle.close();
    const { url: there } = await open.place();

    const moved = move(from, there);

    await expect(moved).rejects.toEqual(refusal("not portable", row));
    await expect(moved).rejects.toEqual(refusal("not portable", why));
    expect(await units(there)).toBe(0);
  });

  test("is compared: a row that arrived otherwise is named, and nothing is moved", async () => {
    const { url: from } = await sqliteInstallation();
    const { url: there } = await open();
    await on(there, async (client) => {
      await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`);
      await client.query(`CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.code = '5' THEN NEW.name := 'another'; END IF; RETURN NEW; END $$`);
      await client.query("CREATE TRIGGER spoil BEFORE INSERT ON unit FOR EACH ROW EXECUTE FUNCTION spoil()");
    });

    await expect(move(from, there)).rejects.toEqual(
      refusal("different", "Table unit differs: row code=5 is not the same (name)"),
    );
    expect(await on(there, async (client) => (await client.query("SELECT 1 FROM unit")).rowCount)).toBe(0);
  });

  test.each(["put unit", "put ticket_event", "compared unit"])(
    "and killed at “%s” leaves nothing there, and is begun again",
    async (moment) => {
      const { url: from } = await sqliteInstallation();
      const { url: there } = await open.place();
      const back = newFile();

      await dieAt(moment, from, there);
      const left = await on(there, async (client) => (await client.query("SELECT 1 FROM unit")).rowCount);
      await move(from, there);
      await dieAt(moment, there, back);
      const leftBack = await units(back);
      await move(there, back);

      expect([left, leftBack]).toEqual([0, 0]);
      expect(contents(back)).toEqual(contents(from));
    },
  );
});

/** Moves in a process of its own, which is killed at a line of its progress. */
async function dieAt(moment: string, from: string, to: string): Promise<void> {
  const path = fileURLToPath(new URL("../testing/children/moveAndDie.ts", import.meta.url));
  const child = spawn(process.execPath, [path, from, to, ...moment.split(" ")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [, signal] = (await once(child, "exit")) as [unknown, string];
  expect(signal).toBe("SIGKILL");
}
