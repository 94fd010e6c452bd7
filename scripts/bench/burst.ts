import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FakeTelegram } from "../../adapters/telegram/testing/fakeTelegram.ts";
import { quantile, type Figure } from "./result.ts";
import { endBot, startBot } from "./telegramProcess.ts";
import { Village } from "./telegramVillage.ts";

const entry = new URL("telegramProgram.ts", import.meta.url);
const villagers = 400;
/** Lifecycles a second, step by step: the shape in which CCRS, a system for complaints of citizens, was measured. */
const shape = [1, 15, 1, 25, 2, 35, 10];
const secondsAStep = 8;

interface Step {
  readonly perSecond: number;
  /** Milliseconds from a word to its answer. */
  readonly p95: number;
  readonly errors: number;
}

async function measure(): Promise<readonly Step[]> {
  const folder = mkdtempSync(join(tmpdir(), "diantong-bench-"));
  const fake = await FakeTelegram.start({ checksTypes: false });
  fake.limits.setAll("off");
  const village = new Village(fake, villagers);
  const settings = { FOLDER: folder, MODE: "webhook", VILLAGERS: String(villagers) };
  const child = await startBot(entry, fake, settings);
  await village.lives(100);
  const steps: Step[] = [];
  for (const perSecond of shape) {
    const { latencies, errors } = await village.arrive(perSecond, secondsAStep);
    steps.push({ perSecond, p95: quantile(latencies, 0.95), errors });
  }
  await endBot(child);
  await fake.close();
  rmSync(folder, { recursive: true, force: true });
  return steps;
}

/** The load rises and falls at once, and whether everybody is answered, and how soon. */
export async function benchBurst(): Promise<readonly Figure[]> {
  const steps = await measure();
  const [first] = steps;
  const calm = steps.filter(({ perSecond }) => perSecond === 1).at(-1);
  const each = steps.map(({ perSecond, p95 }) => `${String(perSecond)}/s ${p95.toFixed(0)} ms`).join(", ");
  return [
    {
      name: "burst: errors",
      value: steps.reduce((sum, { errors }) => sum + errors, 0),
      unit: "",
      target: { value: 0, is: "at most" },
      note: `${shape.join("→")} lifecycles/s, ${String(secondsAStep)} s each, over HTTP; one that finds nobody free counts as an error`,
    },
    {
      name: "burst: answer p95, worst step",
      value: Math.max(...steps.map(({ p95 }) => p95)),
      unit: "ms",
      target: { value: 1_000, is: "at most" },
      note: `p95 from a word to its answer, step by step: ${each}`,
    },
    {
      name: "burst: answer p95, calm again after 15/s",
      value: calm?.p95 ?? Number.NaN,
      unit: "ms",
      beside: { name: "before", value: first?.p95 ?? Number.NaN },
    },
  ];
}
