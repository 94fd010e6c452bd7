import type { Logger } from "pino";
import { routeOf, type Adapter, type Route } from "../core/channel/index.ts";
import { createPump, outboxTopic, routeInTopic, type PostPorts, type Pump } from "../core/delivery/index.ts";
import { markUnreachable, moveAccount } from "../core/people/index.ts";
import { afterCommit, type Database } from "../core/store/index.ts";
import type { TimeSource } from "../core/time/index.ts";
import { outboundFilesFor } from "./files.ts";
import type { createNudges } from "./nudges.ts";
import { sends, type Role } from "./role.ts";

interface PumpsPorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly adapters: readonly Adapter[];
  readonly role?: Role;
  readonly gatherMs?: number;
  readonly log: Logger;
}

/** What sends, platform by platform; a platform that another process sends to is told to it. */
export interface Pumps extends Pick<PostPorts, "written"> {
  /** Another program has said something that may be about sending. */
  told(topic: string): void;
  drain(): Promise<void>;
  recover(): Promise<void>;
  stop(): void;
}

export function createPumps(ports: PumpsPorts, nudges: ReturnType<typeof createNudges>): Pumps {
  const { database, role = "all" } = ports;
  const own = ports.adapters.filter((adapter) => sends(role, adapter));
  const pumps = new Map(own.map((adapter) => [routeFor(adapter), createPumpFor(ports, adapter)]));
  const nudge = (route: Route): void => nudges.begin(() => pumps.get(route)?.drain());
  return {
    written: (tx, route) =>
      pumps.has(route) ? afterCommit(tx, () => nudge(route)) : database.notify(tx, outboxTopic(route)),
    told(topic) {
      const route = routeInTopic(topic);
      if (route !== undefined) nudge(route);
    },
    async drain() {
      await Promise.all(Array.from(pumps.values(), (pump) => pump.drain()));
    },
    async recover() {
      for (const pump of pumps.values()) await pump.recover();
    },
    stop() {
      for (const pump of pumps.values()) pump.stop();
    },
  };
}

export function routeFor({ channel, bot }: Adapter): Route {
  return routeOf(channel, bot);
}

export function gathering({ gatherMs }: PumpsPorts): Pick<PumpsPorts, "gatherMs"> {
  return gatherMs === undefined ? {} : { gatherMs };
}

function createPumpFor(ports: PumpsPorts, adapter: Adapter): Pump {
  const { database, clock, log } = ports;
  return createPump({
    database,
    clock,
    adapter,
    ...gathering(ports),
    owner: database.self,
    gone: (tx, address) => markUnreachable(tx, address),
    moved: (tx, from, to) => moveAccount(tx, from, to),
    rejected: ({ id }, code) => log.error({ message: id, code }, "the platform refused a message for good"),
    report: (error, { id }) => log.error({ err: error, message: id }, "an adapter broke while sending"),
    files: outboundFilesFor(ports),
  });
}
