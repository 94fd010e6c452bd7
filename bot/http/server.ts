import fastify, { type FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { countInbox, type Adapter } from "../../core/channel/index.ts";
import { createCalendar } from "../../core/time/index.ts";
import { holdsDemo } from "../seed.ts";
import { dashboardRoutes } from "./dashboard/routes.ts";
import { createMetrics, type MetricsPorts } from "./metrics.ts";

export interface ServerPorts extends MetricsPorts {
  readonly adapters: readonly Adapter[];
  /** The address by which the outside opens them. */
  readonly publicUrl?: string | undefined;
  readonly log: Logger;
}

/** Whoever sends a request more slowly than this is hung up on; a large file over a poor line arrives within it. */
const slowestRequestMs = 120_000;

/** The common HTTP server: every adapter's routes, `/board` (the dashboard), `/health` (the process lives), `/ready` (the database answers), `/metrics`. */
export async function createServer(ports: ServerPorts): Promise<FastifyInstance> {
  const server = fastify({ logger: false, forceCloseConnections: true, requestTimeout: slowestRequestMs });
  const metrics = createMetrics(ports);
  for (const adapter of ports.adapters) if (adapter.http) await server.register(adapter.http());
  // A process that opens no platform shows no pages either.
  if (ports.adapters.length > 0) await server.register(dashboardOf(ports));
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

function dashboardOf({ database, clock, timeZone, log, publicUrl }: ServerPorts) {
  let isDemo: boolean | undefined;
  return dashboardRoutes({
    database,
    clock,
    calendar: createCalendar(timeZone),
    log,
    publicUrl,
    isDemo: async () => (isDemo ??= await holdsDemo(database)),
  });
}
