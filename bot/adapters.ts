import { join } from "node:path";
import { createWebAdapter } from "../adapters/web/index.ts";
import type { Adapter } from "../core/channel/index.ts";
import type { Database } from "../core/store/index.ts";
import { personasOn } from "./personas.ts";

/** What platforms need to know of the installation. */
interface AdapterSettings {
  readonly dataDir: string;
  readonly timeZone: string;
  /** Names by which the operator opens the sandbox, besides loopback. */
  readonly hosts: readonly string[];
}

const largestFile = 10_000_000;

/** The chat platforms of an installation; a new one is one line here. */
export function createAdapters(database: Database, settings: AdapterSettings): readonly Adapter[] {
  return [
    createWebAdapter({
      personas: () => personasOn(database, "web", "sandbox"),
      fileDirectory: join(settings.dataDir, "files"),
      maxFileBytes: largestFile,
      timeZone: settings.timeZone,
      hosts: settings.hosts,
    }),
  ];
}
