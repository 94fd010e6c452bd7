import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { DelayedError, Queue, Worker, type Job } from "bullmq";
import { Redis } from "ioredis";
import type { TimeSource } from "../../core/time/index.ts";
import type { Carrier, JobKind } from "./jobs.ts";

/** What the operator is told; pino's logger fits. */
export interface CarrierLog {
  info(details: object, sentence: string): void;
  warn(details: object, sentence: string): void;
}

export interface RedisCarrierOptions {
  readonly log: CarrierLog;
  /** Before every key in Redis; installations that share one need a database number of it each (redis://host/1). */
  readonly prefix?: string;
}

/** A carrier over Redis, to be closed at the end. */
export interface RedisCarrier extends Carrier {
  close(): Promise<void>;
}

/** A Redis that takes longer to answer is as good as down: the work is found without it. */
const answerWithin = 5_000;
/** How long closing waits for a Redis that does not answer. */
const closeWithin = 2_000;

const away = "Redis does not answer: slow work is found in the database until it does";
const lost = "Redis lost what it was given; within a minute it is handed over again";

interface Carried {
  readonly id: string;
}

/** Opens Redis as the carrier of row ids. It need not be there: whether it is can be asked of `isUp`, and is told in the log. */
export function openRedisCarrier(
  url: string,
  { log, prefix = "diantong" }: RedisCarrierOptions,
): RedisCarrier {
  const connection = new Redis(url, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    commandTimeout: answerWithin,
    connectTimeout: answerWithin,
    retryStrategy,
  });
  const { failed, hush } = tellingState(connection, log);
  const senders = createSenders(connection, prefix, failed);
  const servers = createServers(url, prefix, failed);
  return {
    isUp: () => connection.status === "ready",
    carry: (kind, ids) => senders.carry(kind, ids),
    serve: (kinds, clock) => {
      for (const kind of kinds) servers.serve(kind, clock);
    },
    stop: () => servers.stop(),
    async close() {
      hush();
      const late = wait(closeWithin, undefined, { ref: false });
      await Promise.race([Promise.allSettled([...servers.close(), ...senders.close()]), late]);
      servers.disconnect();
      connection.disconnect();
    },
  };
}

type Failed = (error: Error) => void;

/** The queues, as seen by whoever hands over: one a kind. */
function createSenders(connection: Redis, prefix: string, failed: Failed) {
  const queues = new Map<string, Queue<Carried>>();

  function queueOf({ name }: JobKind): Queue<Carried> {
    const known = queues.get(name);
    if (known) return known;
    const queue = new Queue<Carried>(queueNamed(name), { connection, prefix, skipWaitingForReady: true });
    queue.on("error", failed);
    queues.set(name, queue);
    return queue;
  }

  return {
    async carry(kind: JobKind, ids: readonly string[]): Promise<void> {
      await queueOf(kind).addBulk(ids.map((id) => ({ name: "row", data: { id }, opts: optionsOf(id) })));
    },
    close: () => Array.from(queues.values(), (queue) => queue.close()),
  };
}

/** The queues, as seen by whoever works: one a kind, on a connection of its own. */
function createServers(url: string, prefix: string, failed: Failed) {
  const workers: Worker<Carried>[] = [];
  const connections: Redis[] = [];
  return {
    serve(kind: JobKind, clock: TimeSource): void {
      // BullMQ waits on it for work, so its commands must not give up: docs.bullmq.io, "Connections".
      const connection = new Redis(url, { maxRetriesPerRequest: null, retryStrategy });
      connection.on("error", failed);
      const options = { connection, prefix, concurrency: kind.atOnce };
      const worker = new Worker<Carried>(queueNamed(kind.name), workOf(kind, clock), options);
      worker.on("error", failed);
      connections.push(connection);
      workers.push(worker);
    },
    stop(): void {
      for (const worker of workers) void worker.pause(true).catch(failed);
    },
    close: () => workers.map((worker) => worker.close(true)),
    disconnect(): void {
      for (const connection of connections) connection.disconnect();
    },
  };
}

/** Tried again soon at first, then every five seconds. */
function retryStrategy(times: number): number {
  return Math.min(times * 200, 5_000);
}

/** A name without what BullMQ keeps for itself (":") and what a key should not hold. */
function queueNamed(name: string): string {
  return encodeURIComponent(name);
}

/** The same row is in the queue once; when it is done or has failed it is out of it, so that it can come again. */
function optionsOf(id: string) {
  const jobId = createHash("sha256").update(id).digest("base64url");
  return { jobId, removeOnComplete: true, removeOnFail: true };
}

function workOf(kind: JobKind, clock: TimeSource) {
  return async (job: Job<Carried>, token?: string): Promise<void> => {
    const againAt = await kind.work(job.data.id);
    if (againAt === undefined) return;
    await job.moveToDelayed(Date.now() + Math.max(0, againAt - clock.now()), token);
    throw new DelayedError();
  };
}

/** Tells once that Redis is away, and once that it is back; whom to tell of every other failure, until it is hushed. */
function tellingState(
  connection: Redis,
  log: CarrierLog,
): { readonly failed: Failed; readonly hush: () => void } {
  let told: "up" | "down" | "nothing more" | undefined;
  const down = (error?: Error): void => {
    if (told === "down" || told === "nothing more") return;
    told = "down";
    // Its words only: the error itself may hold the password it was refused with.
    log.warn({ why: error?.message }, away);
  };
  connection.on("error", down);
  connection.on("close", () => down());
  connection.on("ready", () => {
    if (told === undefined || told === "down")
      log.info({}, "Redis answers: slow work is shared out through it");
    if (told !== "nothing more") told = "up";
  });
  return {
    failed(error) {
      // BullMQ says in many ways that Redis is away or was emptied; none needs more than the next minute.
      if (connection.status !== "ready") down(error);
      else if (told !== "nothing more") log.warn({ why: error.message }, lost);
    },
    hush() {
      told = "nothing more";
    },
  };
}
