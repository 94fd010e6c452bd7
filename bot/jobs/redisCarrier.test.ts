import { expect, onTestFinished, test } from "vitest";
import { createFetcher, atOnce, type FetcherPorts } from "../../core/media/index.ts";
import { openFetcher } from "../../core/media/testing/openFetcher.ts";
import { samples } from "../../core/media/testing/samples.ts";
import { openDatabase, type Database } from "../../core/store/index.ts";
import { describeOnEachEngine, newFolder, type OpenTestDatabase } from "../../core/store/testing/index.ts";
import { minute } from "../../core/time/index.ts";
import { createJobs, type JobKind, type Jobs } from "./jobs.ts";
import { openRedisCarrier, type RedisCarrier } from "./redisCarrier.ts";
import { describeOnRedis, newDoor, newPrefix } from "./testing/redis.ts";

const name = "media paper/bot";
const patient = { timeout: 20_000, interval: 100 };

interface Told {
  readonly log: {
    info(details: object, sentence: string): void;
    warn(details: object, sentence: string): void;
  };
  readonly sentences: string[];
}

function listening(): Told {
  const sentences: string[] = [];
  const note = (_: object, sentence: string): void => void sentences.push(sentence);
  return { log: { info: note, warn: note }, sentences };
}

function carrierAt(url: string, prefix: string, log = listening().log): RedisCarrier {
  const carrier = openRedisCarrier(url, { log, prefix });
  onTestFinished(() => carrier.close());
  return carrier;
}

/** The files of the paper platform as a kind of job; `drained` counts how often it looked into the database by itself. */
function kindOn(ports: FetcherPorts): JobKind & { drained: number } {
  const fetcher = createFetcher(ports);
  const kind = {
    name,
    atOnce,
    drained: 0,
    drain() {
      kind.drained += 1;
      return fetcher.drain();
    },
    due: (limit: number) => fetcher.due(limit),
    work: (id: string) => fetcher.fetch(id),
    stop: () => fetcher.stop(),
  };
  return kind;
}

/** A platform with files, and so many programs that share the fetching of them out by one Redis. */
async function openVillage(
  open: OpenTestDatabase,
  url: string,
  { programs = 1, gate = Promise.resolve() } = {},
) {
  const stage = await openFetcher(open);
  let begun = 0;
  const download: FetcherPorts["adapter"]["download"] = async (file, maxBytes) => {
    begun += 1;
    await gate;
    return stage.ports.adapter.download(file, maxBytes);
  };
  const ports = { ...stage.ports, adapter: { ...stage.ports.adapter, download } };
  const prefix = newPrefix();
  const workers: {
    jobs: Jobs;
    kind: JobKind & { drained: number };
    carrier: RedisCarrier;
    database: Database;
  }[] = [];
  for (let index = 0; index < programs; index += 1) {
    const database = index === 0 ? stage.database : await another(stage.database.url);
    const kind = kindOn({ ...ports, database });
    const carrier = carrierAt(url, prefix);
    workers.push({ kind, carrier, database, jobs: createJobs([kind], stage.clock, carrier) });
  }
  await expect.poll(() => workers.every(({ carrier }) => carrier.isUp()), patient).toBe(true);
  for (const { jobs } of workers) await jobs.look();
  const [first] = workers;
  if (!first) throw new Error("a village has at least one program");
  return { ...stage, workers, first, prefix, begun: () => begun };
}

async function another(url: string): Promise<Database> {
  const database = await openDatabase(url, { dataDir: newFolder() });
  onTestFinished(() => database.close());
  return database;
}

function names(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `file ${String(index).padStart(2, "0")}`);
}

function kept(count: number): readonly string[] {
  return names(count).map((id) => `${id} kept image/jpeg`);
}

