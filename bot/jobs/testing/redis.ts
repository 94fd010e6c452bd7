import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, connect, type Socket } from "node:net";
import { Redis } from "ioredis";
import { afterAll, afterEach, describe, expect, onTestFinished, test } from "vitest";

const redisUrl = process.env["TEST_REDIS_URL"] ?? "redis://127.0.0.1:56379";
/** Redis has sixteen databases: tests that run side by side rarely meet in one, and empty only their own. */
const databases = 15;

const url = `${redisUrl}/${1 + (process.pid % databases)}`;

async function redisAnswers(): Promise<boolean> {
  const redis = new Redis(redisUrl, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 2_000 });
  redis.on("error", () => undefined);
  try {
    await redis.connect();
    return true;
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

const isThere = await redisAnswers();

const prefixes: string[] = [];

/** A prefix that no other test has; its keys are gone after the running test. */
export function newPrefix(): string {
  const prefix = `test-${randomUUID()}`;
  prefixes.push(prefix);
  return prefix;
}

/** The Redis for tests. */
export interface TestRedis {
  readonly url: string;
  /** Every key is gone, as after a restart without a copy on the disk. */
  flush(): Promise<void>;
  /** How many keys of a prefix there are. */
  keys(prefix: string): Promise<readonly string[]>;
}

/** Describes behaviour that needs a Redis. Where it is missing the tests are skipped by a name that says so; with REQUIRE_SERVICES=1 that fails. */
export function describeOnRedis(name: string, tests: (redis: TestRedis) => void): void {
  if (!isThere && process.env["REQUIRE_SERVICES"] === "1") {
    test(name, () => expect(isThere, "REQUIRE_SERVICES=1 but Redis does not answer").toBe(true));
    return;
  }
  if (!isThere) {
    test.skip(`${name} (skipped: start Redis with \`npm run services\`)`, () => undefined);
    return;
  }
  const redis = new Redis(url, { lazyConnect: true });
  describe(name, () => {
    afterEach(async () => {
      for (const prefix of prefixes.splice(0))
        for (const key of await redis.keys(`${prefix}*`)) await redis.del(key);
    });
    afterAll(() => redis.disconnect());
    tests({
      url,
      flush: async () => void (await redis.flushdb()),
      keys: (prefix) => redis.keys(`${prefix}*`),
    });
  });
}

/** A door before Redis that can be shut, as when it is restarted. */
export interface Door {
  readonly url: string;
  open(): Promise<void>;
  shut(): void;
}

/** A door, shut at first; it is gone after the running test. */
export async function newDoor(): Promise<Door> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((from) => {
    const to = connect(Number(target.port), target.hostname);
    for (const socket of [from, to]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        sockets.delete(socket);
        from.destroy();
        to.destroy();
      });
    }
    from.pipe(to).pipe(from);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const shut = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  shut();
  onTestFinished(shut);
  return {
    url: `redis://127.0.0.1:${port}${target.pathname}`,
    async open() {
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
    },
    shut,
  };
}
