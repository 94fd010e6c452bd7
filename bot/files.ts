import type { Logger } from "pino";
import { routeOf, type Adapter, type FileRef, type Outbound, type Route } from "../core/channel/index.ts";
import type { OutboundFiles } from "../core/delivery/index.ts";
import {
  atOnce,
  bringFile,
  createFetcher,
  inWords,
  refusalOf,
  type Fetcher,
  type KeptFiles,
} from "../core/media/index.ts";
import { isAwaited } from "../core/exchange/index.ts";
import { languageAt } from "../core/people/index.ts";
import type { Database, Tx } from "../core/store/index.ts";
import type { TimeSource } from "../core/time/index.ts";
import type { JobKind } from "./jobs/jobs.ts";
import { say, type TurnPorts } from "./turn.ts";

/** What files need of the program. */
export interface FilePorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly adapters: readonly Adapter[];
  readonly log: Logger;
  readonly files: KeptFiles;
}

/** The kind of job that fetches the files of a platform: one of its own each, so that one that is away keeps no other waiting. */
export function fetchingOf(route: Route): string {
  return `media ${route}`;
}

/** Fetching the files that people send, platform by platform; `ended` is told of each that has come or never will. */
export function fetchingKinds(
  ports: FilePorts,
  turns: TurnPorts,
  ended: (file: Pick<FileRef, "channel" | "id">) => void,
): readonly JobKind[] {
  return ports.adapters.map((adapter) => {
    const fetcher = createFetcherFor(ports, adapter, turns, ended);
    return {
      name: fetchingOf(routeOf(adapter.channel, adapter.bot)),
      atOnce,
      drain: () => fetcher.drain(),
      due: (limit) => fetcher.due(limit),
      work: (id) => fetcher.fetch(id),
      stop: () => fetcher.stop(),
    };
  });
}

function createFetcherFor(
  { database, clock, log, files }: FilePorts,
  adapter: Adapter,
  turns: TurnPorts,
  ended: (file: Pick<FileRef, "channel" | "id">) => void,
): Fetcher {
  return createFetcher({
    database,
    clock,
    files,
    adapter,
    ended: ({ kind, channel, fileId: id }) => kind === "voice" && ended({ channel, id }),
    async refused(tx, wanted, reason) {
      const { address, channel, fileId } = wanted;
      if (await isAwaited(tx, wanted)) return;
      const to = { key: `media ${channel} ${fileId}`, address, language: await languageAt(tx, address) };
      await say(turns.post, tx, { text: refusalOf(wanted, reason) }, to);
    },
    report({ channel, attempts }, { error, reason }) {
      const sentence =
        reason === undefined ? "a file could not be fetched; it is tried again" : "a file was not kept";
      log.warn({ err: error, reason, channel, attempts }, sentence);
    },
  });
}

/** How messages come by files of other platforms. */
export function outboundFilesFor({
  database,
  clock,
  log,
}: Pick<FilePorts, "database" | "clock" | "log">): OutboundFiles {
  return {
    bring: (outbound) =>
      database.transaction(async (tx) =>
        bringFile(tx, outbound, clock.now(), await languageAt(tx, outbound.to)),
      ),
    inWords: (outbound) =>
      database.transaction(async (tx) => inWords(outbound, await languageAt(tx, outbound.to))),
    refused: ({ id }, code) =>
      log.warn({ message: id, code }, "the platform refused a file; its message went in words"),
  };
}

/** A line of the history with its file, or saying that it is not there. */
export async function withFile(tx: Tx, outbound: Outbound, now: number): Promise<Outbound> {
  if (!outbound.file) return outbound;
  const language = await languageAt(tx, outbound.to);
  const brought = await bringFile(tx, outbound, now, language);
  return "waitMs" in brought ? inWords(outbound, language) : brought;
}