describeOnRedis("with Redis", (redis) => {
  describeOnEachEngine("slow work", (open, engine) => {
    test("goes by the queue: nobody looks into the database for it, and nothing of it stays in Redis", async () => {
      const { arrives, states, first, prefix } = await openVillage(open, redis.url);

      for (const id of names(6)) {
        await arrives(id, samples.jpg);
        await first.jobs.wanted(name, id);
      }

      await expect.poll(states, patient).toEqual(kept(6));
      expect(first.kind.drained).toBe(0);
      const rows = async () => (await redis.keys(prefix)).filter((key) => /:[\w-]{43}(:|$)/.test(key));
      await expect.poll(rows, patient).toEqual([]);
    });

    test("that Redis forgot is handed over again within a minute, and each file is fetched once", async () => {
      const gate = Promise.withResolvers<void>();
      const village = await openVillage(open, redis.url, { gate: gate.promise });
      const { arrives, states, first, clock, asked } = village;
      for (const id of names(12)) {
        await arrives(id, samples.jpg);
        await first.jobs.wanted(name, id);
      }

      await expect.poll(village.begun, patient).toBe(atOnce);
      await redis.flush();
      gate.resolve();
      await expect
        .poll(async () => (await states()).filter((state) => state.includes("kept")).length, patient)
        .toBe(atOnce);
      clock.pass(minute);
      await first.jobs.look();

      await expect.poll(states, patient).toEqual(kept(12));
      expect(asked.toSorted()).toEqual(names(12));
      expect(first.kind.drained).toBe(0);
    });

    test("is done without it while Redis is away from the start, and by it once it is there; each is said once", async () => {
      const stage = await openFetcher(open);
      const door = await newDoor();
      const { log, sentences } = listening();
      const kind = kindOn(stage.ports);
      const carrier = carrierAt(door.url, newPrefix(), log);
      const jobs = createJobs([kind], stage.clock, carrier);
      await jobs.look();
      await stage.arrives("file 00", samples.jpg);
      await jobs.wanted(name, "file 00");
      await stage.arrives("file 01", samples.jpg);
      await jobs.look();
      const without = await stage.states();
      await expect
        .poll(() => sentences, patient)
        .toContainEqual(expect.stringMatching(/^Redis does not answer/));

      await door.open();
      await expect.poll(() => carrier.isUp(), patient).toBe(true);
      const drained = kind.drained;
      await stage.arrives("file 02", samples.jpg);
      await jobs.wanted(name, "file 02");
      await expect.poll(stage.states, patient).toEqual(kept(3));
      const byItself = kind.drained - drained;
      door.shut();
      await expect.poll(() => sentences.length, patient).toBe(3);
      await stage.arrives("file 03", samples.jpg);
      await jobs.look();

      expect([without, byItself]).toEqual([kept(2), 0]);
      expect(await stage.states()).toEqual(kept(4));
      expect(sentences.map((sentence) => sentence.slice(0, 15))).toEqual([
        "Redis does not ",
        "Redis answers: ",
        "Redis does not ",
      ]);
    });

    test("that did not succeed comes back by itself when it is time", async () => {
      const { arrives, states, platform, first, clock } = await openVillage(open, redis.url);
      await arrives("file 00", new Error("no network"));

      await first.jobs.wanted(name, "file 00");
      await expect.poll(async () => (await first.kind.due(9)).length, patient).toBe(0);
      platform.set("file 00", samples.jpg);
      clock.pass(minute);

      await expect.poll(states, patient).toEqual(kept(1));
      expect(first.kind.drained).toBe(0);
    });

    test("that lies in Redis and nobody begins is done after the second minute all the same", async () => {
      const stage = await openFetcher(open);
      const kind = kindOn(stage.ports);
      const carrier = carrierAt(redis.url, newPrefix());
      const deaf = { ...carrier, serve: () => undefined };
      const jobs = createJobs([kind], stage.clock, deaf);
      await expect.poll(() => carrier.isUp(), patient).toBe(true);
      await stage.arrives("file 00", samples.jpg);

      await jobs.look();
      const before = await stage.states();
      stage.clock.pass(minute);
      await jobs.look();

      expect(before).toEqual(["file 00 waiting"]);
      expect(await stage.states()).toEqual(kept(1));
    });

    test("ends at once when the program stops, and a Redis that is away does not hold it up", async () => {
      const stage = await openFetcher(open);
      const door = await newDoor();
      const carrier = openRedisCarrier(door.url, { log: listening().log, prefix: newPrefix() });
      const jobs = createJobs([kindOn(stage.ports)], stage.clock, carrier);
      await jobs.look();
      const begun = performance.now();

      jobs.stop();
      await carrier.close();

      expect(performance.now() - begun).toBeLessThan(4_000);
    });

    // On SQLite there is never a second program.
    if (engine === "sqlite") return;

    test("is shared out: two programs fetch each file once, though both are told of all", async () => {
      const { arrives, states, workers, asked, clock } = await openVillage(open, redis.url, { programs: 2 });
      for (const id of names(40)) await arrives(id, samples.jpg);

      await Promise.all(workers.flatMap(({ jobs }) => names(40).map((id) => jobs.wanted(name, id))));
      clock.pass(minute);
      await Promise.all(workers.map(({ jobs }) => jobs.look()));

      await expect.poll(states, patient).toEqual(kept(40));
      expect(asked.toSorted()).toEqual(names(40));
    });

    test("of a program that died is done by another", async () => {
      const { arrives, states, first, ports, clock, database } = await openVillage(open, redis.url);
      const dying = await another(database.url);
      await arrives("file 00", samples.jpg);
      const download = () => new Promise<undefined>(() => undefined);
      const never = createFetcher({ ...ports, database: dying, adapter: { ...ports.adapter, download } });
      void never.fetch("file 00");
      await expect.poll(async () => (await first.kind.due(9)).length, patient).toBe(0);
      never.stop();
      await dying.close();

      clock.pass(minute);
      await first.jobs.look();

      await expect.poll(states, patient).toEqual(kept(1));
    });
  });
});

describeOnEachEngine("slow work without Redis", (open, engine) => {
  test("is done as soon as it is wanted, and by the next look when nobody was told", async () => {
    const stage = await openFetcher(open);
    const jobs = createJobs([kindOn(stage.ports)], stage.clock);
    await stage.arrives("file 00", samples.jpg);
    await jobs.wanted(name, "file 00");
    const told = await stage.states();
    await stage.arrives("file 01", samples.jpg);
    await jobs.wanted("speech", "file 01");

    await jobs.look();

    expect(told).toEqual(kept(1));
    expect(await stage.states()).toEqual(kept(2));
  });

  if (engine === "sqlite") return;

  test("is done once by two programs that look at the same moment", async () => {
    const stage = await openFetcher(open);
    const second = await another(stage.database.url);
    for (const id of names(20)) await stage.arrives(id, samples.jpg);
    const both = [stage.ports, { ...stage.ports, database: second }].map((ports) =>
      createJobs([kindOn(ports)], stage.clock),
    );

    await Promise.all(both.map((jobs) => jobs.look()));

    expect(await stage.states()).toEqual(kept(20));
    expect(stage.asked.toSorted()).toEqual(names(20));
  });
});
