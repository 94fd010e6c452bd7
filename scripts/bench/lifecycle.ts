import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { FakeTelegram } from "../../adapters/telegram/testing/fakeTelegram.ts";
import { rssOf } from "./memory.ts";
import { median, type Figure } from "./result.ts";
import { endBot, startBot } from "./telegramProcess.ts";
import { Village } from "./telegramVillage.ts";

/** How many matters live at the same time. */
const together = 50;
const rounds = 7;
const livesARound = 150;
const many = Number(process.env["BENCH_MATTERS"] ?? 1_000_000);

/** A bot that the same people talk to, as a process of its own. */
interface Contestant {
  readonly name: string;
  readonly entry: URL;
  readonly settings?: Readonly<Record<string, string>>;
}

const note =
  `${String(together)} matters at once, each 5 updates and 9 messages, the fake Telegram and who uses it on the same processors; ` +
  "durable: ours before it acknowledges and before it sends; bare FULL and Prisma at each commit; bare NORMAL never";
const notInstalled =
  "not measured: (cd scripts/bench/references/conversations && npm ci && npm run generate)";

const own = new URL("telegramProgram.ts", import.meta.url);
const bare = new URL("references/bareLoop.ts", import.meta.url);
const conversations = new URL("references/conversations/bot.ts", import.meta.url);

const contestants: readonly Contestant[] = [
  { name: "ours", entry: own },
  { name: "ours among many", entry: own, settings: { MATTERS: String(many) } },
  { name: "bare FULL", entry: bare, settings: { SYNC: "FULL" } },
  { name: "bare NORMAL", entry: bare, settings: { SYNC: "NORMAL" } },
  { name: "conversations + Prisma", entry: conversations },
];

interface Running {
  readonly name: string;
  readonly village: Village;
  readonly perSecond: number[];
  rss(): number;
  end(): Promise<void>;
}

async function start({ name, entry, settings }: Contestant): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), "diantong-bench-"));
  const fake = await FakeTelegram.start({ checksTypes: false });
  fake.limits.setAll("off");
  const village = new Village(fake, together);
  const child: ChildProcess = await startBot(entry, fake, {
    FOLDER: folder,
    MODE: "polling",
    VILLAGERS: String(together),
    ...settings,
  });
  return {
    name,
    village,
    perSecond: [],
    rss: () => rssOf(child),
    async end() {
      await endBot(child);
      await fake.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Prisma's packages are 300 MB: whoever only works on the program does not need them. */
function isInstalled({ entry }: Contestant): boolean {
  return (
    entry !== conversations ||
    existsSync(fileURLToPath(new URL("node_modules/.prisma/client/index.js", entry)))
  );
}

interface Lived {
  /** Lives a second of each that ran. */
  readonly perSecond: ReadonlyMap<string, number>;
  /** What ours among many matters holds in memory, MB. */
  readonly rss: number;
}

/** All bots run at once and are asked in turn, so that a noisy moment strikes all alike. */
async function live(installed: readonly Contestant[]): Promise<Lived> {
  const running: Running[] = [];
  for (const contestant of installed) running.push(await start(contestant));
  await wait(1_000);
  for (let round = 0; round <= rounds; round += 1) {
    for (const { village, perSecond } of running) {
      const lived = await village.lives(livesARound);
      // The first round warms up.
      if (round > 0) perSecond.push(lived.perSecond);
    }
  }
  const rss = running.find(({ name }) => name === "ours among many")?.rss() ?? Number.NaN;
  for (const one of running) await one.end();
  return { perSecond: new Map(running.map((one) => [one.name, median(one.perSecond)])), rss };
}

/**
 * Whole lives of matters on Telegram, over loopback HTTP: reported in words, confirmed, answered by a reply to the card,
 * settled, rated.
 */
export async function benchLifecycle(): Promise<readonly Figure[]> {
  const installed = contestants.filter(isInstalled);
  const { perSecond, rss } = await live(installed);
  const valueOf = (name: string): number => perSecond.get(name) ?? Number.NaN;
  const beside = (name: string, share: number): Figure => ({
    name: "lifecycle: ours",
    value: valueOf("ours"),
    unit: "/s",
    beside: { name, value: valueOf(name) },
    target: { value: share * valueOf(name), is: "at least" },
    ...(!perSecond.has(name) && { note: notInstalled }),
  });
  return [
    beside("bare FULL", 1),
    beside("bare NORMAL", 0.5),
    beside("conversations + Prisma", 3),
    {
      name: `lifecycle: ours, among ${many.toLocaleString("en")}`,
      value: valueOf("ours among many"),
      unit: "/s",
      target: { value: 120, is: "at least" },
      note,
    },
    {
      name: `lifecycle: RSS of ours, among ${many.toLocaleString("en")}`,
      value: rss,
      unit: "MB",
      target: { value: 250, is: "at most" },
    },
  ];
}
