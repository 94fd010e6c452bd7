import type { Logger } from "pino";
import type { KeptFiles } from "../core/media/index.ts";
import { createDocumentReader, documentsAtOnce, readInWorker } from "../core/policies/index.ts";
import type { Database } from "../core/store/index.ts";
import type { TimeSource } from "../core/time/index.ts";
import type { JobKind } from "./jobs/jobs.ts";
import { momentIn, type TurnPorts } from "./turn.ts";

/** What reading documents needs of the program. */
export interface DocumentPorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly log: Logger;
  readonly files: KeptFiles;
}

/** The kind of job that reads the documents of policies. */
export function documentsKind({ database, clock, log, files }: DocumentPorts, turns: TurnPorts): JobKind {
  const reader = createDocumentReader({
    database,
    clock,
    files,
    momentIn: (tx) => momentIn(turns, tx, clock.now()),
    read: (bytes) => readInWorker(bytes),
    report: (error, { id }) => log.error({ err: error, document: id }, "a document broke what reads it"),
  });
  return { name: "documents", atOnce: documentsAtOnce, ...reader };
}
