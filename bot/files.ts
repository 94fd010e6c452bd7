import type { Logger } from "pino";
import { routeOf, type Adapter, type Outbound, type Route } from "../core/channel/index.ts";
import type { OutboundFiles } from "../core/delivery/index.ts";
import {
  bringFile,
  createFetcher,
  inWords,
  refusalOf,
  type Fetcher,
  type KeptFiles,
} from "../core/media/index.ts";
import { languageAt } from "../core/people/index.ts";
import type { Database, Tx } from "../core/store/index.ts";
import type { TimeSource } from "../core/time/index.ts";
import { say, type TurnPorts } from "./turn.ts";

/** What files need of the program. */
interface FilePorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly adapters: readonly Adapter[];
  readonly log: Logger;
  readonly files: KeptFiles;
}

/** What fetches the files of every platform. */
export interface Fetchers {
  /** Something of this platform is wanted. @returns undefined when nobody speaks on it now. */
  wanted(route: Route): Promise<boolean> | undefined;
  /** Fetches everything that is due. */
  drain(): Promise<void>;
  stop(): void;
}

/** What fetches the files that people send, platform by platform: one that is away keeps no other waiting. */
export function createFetchers(ports: FilePorts, turns: TurnPorts): Fetchers {
  const fetchers = new Map(
    ports.adapters.map((adapter): [Route, Fetcher] => [
      routeOf(adapter.channel, adapter.bot),
      createFetcherFor(ports, adapter, turns),
    ]),
  );
  return {
    wanted: (route: Route) => fetchers.get(route)?.drain(),
    async drain(): Promise<void> {
      await Promise.all(Array.from(fetchers.values(), (fetcher) => fetcher.drain()));
    },
    stop(): void {
      for (const fetcher of fetchers.values()) fetcher.stop();
    },
  };
}

function createFetcherFor(
  { database, clock, log, files }: FilePorts,
  adapter: Adapter,
  turns: TurnPorts,
): Fetcher {
  return createFetcher({
    database,
    clock,
    files,
    adapter,
    async refused(tx, wanted, reason) {
      const { address, channel, fileId } = wanted;
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
