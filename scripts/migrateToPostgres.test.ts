import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { createProgramStage } from "../bot/testing/programStage.ts";
import { play } from "../core/dialogue/testing/index.ts";
import { openDatabase } from "../core/store/index.ts";
import { describeOnPostgresql, newFolder, type TestDatabase } from "../core/store/testing/index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const stories = [
  "scripts/demo/life.chat",
  "core/mediation/court.chat",
  "core/consultations/consult-attack.chat",
].map((path) => join(root, path));

interface Ended {
  readonly code: number | string;
  readonly said: string;
  readonly complained: string;
}

/** `npm run migrate-to-postgres -- …`, without npm. */
function migrate(...words: readonly string[]): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>();
  execFile(
    process.execPath,
    ["scripts/migrateToPostgres.ts", ...words],
    { cwd: root },
    (error, said, complained) => resolve({ code: error?.code ?? 0, said, complained }),
  );
  return promise;
}

/** A village whose people have lived through a few stories on one database; closed. */
async function playedVillage(): Promise<string> {
  const dataDir = newFolder();
  const url = `file:${join(dataDir, "village.db")}`;
  const open = async (): Promise<TestDatabase> => {
    const database = await openDatabase(url, { dataDir });
    return { ...database, url, dataDir, reopen: () => database.close().then(open) };
  };
  const stage = await createProgramStage(await open());
  // The later ones go otherwise than written on a village that has seen the first; they fill it all the same.
  for (const story of stories) await play(story, stage).catch(() => undefined);
  await stage.database().close();
  return url;
}

/** Every row of every table, and how many tables have some. */
/** A table that was never written to is counted from 0 only where a migration has rebuilt it. */
const counted: Readonly<Record<string, string>> = { sqlite_sequence: "WHERE seq > 0" };

function contents(url: string) {
  const handle = new Sqlite(url.slice("file:".length), { readonly: true });
  const names = handle
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> '_prisma_migrations'")
    .pluck()
    .all() as string[];
  const tables = names.map(
    (name) =>
      [name, handle.prepare(`SELECT * FROM "${name}" ${counted[name] ?? ""} ORDER BY 1, 2`).all()] as const,
  );
  handle.close();
  return { tables: Object.fromEntries(tables), filled: tables.filter(([, rows]) => rows.length > 0).length };
}

describeOnPostgresql("npm run migrate-to-postgres", (open) => {
  test("takes a village that has lived to PostgreSQL and back, every row the same", async () => {
    const from = await playedVillage();
    const { url: there } = await open.place();
    const back = `file:${join(newFolder(), "back.db")}`;

    const [gone, returned] = [
      await migrate("--from", from, "--to", there),
      await migrate("--from", there, "--to", back),
    ];

    expect([gone.code, gone.complained, returned.code, returned.complained]).toEqual([0, "", 0, ""]);
    expect(contents(back)).toEqual(contents(from));
    expect(contents(back).filled).toBeGreaterThan(25);
    expect(gone.said).toMatch(/^compared ticket_event +\d+ rows, sha256 [0-9a-f]{16}$/m);
    expect(gone.said).toMatch(/\d+ rows were moved, each the same on both sides\./);
    expect(hashes(gone.said)).toEqual(hashes(returned.said));
    const again = await migrate("--from", from, "--to", there);
    expect([again.code, again.complained]).toEqual([1, expect.stringContaining("is not empty")]);
  });
});

function hashes(said: string): readonly string[] {
  return said.split("\n").filter((line) => line.startsWith("compared"));
}

test.each([
  [[]],
  [["--from", "file:a.db"]],
  [["--from", "a.db", "--to", "postgres://x/y"]],
  [["--into", "x"]],
])("%j is answered with how to say it", async (words: readonly string[]) => {
  const { code, complained } = await migrate(...words);

  expect([code, complained]).toEqual([1, expect.stringMatching(/^Say from where to where: /)]);
});

test("a password is not repeated in what is said", async () => {
  const { code, complained } = await migrate(
    "--from",
    "postgres://me:secret@127.0.0.1:1/x",
    "--to",
    "file:never.db",
  );

  expect([code, complained]).toEqual([
    1,
    expect.stringContaining("postgres://127.0.0.1:1/x did not let us in"),
  ]);
  expect(complained).not.toContain("secret");
});
