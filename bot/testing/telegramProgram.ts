import { join } from "node:path";
import { Writable } from "node:stream";
import { pino } from "pino";
import { openTelegram, type StageOptions } from "../../adapters/telegram/testing/telegramStage.ts";
import type { FakePerson } from "../../adapters/telegram/testing/fakePerson.ts";
import { addressOf, type Adapter } from "../../core/channel/index.ts";
import { upsertAccount } from "../../core/people/index.ts";
import { KeptFiles } from "../../core/media/index.ts";
import type { TestDatabase } from "../../core/store/testing/index.ts";
import { systemClock } from "../../core/time/index.ts";
import { createProgram } from "../program.ts";
import { run } from "../run.ts";
import { seedDemo } from "../seed.ts";

/** Demo people and their numbers on Telegram. */
const numbers = { wang: 7_001, chen: 7_002, li: 7_003, zhou: 7_004, zhao: 7_005, admin: 7_006 } as const;

/** What the demo person with this number is called, or the number. */
export function nameOnTelegram(number: string): string {
  return Object.entries(numbers).find(([, id]) => String(id) === number)?.[0] ?? number;
}

export interface TelegramProgramOptions extends StageOptions {
  /** No limits on either side: what is measured or counted is the program. */
  readonly unhurried?: boolean;
}

/** The whole program as bot/main.ts puts it together, with Telegram (a fake one) as its platform and the real clock. */
export async function openTelegramProgram(database: TestDatabase, options: TelegramProgramOptions = {}) {
  const lines: string[] = [];
  const log = pino(
    { level: "debug" },
    new Writable({ write: (line, _encoding, done) => (lines.push(String(line)), done()) }),
  );
  const stage = await openTelegram({ log, ...options });
  const { fake } = stage;
  const adapter = options.unhurried === true ? withoutLimits(stage.adapter) : stage.adapter;
  if (options.unhurried === true) fake.limits.setAll("off");
  const people = Object.fromEntries(
    Object.entries(numbers).map(([actor, id]) => [actor, fake.person(id, { name: actor })] as const),
  ) as Record<keyof typeof numbers, FakePerson>;

  async function seed(): Promise<void> {
    await seedDemo(database, [], systemClock.now());
    await database.transaction(async (tx) => {
      for (const [actor, id] of Object.entries(numbers)) {
        const account = { channel: adapter.channel, bot: adapter.bot, actor: String(id) };
        const address = addressOf({ ...account, chat: String(id) });
        await upsertAccount(tx, `demo-${actor}`, { ...account, address }, systemClock.now());
      }
    });
  }

  await seed();
  const program = createProgram({
    database,
    clock: systemClock,
    adapters: [adapter],
    timeZone: "Asia/Shanghai",
    log,
    files: new KeptFiles(join(database.dataDir, "media")),
  });
  const stop = await run({ program, adapters: [adapter], log });
  return {
    ...stage,
    database,
    program,
    people,
    /** Every line the program wrote. */
    lines,
    async close() {
      await stop();
      await stage.close();
    },
  };
}

/** The same adapter, as fast as it can. */
function withoutLimits(adapter: Adapter): Adapter {
  const rates = { perSecond: Infinity, perChatPerSecond: Infinity };
  return { ...adapter, caps: () => ({ ...adapter.caps(), rates }) };
}
