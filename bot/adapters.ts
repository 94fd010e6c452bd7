import { join } from "node:path";
import { createWebAdapter } from "../adapters/web/index.ts";
import type { Adapter } from "../core/channel/index.ts";
import type { Database } from "../core/store/index.ts";
import { personasOn } from "./personas.ts";

const largestFile = 10_000_000;

/** The chat platforms of an installation; a new one is one line here. */
export function createAdapters(
  database: Database,
  dataDir: string,
  hosts: readonly string[],
): readonly Adapter[] {
  return [
    createWebAdapter({
      personas: () => personasOn(database, "web", "sandbox"),
      fileDirectory: join(dataDir, "files"),
      maxFileBytes: largestFile,
      hosts,
    }),
  ];
}
