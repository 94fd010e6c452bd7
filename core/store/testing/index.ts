import { rmSync } from "node:fs";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Database, openDatabase, type OpenOptions } from "../database.ts";
import type { Content, Fill } from "./content.ts";
import { newPostgresqlPlace, postgresqlAnswers, type PostgresqlPlace } from "./postgresqlPlaces.ts";
import { makeFolder, newSqlitePlace } from "./sqlitePlaces.ts";

export { postgresqlServerIsMissing, startPostgresqlServer } from "./postgresqlServer.ts";
export { losePower, powerLossEnvironment, powerLossIsMissing } from "./powerLoss.ts";
export { newFolder } from "./sqlitePlaces.ts";

export type EngineName = Database["engine"];

/** A database for one test. It is closed and removed after the test. */
export interface TestDatabase extends Database {
  readonly url: string;
  readonly dataDir: string;
  /** Closes it if it is open and opens the same data again, as a restart does. */
  reopen(options?: Partial<OpenOptions>): Promise<TestDatabase>;
}

export interface TestPlace {
  readonly url: string;
  readonly dataDir: string;
}

/** Opens a fresh, migrated database. */
export interface OpenTestDatabase {
  (options?: Partial<OpenOptions>): Promise<TestDatabase>;
  /** Opens one that was filled: `fill` itself runs once or twice in a file, afterwards what it wrote is copied. */
  filled(fill: Fill): Promise<TestDatabase>;
  /** Makes the room without opening it, empty of tables. */
  place(): Promise<TestPlace>;
}

const postgresqlIsThere = await postgresqlAnswers();
const servicesAreRequired = process.env["REQUIRE_SERVICES"] === "1";
const missing = "skipped: start PostgreSQL with `npm run services`";

/** The engines that store tests can run on here. */
export const engines: readonly EngineName[] = postgresqlIsThere ? ["sqlite", "postgresql"] : ["sqlite"];

const unused: CleanUps = { soon: () => undefined, atEnd: () => undefined };

type CleanUp = () => Promise<void> | void;

interface CleanUps {
  /** After the running test; outside a test, after the suite. */
  readonly soon: (cleanUp: CleanUp) => void;
  readonly atEnd: (cleanUp: CleanUp) => void;
}

/** Gives PostgreSQL databases out and takes them back: making one costs 100 ms, emptying one a tenth of that. */
function postgresqlLender({ soon, atEnd }: CleanUps): (content: Content) => Promise<PostgresqlPlace> {
  const spare = new Map<Content, PostgresqlPlace[]>();
  const make = async (content: Content): Promise<PostgresqlPlace> => {
    const place = await newPostgresqlPlace(content);
    atEnd(place.remove);
    return place;
  };
  return async (content) => {
    const free = spare.get(content) ?? [];
    spare.set(content, free);
    const place = free.pop() ?? (await make(content));
    soon(async () => {
      if (await place.recycle()) free.push(place);
    });
    return place;
  };
}

function opener(engine: EngineName, cleanUps: CleanUps): OpenTestDatabase {
  const later = cleanUps.soon;
  const lend = postgresqlLender(cleanUps);

  async function makePlace(content: Content): Promise<TestPlace> {
    const dataDir = makeFolder();
    later(() => rmSync(dataDir, { recursive: true, force: true }));
    if (engine === "sqlite") return { dataDir, ...(await newSqlitePlace(dataDir, content)) };
    const { url } = await lend(content);
    return { dataDir, url };
  }

  async function openAt(place: TestPlace, options: Partial<OpenOptions>): Promise<TestDatabase> {
    const database = await openDatabase(place.url, { dataDir: place.dataDir, ...options });
    later(() => database.close());
    const reopen = async (next: Partial<OpenOptions> = options): Promise<TestDatabase> => {
      await database.close();
      return await openAt(place, next);
    };
    return { ...database, ...place, reopen };
  }

  const open = async (options: Partial<OpenOptions> = {}) =>
    await openAt(await makePlace(options.migrations === undefined ? "migrated" : "empty"), options);
  return Object.assign(open, {
    filled: async (fill: Fill) => await openAt(await makePlace(fill), {}),
    place: () => makePlace("empty"),
  });
}

/** Cleans up, newest first, what a test opened after that test, and what a hook opened after the suite. */
function cleaningUp(): CleanUps {
  const suite: CleanUp[] = [];
  const inTest: CleanUp[] = [];
  let current = suite;
  const clean = async (list: CleanUp[]): Promise<void> => {
    for (let next = list.pop(); next !== undefined; next = list.pop()) await next();
  };
  beforeEach(() => {
    current = inTest;
  });
  afterEach(async () => {
    current = suite;
    await clean(inTest);
  });
  afterAll(() => clean(suite));
  return { soon: (cleanUp) => current.push(cleanUp), atEnd: (cleanUp) => suite.unshift(cleanUp) };
}

/** Describes behaviour that has nothing to do with the engine, on the quicker one. */
export function describeOnSqlite(name: string, tests: (open: OpenTestDatabase) => void): void {
  describe(`${name} on sqlite`, () => tests(opener("sqlite", cleaningUp())));
}

/**
 * Describes behaviour of several programs on one database, which PostgreSQL alone allows. Where it is missing the tests are
 * skipped by a name that says how to start it; with REQUIRE_SERVICES=1 that is a failure.
 */
export function describeOnPostgresql(name: string, tests: (open: OpenTestDatabase) => void): void {
  if (postgresqlIsThere) {
    describe(`${name} on postgresql`, () => tests(opener("postgresql", cleaningUp())));
  } else if (servicesAreRequired) {
    test(`${name} on postgresql`, () => {
      expect(engines, "REQUIRE_SERVICES=1 but PostgreSQL does not answer").toContain("postgresql");
    });
  } else {
    describe.skip(`${name} on postgresql (${missing})`, () => tests(opener("postgresql", unused)));
  }
}

/**
 * Describes behaviour that every engine must show: `tests` runs once per engine, and each call of `open` gives an
 * empty, migrated database of its own; PostgreSQL as in `describeOnPostgresql`.
 */
export function describeOnEachEngine(
  name: string,
  tests: (open: OpenTestDatabase, engine: EngineName) => void,
): void {
  describe(`${name} on sqlite`, () => tests(opener("sqlite", cleaningUp()), "sqlite"));
  describeOnPostgresql(name, (open) => tests(open, "postgresql"));
}
