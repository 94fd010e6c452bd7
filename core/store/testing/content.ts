import type { Database } from "../database.ts";

/** Fills a fresh database, the same way each time. */
export type Fill = (database: Database) => Promise<void>;

/** What a database for tests holds when a test gets it: not even tables, empty tables, or what a `Fill` writes. */
export type Content = "empty" | "migrated" | Fill;
