import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { FakeTelegram } from "../../adapters/telegram/testing/fakeTelegram.ts";
import { rssOf } from "./memory.ts";
import { median, quantile, type Figure } from "./result.ts";
import { startBot } from "./telegramProcess.ts";
import { Village } from "./telegramVillage.ts";

const entry = new URL("telegramProgram.ts", import.meta.url);
/** How many matters live at the same time. */
const together = 50;
const tickets = Number(process.env["BENCH_TICKETS"] ?? 10_000);
const idleMessages = 300;

type Mode = "polling" | "webhook";

interface Measured {
  readonly idle: readonly number[];
  readonly loaded: readonly number[];
  readonly perSecond: number;
  readonly perSecondAtEnd: number;
  readonly rssBefore: number;
  readonly rssAfter: number;
}

/** The real program over loopback HTTP, with a fake Telegram in this process. */
async function measure(mode: Mode, lives: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "diantong-bench-"));
  const fake = await FakeTelegram.start({ checksTypes: false });
  fake.limits.setAll("off");
  const village = new Village(fake, together);
  const child = await startBot(entry, fake, { FOLDER: folder, MODE: mode, VILLAGERS: String(together) });
  const ended = new Promise((resolve) => child.once("close", resolve));
  await wait(1_000);
  const idle = await village.asksOneByOne(idleMessages);
  const rssBefore = rssOf(child);
  const part = Math.min(1_000, Math.floor(lives / 2));
  const first = await village.lives(part);
  const middle = lives > 2 * part ? await village.lives(lives - 2 * part) : undefined;
  const last = await village.lives(part);
  const rssAfter = rssOf(child);
  child.kill("SIGTERM");
  await ended;
  await fake.close();
  rmSync(folder, { recursive: true, force: true });
  const loaded = [...first.latencies, ...(middle?.latencies ?? []), ...last.latencies];
  return { idle, loaded, perSecond: first.perSecond, perSecondAtEnd: last.perSecond, rssBefore, rssAfter };
}

function figuresOf(mode: Mode, lives: number, measured: Measured): readonly Figure[] {
  const { idle, loaded, perSecond, perSecondAtEnd, rssBefore, rssAfter } = measured;
  const name = (what: string): string => `telegram, ${mode}: ${what}`;
  return [
    {
      name: name("lifecycles"),
      value: perSecond,
      unit: "/s",
      note: `${together} matters at once, each 5 updates and 9 messages; limits of Telegram off on both sides`,
    },
    { name: name(`lifecycles, the last of ${lives}`), value: perSecondAtEnd, unit: "/s" },
    { name: name("reply p50, idle"), value: median(idle), unit: "ms" },
    { name: name("reply p99, idle"), value: quantile(idle, 0.99), unit: "ms" },
    { name: name("reply p50, loaded"), value: median(loaded), unit: "ms" },
    { name: name("reply p99, loaded"), value: quantile(loaded, 0.99), unit: "ms" },
    { name: name("RSS at rest"), value: rssBefore, unit: "MB" },
    { name: name(`RSS after ${lives} tickets`), value: rssAfter, unit: "MB" },
  ];
}

/** Whole lives of matters on Telegram: reported in words, confirmed, answered by a reply to the card, settled, rated. */
export async function benchTelegram(): Promise<readonly Figure[]> {
  const fewer = Math.min(2_000, tickets);
  return [
    ...figuresOf("polling", tickets, await measure("polling", tickets)),
    ...figuresOf("webhook", fewer, await measure("webhook", fewer)),
  ];
}
