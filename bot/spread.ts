import type { Logger } from "pino";
import { routeOf, type Adapter } from "../core/channel/index.ts";
import { createSpreader, type Spreader } from "../core/broadcasts/index.ts";
import type { PostPorts } from "../core/delivery/index.ts";
import type { KeptFiles } from "../core/media/index.ts";
import type { Database } from "../core/store/index.ts";
import type { TimeSource } from "../core/time/index.ts";
import { momentIn, type TurnPorts } from "./turn.ts";

interface SpreadingPorts {
  readonly database: Database;
  readonly adapters: readonly Adapter[];
  readonly files: KeptFiles;
  readonly clock: TimeSource;
  readonly log: Logger;
}

/** What writes out notices to many, on every platform of this program. */
export function createSpreaderFor(
  { database, adapters, files, clock, log }: SpreadingPorts,
  turns: TurnPorts,
  nudges: { readonly written: PostPorts["written"]; readonly isStopping: () => boolean },
): Spreader {
  const caps = new Map(adapters.map((adapter) => [routeOf(adapter.channel, adapter.bot), adapter.caps()]));
  return createSpreader({
    database,
    momentOf: (tx) => momentIn(turns, tx, clock.now()),
    routes: turns.routes,
    capsOf: (route) => caps.get(route),
    keepTable: async (words) => (await files.keepTable(words)).id,
    report: (error, notice) => log.error({ err: error, notice }, "a notice got stuck; it is tried again"),
    ...nudges,
  });
}
