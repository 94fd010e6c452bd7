import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { FakeTelegram } from "../../adapters/telegram/testing/fakeTelegram.ts";
import { startFor } from "../../bot/proofs/testing/broadcast.ts";
import type { RunningProgram } from "../../bot/proofs/testing/runningProgram.ts";
import { seedDemo } from "../../bot/seed.ts";
import { addressOf, createInbox, type InboundEvent } from "../../core/channel/index.ts";
import { insertConsent, insertMembership, insertPerson, upsertAccount } from "../../core/people/index.ts";
import { openDatabase, type Database } from "../../core/store/index.ts";
import { newPostgresqlPlace, postgresqlAnswers } from "../../core/store/testing/postgresqlPlaces.ts";
import { systemClock } from "../../core/time/index.ts";
import type { Figure } from "./result.ts";

const villagers = 600;
const firstChat = 10_001;
const grid = "330226106235-G1";
const many = [1, 2, 4] as const;
/** What each of them says, one message after the other: two turns that end in a matter. */
const said = ["的路灯坏了，夜里看不见路", "1"] as const;

/** Several workers on one PostgreSQL, on the cores of this machine: how many turns they take, in order, each once. */
export async function benchScaleOut(): Promise<readonly Figure[]> {
  if (!(await postgresqlAnswers())) {
    console.log("scale-out: left out, start PostgreSQL with `npm run services`");
    return [];
  }
  const figures: Figure[] = [];
  for (const workers of many) figures.push(...(await measure(workers, figures[0])));
  return figures;
}

async function measure(workers: number, alone: Figure | undefined): Promise<readonly Figure[]> {
  const place = {
    ...(await newPostgresqlPlace("migrated")),
    dataDir: mkdtempSync(join(tmpdir(), "diantong-bench-")),
  };
  const fake = await FakeTelegram.start({ checksTypes: false });
  const database = await openDatabase(place.url, { dataDir: place.dataDir });
  let running: readonly RunningProgram[] = [];
  try {
    await settle(database, String(fake.bot.id));
    await speak(database, String(fake.bot.id));
    running = Array.from({ length: workers }, () => startFor(fake, place, "worker"));
    await Promise.all(running.map(({ ready }) => ready));
    const perSecond = await drained(database);
    const { matters, wrong } = await whatCame(database);
    const beside = alone && { name: "one worker", value: alone.value };
    return [
      {
        name: `scale-out: turns by ${workers}`,
        value: perSecond,
        unit: "/s",
        ...(beside && { beside }),
        note: `PostgreSQL, ${villagers} people with two messages each; matters ${matters}; out of order or twice: ${wrong}`,
      },
      {
        name: `scale-out: out of order or twice, ${workers}`,
        value: wrong,
        unit: "",
        target: { value: 0, is: "at most" },
      },
    ];
  } finally {
    await Promise.all(running.map((program) => program.kill()));
    await database.close();
    await fake.close();
    await place.remove();
    rmSync(place.dataDir, { recursive: true, force: true });
  }
}

async function settle(database: Database, bot: string): Promise<void> {
  const now = systemClock.now();
  await seedDemo(database, [], now);
  for (let index = 0; index < villagers; index += 1) {
    const [id, chat] = [`villager-${index}`, String(firstChat + index)];
    const address = addressOf({ channel: "telegram", bot, chat });
    await database.transaction(async (tx) => {
      await insertPerson(tx, { id, name: id, nickname: null, language: "zh", grid }, now);
      await insertMembership(tx, id, { role: "villager", unit: grid }, now);
      await insertConsent(tx, id, "bench", now);
      await upsertAccount(tx, id, { channel: "telegram", bot, actor: chat, address }, now);
    });
  }
}

/** Everybody has said everything before anybody listens. */
async function speak(database: Database, bot: string): Promise<void> {
  const inbox = createInbox({
    database,
    clock: systemClock,
    arrived: () => undefined,
    report: (error) => {
      throw error;
    },
  });
  for (const [turn, words] of said.entries())
    await inbox.accept(
      Array.from({ length: villagers }, (_, index): InboundEvent => {
        const chat = String(firstChat + index);
        // Places with numbers of their own: nobody is asked whether it is a neighbour's matter.
        const text = turn === 0 ? `村口${index + 1}号电线杆${words}` : words;
        return {
          dedupeKey: `bench-${turn}-${index}`,
          channel: "telegram",
          bot,
          chat,
          actor: { id: chat },
          group: false,
          addressed: true,
          at: systemClock.now(),
          body: { type: "text", text },
        };
      }),
    );
}

/** Turns a second between the first look that finds something done and the last. */
async function drained(database: Database): Promise<number> {
  const left = async (): Promise<number> => {
    const row = await database.transaction((tx) =>
      tx
        .selectFrom("inbox")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("state", "=", "waiting")
        .executeTakeFirstOrThrow(),
    );
    return row.count;
  };
  const all = villagers * said.length;
  let before = await left();
  while (before === all) before = (await wait(20), await left());
  const began = performance.now();
  while ((await left()) > 0) await wait(50);
  return (before / (performance.now() - began)) * 1_000;
}

/** A matter for each villager, in her own words; whatever else there is came out of order, or twice. */
async function whatCame(database: Database): Promise<{ readonly matters: number; readonly wrong: number }> {
  const rows = await database.transaction((tx) =>
    tx.selectFrom("ticket").select(["reporter_id as reporter", "what"]).execute(),
  );
  const right = new Set<string>();
  for (const { reporter, what } of rows) {
    const index = Number(reporter.replace("villager-", ""));
    if (what.startsWith(`村口${index + 1}号电线杆`)) right.add(reporter);
  }
  return { matters: rows.length, wrong: rows.length - right.size + villagers - right.size };
}
