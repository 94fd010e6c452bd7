import { FakeTelegram } from "../../../adapters/telegram/testing/fakeTelegram.ts";
import { lanes, type Lane } from "../../../core/delivery/model.ts";
import { openDatabase, type Database } from "../../../core/store/index.ts";
import { startProgram, type RunningProgram } from "./runningProgram.ts";

/** A database and a folder for files, whoever has them open. */
export interface Place {
  readonly url: string;
  readonly dataDir: string;
}

/** One message in the outbox, written there directly. */
export interface Notice {
  readonly key: string;
  /** Its reader's number on Telegram; a group's is negative. */
  readonly chat: number;
  readonly lane: Lane;
}

/** The fastest the adapter allows: what a bot that has been used to its limit has learned. */
const learned = 29.8;

/** A Telegram with so many people who have opened the bot. */
export async function openAudience(people: number, groups = 0): Promise<FakeTelegram> {
  const fake = await FakeTelegram.start({ checksTypes: false });
  for (let index = 0; index < people; index += 1) fake.person(10_001 + index);
  for (let index = 0; index < groups; index += 1) fake.group(-101 - index, "一组");
  return fake;
}

/** Writes notices into the outbox of a bot that has learned how fast it may be. */
export async function writeNotices(
  place: Place,
  fake: FakeTelegram,
  notices: readonly Notice[],
): Promise<void> {
  const database = await openDatabase(place.url, { dataDir: place.dataDir });
  const bot = String(fake.bot.id);
  const now = Date.now();
  const rows = notices.map(({ key, chat, lane }) => ({
    key,
    route: `telegram/${bot}`,
    address: `telegram/${bot}/${String(chat)}`,
    lane: lanes[lane],
    payload: JSON.stringify({ text: key, buttons: [] }),
    state: "waiting",
    attempts: 0,
    next_at: now,
    created_at: now,
  }));
  await database.transaction(async (tx) => {
    await tx
      .insertInto("channel_pause")
      .values({ channel: "telegram", bot, until_at: 0, per_second: learned, learned_at: now, filled_at: now })
      .execute();
    for (let from = 0; from < rows.length; from += 200)
      await tx
        .insertInto("outbox")
        .values(rows.slice(from, from + 200))
        .execute();
  });
  await database.close();
}

/** Starts `bot/main.ts` for this Telegram; `role` names its part of the work. */
export function startFor(fake: FakeTelegram, { url, dataDir }: Place, role: string): RunningProgram {
  return startProgram({
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    SEED: "none",
    ROLE: role,
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.apiRoot,
  });
}

/** The keys of what is on its way. */
export async function leasedIn(database: Database): Promise<readonly string[]> {
  const rows = await database.transaction((tx) =>
    tx.selectFrom("outbox").select("key").where("state", "=", "leased").execute(),
  );
  return rows.map(({ key }) => key);
}
