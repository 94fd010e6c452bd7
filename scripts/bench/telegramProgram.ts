/**
 * The real program on SQLite with Telegram as its platform, for benches: as bot/main.ts puts it together, but with bench
 * villagers, and without the limits of Telegram, which would be all that is measured.
 */
import { join } from "node:path";
import { pino } from "pino";
import { createTelegramAdapter } from "../../adapters/telegram/index.ts";
import { createServer } from "../../bot/http/server.ts";
import { createProgram } from "../../bot/program.ts";
import { run } from "../../bot/run.ts";
import { seedDemo } from "../../bot/seed.ts";
import { addressOf, type Adapter } from "../../core/channel/index.ts";
import { insertConsent, insertMembership, insertPerson, upsertAccount } from "../../core/people/index.ts";
import { fillWithMatters } from "./fill.ts";
import { KeptFiles } from "../../core/media/index.ts";
import { openDatabase, type Database } from "../../core/store/index.ts";
import { systemClock } from "../../core/time/index.ts";

const {
  FOLDER = "",
  TOKEN = "",
  API_ROOT = "",
  MODE = "",
  PORT = "0",
  VILLAGERS = "0",
  MATTERS = "0",
} = process.env;
const grids = ["330226106235-G1", "330226106235-G2"];
const firstNumber = 10_000;
const workers = { li: 7_003, he: 7_004 } as const;

async function settleIn(database: Database, bot: string): Promise<void> {
  const now = systemClock.now();
  await seedDemo(database, [], now);
  const account = (number: number) => {
    const who = { channel: "telegram", bot, actor: String(number) };
    return { ...who, address: addressOf({ ...who, chat: String(number) }) };
  };
  await database.transaction(async (tx) => {
    for (const [actor, number] of Object.entries(workers))
      await upsertAccount(tx, `demo-${actor}`, account(number), now);
    for (let index = 0; index < Number(VILLAGERS); index += 1) {
      const [id, grid] = [`villager-${String(index)}`, grids[index % 2] ?? ""];
      await insertPerson(tx, { id, name: id, nickname: null, language: "zh", grid }, now);
      await insertMembership(tx, id, { role: "villager", unit: grid }, now);
      await insertConsent(tx, id, "bench", now);
      await upsertAccount(tx, id, account(firstNumber + index), now);
    }
  });
}

function withoutLimits(adapter: Adapter): Adapter {
  const rates = { perSecond: Infinity, perChatPerSecond: Infinity };
  return { ...adapter, caps: () => ({ ...adapter.caps(), rates }) };
}

const log = pino({ level: "warn" });
const database = await openDatabase(`file:${FOLDER}/village.db`, { dataDir: FOLDER, log });
const delivery =
  MODE === "webhook"
    ? ({ mode: "webhook", publicUrl: `http://127.0.0.1:${PORT}`, secret: "bench" } as const)
    : ({ mode: "polling" } as const);
const adapter = withoutLimits(createTelegramAdapter({ token: TOKEN, apiRoot: API_ROOT, delivery, log }));
await settleIn(database, adapter.bot);
await fillWithMatters(database, Number(MATTERS), systemClock.now());
const adapters = [adapter];
const program = createProgram({
  database,
  clock: systemClock,
  adapters,
  files: new KeptFiles(join(FOLDER, "media")),
  timeZone: "Asia/Shanghai",
  log,
});
const server = await createServer({ database, adapters, log, clock: systemClock, timeZone: "Asia/Shanghai" });
await server.listen({ host: "127.0.0.1", port: Number(PORT) });
const stop = await run({ program, adapters, log });
process.stdout.write("ready\n");
process.once(
  "SIGTERM",
  () =>
    void server
      .close()
      .then(stop)
      .then(() => database.close()),
);
