import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { countInbox } from "../../core/channel/index.ts";
import { countOutbox } from "../../core/delivery/index.ts";
import { countWanted } from "../../core/media/index.ts";
import { countRetellings, tokensOn } from "../../core/retelling/index.ts";
import { countTranscripts } from "../../core/speech/index.ts";
import type { Database } from "../../core/store/index.ts";
import { createZone, day, type TimeSource } from "../../core/time/index.ts";

export interface MetricsPorts {
  readonly database: Database;
  readonly clock: TimeSource;
  /** Where the operator's days begin. */
  readonly timeZone: string;
}

/** What `/metrics` tells, read when it is asked. */
export function createMetrics(ports: MetricsPorts): Registry {
  const { database } = ports;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  gauge(
    registry,
    "diantong_inbox_waiting",
    "Events accepted and not yet answered",
    async () => (await database.transaction(countInbox)).waiting,
  );
  gauge(
    registry,
    "diantong_inbox_parked",
    "Events set aside after three failed turns",
    async () => (await database.transaction(countInbox)).parked,
  );
  gauge(
    registry,
    "diantong_outbox_waiting",
    "Messages not yet sent",
    async () => (await database.transaction(countOutbox)).waiting,
  );
  gauge(
    registry,
    "diantong_outbox_failed",
    "Messages given up",
    async () => (await database.transaction(countOutbox)).failed,
  );
  gauge(registry, "diantong_media_waiting", "Files not yet fetched", () => database.transaction(countWanted));
  measureSlowWork(registry, ports);
  return registry;
}

/** What became of slow work that others do for us. */
function measureSlowWork(registry: Registry, { database, clock, timeZone }: MetricsPorts): void {
  const yesterday = (): number => clock.now() - day;
  gaugeByState(registry, "diantong_transcripts", "Voices of the last 24 hours, by what became of them", () =>
    database.transaction((tx) => countTranscripts(tx, yesterday())),
  );
  gaugeByState(
    registry,
    "diantong_retellings",
    "Answers of the last 24 hours to be retold, by what became of them",
    () => database.transaction((tx) => countRetellings(tx, yesterday())),
  );
  const zone = createZone(timeZone);
  gauge(registry, "diantong_retelling_tokens_today", "Tokens spent and set aside today", () =>
    database.transaction((tx) => tokensOn(tx, zone.dateOf(clock.now()))),
  );
}

function gaugeByState(
  registry: Registry,
  name: string,
  help: string,
  read: () => Promise<Readonly<Record<string, number>>>,
): Gauge {
  return new Gauge({
    name,
    help,
    labelNames: ["state"],
    registers: [registry],
    collect: async function collect() {
      this.reset();
      for (const [state, count] of Object.entries(await read())) this.set({ state }, count);
    },
  });
}

function gauge(registry: Registry, name: string, help: string, read: () => Promise<number>): Gauge {
  return new Gauge({
    name,
    help,
    registers: [registry],
    collect: async function collect() {
      this.set(await read());
    },
  });
}
