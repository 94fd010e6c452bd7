import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { createProgram, type Program } from "../../bot/program.ts";
import { seedDemo } from "../../bot/seed.ts";
import {
  addressOf,
  type Adapter,
  type Body,
  type InboundEvent,
  type Outbound,
  type Rates,
} from "../../core/channel/index.ts";
import { insertConsent, insertMembership, insertPerson, upsertAccount } from "../../core/people/index.ts";
import { KeptFiles } from "../../core/media/index.ts";
import { openDatabase, type Database } from "../../core/store/index.ts";
import { systemClock } from "../../core/time/index.ts";

const channel = "paper";
const bot = "bot";
const grid = "330226106235-G1";
const unlimited = { perSecond: Infinity, perChatPerSecond: Infinity };

/** The core on a fresh SQLite file with a platform that takes every message at once; no HTTP, no timers. */
export interface Village {
  readonly folder: string;
  readonly file: string;
  readonly database: Database;
  readonly program: Program;
  readonly villagers: readonly string[];
  /** Everything said to each chat, newest last. */
  readonly said: ReadonlyMap<string, Outbound[]>;
  /** When each was said, epoch milliseconds. */
  readonly sentAt: readonly number[];
  remove(): Promise<void>;
}

export async function openVillage(size: number, rates: Rates = unlimited): Promise<Village> {
  const folder = mkdtempSync(join(tmpdir(), "diantong-bench-"));
  const file = join(folder, "village.db");
  const database = await openDatabase(`file:${file}`, { dataDir: folder });
  const said = new Map<string, Outbound[]>();
  const sentAt: number[] = [];
  const adapter = createTakingAdapter(said, sentAt, rates);
  const now = systemClock.now();
  await seedDemo(database, [adapter], now);
  const villagers = Array.from({ length: size }, (_, index) => `villager-${index}`);
  for (const actor of villagers) await settleIn(database, actor, now);
  const log = pino({ level: "error" });
  const program = createProgram({
    database,
    clock: systemClock,
    adapters: [adapter],
    timeZone: "Asia/Shanghai",
    log,
    files: new KeptFiles(join(folder, "media")),
  });
  const remove = async (): Promise<void> => {
    await program.settle();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, file, database, program, villagers, said, sentAt, remove };
}

async function settleIn(database: Database, actor: string, now: number): Promise<void> {
  const address = addressOf({ channel, bot, chat: actor });
  await database.transaction(async (tx) => {
    await insertPerson(tx, { id: actor, name: actor, nickname: null, language: "zh", grid }, now);
    await insertMembership(tx, actor, { role: "villager", unit: grid }, now);
    await insertConsent(tx, actor, "bench", now);
    await upsertAccount(tx, actor, { channel, bot, actor, address }, now);
  });
}

function createTakingAdapter(
  said: Map<string, Outbound[]>,
  sentAt: number[],
  rates: Rates,
): Adapter<Outbound> {
  return {
    channel,
    bot,
    caps: () => ({
      text: { max: 4096, unit: "utf16" },
      choices: { kind: "native", max: 100, tokenBytes: 64 },
      files: ["photo", "voice", "video", "document"],
      push: "free",
      rates,
    }),
    start: () => Promise.resolve(),
    render: (outbound) => outbound,
    send(outbound) {
      const chat = said.get(outbound.to) ?? [];
      chat.push(outbound);
      said.set(outbound.to, chat);
      sentAt.push(Date.now());
      return Promise.resolve({ kind: "sent", id: `p-${outbound.key}` });
    },
    download: () => Promise.resolve(undefined),
  };
}

let updates = 0;

/** The next update of the platform. */
export function eventFrom(actor: string, body: Body, replyTo?: string): InboundEvent {
  updates += 1;
  return {
    dedupeKey: `update-${updates}`,
    channel,
    bot,
    chat: actor,
    actor: { id: actor },
    group: false,
    addressed: true,
    at: systemClock.now(),
    body,
    ...(replyTo !== undefined && { replyTo }),
  };
}

/** Everything said to somebody. */
export function saidTo({ said }: Village, actor: string): readonly Outbound[] {
  return said.get(addressOf({ channel, bot, chat: actor })) ?? [];
}

/** Accepts every event as its own update, as they come from a platform, and works until nothing is left. */
export async function live({ program }: Village, events: readonly InboundEvent[]): Promise<void> {
  await Promise.all(events.map((event) => program.intake.accept([event])));
  await program.settle();
}
