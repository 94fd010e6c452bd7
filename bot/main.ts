import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pino, type Logger } from "pino";
import { ChannelRefusal } from "../core/channel/index.ts";
import { KeptFiles } from "../core/media/index.ts";
import { createReteller } from "../core/retelling/index.ts";
import { createTranscriber } from "../core/speech/index.ts";
import { openDatabase, StoreRefusal } from "../core/store/index.ts";
import { readQuietHours, systemClock, usualQuietHours } from "../core/time/index.ts";
import { createAdapters, telegramSettings } from "./adapters.ts";
import { readConfig, type Config } from "./config.ts";
import { openForFirstAdmin } from "./firstAdmin.ts";
import { createServer } from "./http/server.ts";
import type { RedisCarrier } from "./jobs/redisCarrier.ts";
import { createProgram, type ProgramPorts } from "./program.ts";
import { listens } from "./role.ts";
import { run } from "./run.ts";
import { holdsDemo, seedDemo } from "./seed.ts";

/** A stop that has not finished by then is cut short; the next start takes over what was under way. */
const patience = 9_000;

/** How long a start that met trouble after it was open waits before it goes on, milliseconds. */
const betweenTries = 2_000;

const holdsDemoStill =
  "this database holds the demonstration's invented people, an admin among them: for real people begin with another DATABASE_URL";

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.LOG_LEVEL });
  const { ROLE: role } = config;
  const database = await openDatabase(config.DATABASE_URL, { dataDir: config.DATA_DIR, log });
  const files = new KeptFiles(resolve(config.DATA_DIR, "media"));
  await files.begin(resolve(config.DATA_DIR, "files"));
  const adapters = createAdapters(database, {
    files,
    timeZone: config.TIMEZONE,
    hosts: [config.HTTP_HOST],
    publicUrl: config.PUBLIC_URL,
    telegram: telegramSettings(config, log),
  });
  // Invented people have no numbers on a real platform: they speak in the sandbox.
  const sandbox = adapters.filter(({ channel }) => channel === "web");
  if (config.SEED === "demo" && listens(role)) await seedDemo(database, sandbox, systemClock.now());
  if (config.SEED === "none" && (await holdsDemo(database))) log.warn(holdsDemoStill);
  const carrier = await openCarrier(config, log);
  const core = { ...settingsOf(config), database, clock: systemClock, adapters };
  const program = createProgram({ ...core, log, files, role, carrier });
  const server = await createServer({ ...core, adapters: listens(role) ? adapters : [], log });
  const stop = await run({ program, adapters, log, role });
  const address = await server.listen({ host: config.HTTP_HOST, port: config.HTTP_PORT });
  log.info({ address, engine: database.engine, seed: config.SEED, role }, `点通 is open at ${address}`);

  const leaving = new AbortController();
  const leave = async (signal: string): Promise<void> => {
    if (leaving.signal.aborted) return;
    leaving.abort();
    log.info({ signal }, "stopping: no new messages; finishing what is under way");
    setTimeout(() => process.exit(1), patience).unref();
    await server.close();
    await stop();
    await carrier?.close();
    await database.close();
    log.info("stopped");
  };
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => void leave(signal));
  // The code is told once: not before the port is surely ours.
  const openWay = () => openForFirstAdmin(database, systemClock.now(), config.ADMIN_CODE, log);
  if (listens(role)) await untilDone(log, leaving.signal, openWay);
}

/** What is left to do once the door is open: a database in trouble at that moment ends no program. */
async function untilDone(log: Logger, leaving: AbortSignal, work: () => Promise<void>): Promise<void> {
  while (!leaving.aborted) {
    try {
      return await work();
    } catch (error) {
      log.error({ err: error }, "what is left of the start is tried again");
      await wait(betweenTries, undefined, { signal: leaving, ref: false }).catch(() => undefined);
    }
  }
}

/** What shares slow work out; loaded only where there is a Redis, since it costs every start and its memory. */
async function openCarrier({ REDIS_URL: url }: Config, log: Logger): Promise<RedisCarrier | undefined> {
  if (url === undefined) return undefined;
  const { openRedisCarrier } = await import("./jobs/redisCarrier.ts");
  return openRedisCarrier(url, { log });
}

/** What the program and its pages are told of the installation. */
function settingsOf(config: Config) {
  const tableDays = config.TABLE_DAYS;
  return { ...hoursOf(config), ...servicesOf(config), ...pagesOf(config), tableDays };
}

/** By which addresses pages open: for the outside, and for this machine, where this process shows them and the port is known. */
function pagesOf({ PUBLIC_URL: publicUrl, HTTP_HOST: host, HTTP_PORT: port, ROLE: role }: Config) {
  const name = ["0.0.0.0", "::"].includes(host) ? "127.0.0.1" : host;
  const own = `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
  return { publicUrl, ownUrl: listens(role) && port !== 0 ? own : undefined };
}

/** Where the program's days begin, and when it is quiet. */
function hoursOf({ TIMEZONE: timeZone, QUIET_HOURS }: Config) {
  return { timeZone, quietHours: readQuietHours(QUIET_HOURS) ?? usualQuietHours };
}

/** What is asked of services elsewhere, where the operator has named them. */
function servicesOf(config: Config): Pick<ProgramPorts, "transcriber" | "retelling"> {
  const { STT_BASE_URL: hears, STT_MODEL: hearing, LLM_BASE_URL: tells, LLM_MODEL: telling } = config;
  const transcriber =
    hears !== undefined && hearing !== undefined
      ? createTranscriber({ baseUrl: hears, key: config.STT_API_KEY, model: hearing })
      : undefined;
  const reteller =
    tells !== undefined && telling !== undefined
      ? createReteller({ baseUrl: tells, key: config.LLM_API_KEY, model: telling })
      : undefined;
  return { transcriber, retelling: reteller && { reteller, dailyTokens: config.LLM_DAILY_TOKENS } };
}

function refuse(sentences: readonly string[]): never {
  process.stderr.write(`点通 did not start:\n${sentences.map((line) => `  ${line}\n`).join("")}`);
  process.exit(1);
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}

const config = readConfig(process.env);
if ("wrong" in config) refuse(config.wrong);
try {
  await start(config);
} catch (error) {
  if (error instanceof StoreRefusal || error instanceof ChannelRefusal) refuse([error.message]);
  if (isTaken(error))
    refuse([
      `port ${config.HTTP_PORT} on ${config.HTTP_HOST} is taken by another program: stop it, or set HTTP_PORT`,
    ]);
  throw error;
}
