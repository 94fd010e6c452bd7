import type { Caps, Route } from "../channel/index.ts";
import type { KeptFiles } from "../media/index.ts";
import type { Moment } from "../people/index.ts";
import type { Paper, Printed } from "../pictures/index.ts";
import type { Database, Tx } from "../store/index.ts";
import type { TimeSource } from "../time/index.ts";
import type { TransferId } from "./model.ts";

/** What taking tables out and bringing them in needs, outside of every turn. */
export interface ExchangePorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly files: KeptFiles;
  /** Sets a paper as a PDF, in a thread of its own. */
  readonly print: (paper: Paper) => Promise<Printed>;
  readonly momentIn: (tx: Tx) => Moment;
  /** So many days the files of a table are kept once it is done, and so long an import can be taken back. */
  readonly keptDays: number;
  readonly capsOf: (route: Route) => Caps | undefined;
  /** The operator should know: a table broke what works on it. */
  readonly report: (error: unknown, transfer: TransferId) => void;
}
