import fastify, { type FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { countInbox, type Adapter } from "../../core/channel/index.ts";
import { countOutbox } from "../../core/delivery/index.ts";
import { countWanted } from "../../core/media/index.ts";
import type { Database } from "../../core/store/index.ts";

export interface ServerPorts {
  readonly database: Database;
  readonly adapters: readonly Adapter[];
  readonly log: Logger;
}

/** The common HTTP server: every adapter's routes, `/health` (the process lives), `/ready` (the database answers), `/metrics`. */
export async function createServer(ports: ServerPorts): Promise<FastifyInstance> {
  const server = fastify({ logger: false, forceCloseConnections: true });
  const metrics = createMetrics(ports.database);
  for (const adapter of ports.adapters) if (adapter.http) await server.register(adapter.http());
  server.get("/health", () => ({ status: "live" }));
  server.get("/ready", async (_request, reply) => {
    try {
      return { status: "ready", ...(await ports.database.transaction(countInbox)) };
    } catch (error) {
      ports.log.error({ err: error }, "not ready: the database does not answer");
      return reply.code(503).send({ status: "the database does not answer" });
    }
  });
  server.get("/metrics", async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );
  return server;
}

function createMetrics(database: Database): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, read: () => Promise<number>): Gauge =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect: async function collect() {
        this.set(await read());
      },
    });
  gauge(
    "diantong_inbox_waiting",
    "Events accepted and not yet answered",
    async () => (await database.transaction(countInbox)).waiting,
  );
  gauge(
    "diantong_inbox_parked",
    "Events set aside after three failed turns",
    async () => (await database.transaction(countInbox)).parked,
  );
  gauge(
    "diantong_outbox_waiting",
    "Messages not yet sent",
    async () => (await database.transaction(countOutbox)).waiting,
  );
  gauge(
    "diantong_outbox_failed",
    "Messages given up",
    async () => (await database.transaction(countOutbox)).failed,
  );
  gauge("diantong_media_waiting", "Files not yet fetched", () => database.transaction(countWanted));
  return registry;
}
