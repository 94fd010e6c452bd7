import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import type { FakeTelegram } from "../../adapters/telegram/testing/fakeTelegram.ts";
import { openDatabase } from "../../core/store/index.ts";
import { describeOnEachEngine, type EngineName } from "../../core/store/testing/index.ts";
import { leasedIn, openAudience, startFor, writeNotices, type Place } from "./testing/broadcast.ts";
import { drawBroadcast } from "./testing/broadcastLedger.ts";
import { ledgerText } from "./testing/ledger.ts";
import { createRandom, seedOfRun } from "./testing/random.ts";
import type { RunningProgram } from "./testing/runningProgram.ts";
import { isIdle } from "./testing/trial.ts";

/** Enough for every commit; the whole: `PROOF_KILLS=20 PROOF_AUDIENCE=2000`. */
const kills = Number(process.env["PROOF_KILLS"] ?? 8);
const audience = Number(process.env["PROOF_AUDIENCE"] ?? 400);
/** The processes of an installation; the one that opens Telegram is killed as the others are. */
const rolesOn: Readonly<Record<EngineName, readonly string[]>> = {
  sqlite: ["all"],
  postgresql: ["gateway", "worker", "worker", "clock"],
};
const people = Array.from({ length: audience }, (_, index) => 10_001 + index);
const patience = { timeout: 60_000 + audience * 60, interval: 500 };

describeOnEachEngine("a broadcast whose programs are killed", (open, engine) => {
  const title = `loses nobody in ${kills} kills; what may have come twice was in flight at one`;
  test(title, { timeout: 300_000 }, async () => {
    const [seed, place] = [seedOfRun(), await open.place()];
    const random = createRandom(seed);
    const fake = await openAudience(audience);
    await writeNotices(
      place,
      fake,
      people.map((chat) => ({ key: `通知 ${chat}`, chat, lane: "bulk" })),
    );
    const programs = rolesOn[engine].map((role) => ({ role, running: startFor(fake, place, role) }));
    const talking = talk(fake);

    const inFlight = new Set<string>();
    for (let kill = 0; kill < kills; kill += 1) {
      const victim = programs[Math.floor(random() * programs.length)] ?? expect.unreachable();
      await victim.running.ready;
      await wait(200 + random() * 800);
      if (random() < 0.75) await Promise.race([nextShown(fake), wait(1_000)]);
      for (const key of await killed(victim.running, place, engine)) inFlight.add(key);
      victim.running = startFor(fake, place, victim.role);
    }
    await talking;
    for (const { running } of programs) {
      const address = (await running.ready) ?? expect.unreachable();
      await expect.poll(() => isIdle(address), patience).toBe(true);
    }
    for (const { running } of programs) expect(await running.stop()).toBe(0);

    const database = await openDatabase(place.url, place);
    const ledger = await drawBroadcast(database, { fake, people, inFlight });
    await database.close();
    await fake.close();
    process.stdout.write(ledgerText(`broadcast, ${kills} kills on ${engine}, PROOF_SEED=${seed}`, ledger));
    expect(ledger.broken).toEqual([]);
    expect(ledger.counts["answers written"]).toBeGreaterThan(0);
  });
});

/** Some people say something all the while; the platform keeps it until the program says that it has it. */
async function talk(fake: FakeTelegram): Promise<void> {
  for (let word = 0; word < 20; word += 1) {
    void fake.person(10_001 + (word % 5)).says("你好");
    await wait(300);
  }
}

/** Resolves when the platform has carried out the next message and not answered yet. */
function nextShown(fake: FakeTelegram): Promise<void> {
  return new Promise((resolve) => {
    fake.carriedOut = (method) => {
      if (method === "sendMessage") resolve();
    };
  });
}

/** Kills a program. @returns what was leased when it did its last. */
async function killed(running: RunningProgram, place: Place, engine: EngineName): Promise<readonly string[]> {
  // Where others live they take over at once what it had: first it is stopped, then looked at, then killed.
  if (engine === "sqlite") await running.kill();
  else running.freeze();
  await wait(5);
  const database = await openDatabase(place.url, place);
  const keys = await leasedIn(database);
  await database.close();
  if (engine === "postgresql") await running.kill();
  return keys;
}
