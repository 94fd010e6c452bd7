/** Talks to 点通 in the terminal: the whole program with the console as its only platform, on the configured database. */
import { resolve } from "node:path";
import { pino } from "pino";
import { createConsoleAdapter } from "../adapters/console/index.ts";
import { readConfig } from "../bot/config.ts";
import { personasOn } from "../bot/personas.ts";
import { createProgram } from "../bot/program.ts";
import { run } from "../bot/run.ts";
import { seedDemo } from "../bot/seed.ts";
import { KeptFiles } from "../core/media/index.ts";
import { openDatabase, StoreRefusal } from "../core/store/index.ts";
import { systemClock } from "../core/time/index.ts";

async function chat(): Promise<void> {
  const config = readConfig(process.env);
  if ("wrong" in config) throw new StoreRefusal("unsuitable database", config.wrong.join("\n"));
  const log = pino({ level: "warn" }, pino.destination(2));
  const database = await openDatabase(config.DATABASE_URL, { dataDir: config.DATA_DIR, log });
  const terminal = createConsoleAdapter({
    input: process.stdin,
    output: process.stdout,
    personas: () => personasOn(database, "console", "terminal"),
    fileDirectory: resolve("."),
    settled: () => program.settle(),
  });
  if (config.SEED === "demo") await seedDemo(database, [terminal], systemClock.now());
  const program = createProgram({
    database,
    clock: systemClock,
    adapters: [terminal],
    timeZone: config.TIMEZONE,
    log,
    files: new KeptFiles(resolve(config.DATA_DIR, "media")),
  });
  const stop = await run({ program, adapters: [terminal], log });
  await terminal.ended;
  await stop();
  await database.close();
}

try {
  await chat();
} catch (error) {
  if (!(error instanceof StoreRefusal)) throw error;
  console.error(`点通 did not start: ${error.message}`);
  process.exitCode = 1;
}
