import { setTimeout as wait } from "node:timers/promises";
import { addressOf, type Rates } from "../../core/channel/index.ts";
import { lanes } from "../../core/delivery/model.ts";
import { median, quantile, type Figure } from "./result.ts";
import { eventFrom, openVillage, saidTo, type Village } from "./village.ts";

const audience = Number(process.env["BENCH_AUDIENCE"] ?? 180_000);
const sentWithoutLimit = Math.min(audience, 40_000);
const chunk = 1_000;

const limit = 30;
/** What our adapter for Telegram declares, a little below what it allows: 30 a second in all, one in a chat. */
const telegram: Rates = { perSecond: 29.5, burst: 20, perChatPerSecond: 1 };
const limitedFor = 20_000;
const villagers = 200;
const questions = 60;
/** Questions a villager's chat may ask without meeting its own limit are far apart. */
const betweenQuestions = 150;

/** A notice to so many people, as fanning out leaves it: one row each, in the bulk lane. */
async function spread({ database }: Village, count: number): Promise<void> {
  for (let from = 0; from < count; from += chunk) {
    const now = Date.now();
    const rows = Array.from({ length: Math.min(chunk, count - from) }, (_, index) => ({
      key: `bulk ${String(from + index)}`,
      route: "paper/bot",
      address: addressOf({ channel: "paper", bot: "bot", chat: `resident-${String(from + index)}` }),
      lane: lanes.bulk,
      payload: JSON.stringify({ text: "台风明天上午到，请您今晚收好阳台上的东西。" }),
      state: "waiting",
      attempts: 0,
      next_at: now,
      created_at: now,
    }));
    await database.transaction((tx) => tx.insertInto("outbox").values(rows).execute());
    await wait(0);
  }
}

/** Takes back what still waits, so that a village can be left. */
async function withdraw({ database }: Village): Promise<void> {
  await database.transaction((tx) => tx.deleteFrom("outbox").where("state", "=", "waiting").execute());
}

async function answerTimes(village: Village): Promise<readonly number[]> {
  const took: number[] = [];
  for (let index = 0; index < questions; index += 1) {
    const actor = village.villagers[index % villagers] ?? "";
    const before = saidTo(village, actor).length;
    const began = performance.now();
    await village.program.intake.accept([eventFrom(actor, { type: "text", text: "/mine" })]);
    while (saidTo(village, actor).length === before) await wait(1);
    took.push(performance.now() - began);
    await wait(betweenQuestions);
  }
  return took;
}

async function pumpWithoutLimit(): Promise<readonly Figure[]> {
  const village = await openVillage(1);
  await spread(village, sentWithoutLimit);
  const began = performance.now();
  await village.program.answer();
  const perSecond = (sentWithoutLimit / (performance.now() - began)) * 1_000;
  await village.remove();
  return [
    {
      name: "broadcast: sends, no limit",
      value: perSecond,
      unit: "/s",
      target: { value: 1_500, is: "at least" },
      note: `${sentWithoutLimit.toLocaleString("en")} rows to as many chats, each leased durably and its outcome stored; the platform answers at once`,
    },
  ];
}

/** How many came too early for a limit of so many at once, refilled at so many a second: as the fake Telegram counts. */
function violations(sentAt: readonly number[], perSecond: number): number {
  const spacing = 1_000 / perSecond;
  let freeAt = 0;
  let early = 0;
  for (const at of sentAt) {
    freeAt = Math.max(freeAt, at) + spacing;
    if (freeAt - at > 1_000 + spacing) early += 1;
  }
  return early;
}

interface Broadcast {
  /** Milliseconds from a question to its answer. */
  readonly idle: readonly number[];
  readonly during: readonly number[];
  /** Of what the limit allows. */
  readonly used: number;
  readonly violations: number;
}

/** A villager asks while a notice goes out at the platform's pace. */
async function broadcast(): Promise<Broadcast> {
  const village = await openVillage(villagers, telegram);
  await answerTimes(village);
  const idle = await answerTimes(village);
  await spread(village, audience);
  // As bot/run.ts looks again every second.
  const ticks = setInterval(() => void village.program.answer(), 1_000);
  await wait(2_000);
  const during = await answerTimes(village);
  const from = Date.now();
  await wait(limitedFor);
  const sent = village.sentAt.filter((moment) => moment >= from).length;
  clearInterval(ticks);
  await withdraw(village);
  await village.remove();
  const used = sent / ((limitedFor / 1_000) * limit);
  return { idle, during, used, violations: violations(village.sentAt, limit) };
}

function figuresOf({ idle, during, used, violations: early }: Broadcast): readonly Figure[] {
  const name = (what: string): string => `reply latency: ${what}`;
  const people = audience.toLocaleString("en");
  return [
    { name: name("p50, idle"), value: median(idle), unit: "ms" },
    { name: name("p99, idle"), value: quantile(idle, 0.99), unit: "ms" },
    {
      name: name("p50, broadcast"),
      value: median(during),
      unit: "ms",
      beside: { name: "idle", value: median(idle) },
    },
    {
      name: name("p99, broadcast"),
      value: quantile(during, 0.99),
      unit: "ms",
      beside: { name: "idle", value: quantile(idle, 0.99) },
      target: { value: quantile(idle, 0.99) + 150, is: "at most" },
      note: `${String(questions)} questions while ${people} rows wait in the bulk lane at 30/s, from accept to send`,
    },
    {
      name: "broadcast: use of a 30/s limit",
      value: used * 100,
      unit: "%",
      target: { value: 98, is: "at least" },
      note: `over ${String(limitedFor / 1_000)} s in the middle of it`,
    },
    {
      name: "broadcast: violations of a 30/s limit",
      value: early,
      unit: "",
      target: { value: 0, is: "at most" },
      note: "30 at once, refilled at 30 a second",
    },
  ];
}

/**
 * Many messages at once, written straight into the outbox: how fast they leave, and whether a villager still hears at once.
 * How long fanning out takes is measured where it is done, when core/broadcasts is here.
 */
export async function benchBulk(): Promise<readonly Figure[]> {
  return [...(await pumpWithoutLimit()), ...figuresOf(await broadcast())];
}
