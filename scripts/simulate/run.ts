import { checkTallies } from "../../core/evaluation/index.ts";
import { checkClocks, createZone, day, hour } from "../../core/time/index.ts";
import { createChance, type Chance } from "./chance.ts";
import { peopleCounty, type SimCounty, type SimVillage } from "./county.ts";
import { liveConsultations } from "./consults.ts";
import { liveOffices, liveRoom } from "./desk.ts";
import { exercised, type Exercise } from "./exercise.ts";
import { liveFates, type Fates } from "./fates.ts";
import { inspect, type Findings } from "./invariants/inspect.ts";
import { sweepEvery } from "./invariants/model.ts";
import { liveLimits } from "./limits.ts";
import { liveStaff, liveVillagers } from "./lives.ts";
import { judge, type Stretch, type Verdict } from "./judge.ts";
import { createWatch, look, sweep, type Watch } from "./watch.ts";
import { liveDisputes } from "./mediations.ts";
import { openWorld, timeZone, type World } from "./world.ts";

export interface Simulation {
  readonly days: number;
  readonly villages: number;
  readonly seed: number;
  /** Called at the end of every day. */
  readonly onDay?: (day: number) => void;
}

export interface Outcome {
  readonly watch: Watch;
  readonly verdict: Verdict;
  readonly findings: Findings;
  readonly exercises: readonly Exercise[];
  readonly outages: readonly Stretch[];
  readonly messages: number;
  readonly errors: readonly unknown[];
}

/** Midnight in China, before the National Day week of 2026 with its make-up workdays. */
const start = Date.UTC(2026, 8, 14, 16);
/** The hour in which leaders change limits. */
const limitsAt = 9;

/** The outages of a run: three hours, a day and two hours, four days; where there is room for them. */
function outagesOf(days: number): readonly Stretch[] {
  const at = (share: number, length: number): Stretch => {
    const from = start + Math.floor(days * share) * day + 10 * hour;
    return { from, to: from + length };
  };
  const all = [at(0.25, 3 * hour), at(0.5, 26 * hour), at(0.75, 4 * day)];
  return all.filter(({ to }) => to < start + (days - 1) * day);
}

/** Lets the days pass in the real program, with people who answer, dawdle, vanish, resign and hand over. */
export async function simulate({ days, villages, seed, onDay }: Simulation): Promise<Outcome> {
  const world = await openWorld(start);
  const chance = chancesOf(seed);
  const watch = createWatch();
  const outages = outagesOf(days);
  const county = await peopleCounty(world.database, world.adapter, villages, start);
  const fates: Fates = { gone: new Set(), reported: 0 };
  const findings: Findings = new Map();
  for (let passed = 0; passed < days; passed += 1) {
    await liveFates(world, county, fates, passed);
    for (let at = 0; at < 24; at += 1) {
      const now = world.clock.now();
      const outage = outages.find(({ from, to }) => now >= from && now < to);
      if (!outage && at === limitsAt) await liveLimits(world, chance("limits"), county, passed);
      if (!outage) await liveHour(world, chance, county, fates, at);
      if (!outage) await look(world, watch);
      await passHour(world, watch, findings, outages);
    }
    watch.drifted += await drift(world);
    onDay?.(passed + 1);
  }
  const verdict = await judge(world, outages);
  const exercises = await exercised(world);
  const messages = world.adapter.sent.length;
  await world.close();
  return { watch, verdict, findings, exercises, outages, messages, errors: world.errors };
}

/** The villages live side by side, each with a chance of its own, so that one seed is one story. */
async function liveHour(
  world: World,
  chanceOf: (place: string) => Chance,
  county: SimCounty,
  fates: Fates,
  at: number,
): Promise<void> {
  const isOfficeOpen = at >= 8 && at < 18;
  await Promise.all(
    county.townships.flatMap(({ villages }) =>
      villages.map((village) => liveVillage(world, chanceOf(village.code), village, fates, at)),
    ),
  );
  if (!isOfficeOpen) return;
  for (const room of [...county.townships.map((township) => township.room), county.room]) {
    const chance = chanceOf(`room ${room.unit}`);
    await liveRoom(world, chance, room, fates);
    await liveOffices(world, chance, room, fates);
    if (!room.isCounty) await liveConsultations(world, chance, room, fates);
  }
  await liveStaff(world, chanceOf(county.admin.id), county.admin, fates);
}

/** Villagers speak late and early; those who act do so by day. */
async function liveVillage(
  world: World,
  chance: Chance,
  village: SimVillage,
  fates: Fates,
  at: number,
): Promise<void> {
  if (at >= 6) await liveVillagers(world, chance, village, fates);
  if (at < 7 || at >= 21) return;
  await liveDisputes(world, chance, village, fates);
  const staff = [...village.workers, ...(village.lead ? [village.lead] : []), ...village.team];
  for (const somebody of staff) await liveStaff(world, chance, somebody, fates);
}

/** A chance for every place, out of one seed. */
function chancesOf(seed: number): (place: string) => Chance {
  const chances = new Map<string, Chance>();
  return (place) => {
    const known = chances.get(place) ?? createChance(seed + chances.size * 7_919);
    chances.set(place, known);
    return known;
  };
}

async function passHour(
  world: World,
  watch: Watch,
  findings: Findings,
  outages: readonly Stretch[],
): Promise<void> {
  for (let passed = 0; passed < hour; passed += sweepEvery) {
    const before = world.clock.now();
    world.clock.pass(sweepEvery);
    const now = world.clock.now();
    if (outages.some(({ from, to }) => now > from && now < to)) continue;
    const isAfterOutage = outages.some(({ to }) => before < to && now >= to);
    await sweep(world, watch, isAfterOutage);
    await inspect(world, findings, upSince(now, outages));
  }
}

/** Since when the program has run. */
function upSince(now: number, outages: readonly Stretch[]): number {
  return Math.max(start, ...outages.flatMap(({ to }) => (to <= now ? [to] : [])));
}

async function drift(world: World): Promise<number> {
  const zone = createZone(timeZone);
  const { drifted } = await checkClocks(world.database, zone);
  const found = await checkTallies(world.database, { zone, now: () => world.clock.now() });
  return drifted.length + found.driftedMatters.length + found.driftedLines.length;
}
