import { join } from "node:path";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { openDatabase, sql } from "./index.ts";
import { startChild } from "./testing/child.ts";
import { describeOnEachEngine, engines, newFolder } from "./testing/index.ts";
import { exactNumber } from "./values.ts";

describe("a SQLite file", () => {
  test("has one writer: a second process is told who, and a killed one lets go", async () => {
    const dataDir = newFolder();
    const url = `file:${join(dataDir, "village.db")}`;
    const child = startChild("openAndWait.ts", [url, dataDir]);
    await child.line("open");

    const refused = openDatabase(url, { dataDir });

    await expect(refused).rejects.toMatchObject({
      code: "locked",
      message: expect.stringContaining(`process ${child.pid}`) as string,
    });
    await child.kill();
    const database = await openDatabase(url, { dataDir });
    await database.close();
  });

  test("has one writer within a process too", async () => {
    const dataDir = newFolder();
    const url = `file:${join(dataDir, "village.db")}`;
    const database = await openDatabase(url, { dataDir });

    await expect(openDatabase(url, { dataDir })).rejects.toMatchObject({ code: "locked" });

    await database.close();
  });
});

describeOnEachEngine("two processes that start at once", (open, engine) => {
  test("migrate once; where there may be one writer, the other is told", async () => {
    const { url, dataDir } = await open.place();

    const children = [1, 2].map(() => startChild("openAndWait.ts", [url, dataDir]));
    const answers = await Promise.all(
      children.map((child) => Promise.any([child.line("open"), child.line("refused")])),
    );

    await Promise.all(children.map((child) => child.kill()));
    const database = await openDatabase(url, { dataDir });
    const { rows } = await database.transaction((tx) =>
      sql<{
        count: number;
      }>`SELECT count(*) AS count FROM _prisma_migrations GROUP BY migration_name`.execute(tx),
    );
    await database.close();
    expect(rows.every(({ count }) => count === 1)).toBe(true);
    const opened = answers.filter((answer) => answer === "open");
    expect(opened).toHaveLength(engine === "sqlite" ? 1 : 2);
  });
});

describe.runIf(engines.includes("postgresql"))("a PostgreSQL database", () => {
  test("that does not sort by code point is refused with the way to make one", async () => {
    const server = process.env["TEST_POSTGRES_URL"] ?? "postgres://diantong@127.0.0.1:55432/postgres";
    const name = `diantong_test_latin_${process.pid}`;
    const administrator = new Client({ connectionString: server });
    await administrator.connect();
    await administrator.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'`);
    const url = new URL(server);
    url.pathname = `/${name}`;

    const refused = openDatabase(url.href, { dataDir: newFolder() });

    await expect(refused).rejects.toMatchObject({
      code: "unsuitable database",
      message: expect.stringContaining("createdb") as string,
    });
    await administrator.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await administrator.end();
  });
});

test("a PostgreSQL that is not there is said to be unreachable", async () => {
  const refused = openDatabase("postgres://diantong@127.0.0.1:1/none", { dataDir: newFolder() });

  await expect(refused).rejects.toMatchObject({
    code: "unreachable",
    message: expect.stringContaining("DATABASE_URL") as string,
  });
});

test.each([
  ["9007199254740991", Number.MAX_SAFE_INTEGER],
  ["0.5", 0.5],
  ["-3", -3],
])("a number written as %s is read exactly", (text, value) => {
  expect(exactNumber(text)).toBe(value);
});

test("a number too large to be exact is an error, not a rounded number", () => {
  expect(() => exactNumber("9007199254740993")).toThrow("too large to be exact");
});
