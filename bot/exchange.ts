import type { Logger } from "pino";
import { routeOf, type Adapter } from "../core/channel/index.ts";
import { createExchange, tablesAtOnce } from "../core/exchange/index.ts";
import type { KeptFiles } from "../core/media/index.ts";
import type { Painter } from "../core/pictures/index.ts";
import type { Database } from "../core/store/index.ts";
import type { TimeSource } from "../core/time/index.ts";
import type { JobKind } from "./jobs/jobs.ts";
import { momentIn, type TurnPorts } from "./turn.ts";

/** What tables that go out and come in need of the program. */
export interface TablePorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly adapters: readonly Adapter[];
  readonly log: Logger;
  readonly files: KeptFiles;
  /** So many days the files of a table are kept; seven unless given. */
  readonly tableDays?: number | undefined;
  readonly painter: Pick<Painter, "print">;
}

const usualDays = 7;

/** The kind of job that makes the tables people ask for, and checks and brings in those they send. */
export function exchangeKind(
  { database, clock, adapters, log, files, painter, tableDays = usualDays }: TablePorts,
  turns: TurnPorts,
): JobKind {
  const caps = new Map(adapters.map((adapter) => [routeOf(adapter.channel, adapter.bot), adapter.caps()]));
  const exchange = createExchange({
    database,
    clock,
    files,
    keptDays: tableDays,
    async print(paper) {
      const printed = await painter.print(paper);
      if (printed.missing !== "")
        log.warn({ missing: printed.missing }, "a paper has signs that the font has not");
      return printed;
    },
    momentIn: (tx) => momentIn(turns, tx, clock.now()),
    capsOf: (route) => caps.get(route),
    report: (error, transfer) => log.error({ err: error, transfer }, "a table broke what works on it"),
  });
  return { name: "tables", atOnce: tablesAtOnce, ...exchange };
}
