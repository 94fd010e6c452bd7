import { setTimeout as wait } from "node:timers/promises";
import type { Witness } from "./ledger.ts";
import { Page } from "./page.ts";
import { createRandom } from "./random.ts";
import { startProgram, type RunningProgram } from "./runningProgram.ts";
import { liveAsIdler, liveAsVillager, liveAsWorker, villagers, workers, type Matter } from "./village.ts";
import type { Opened, World } from "./world.ts";

export interface Trial {
  readonly seed: number;
  readonly kills: number;
  /** Called before each start: the settings of the program to start. */
  readonly settings: () => Readonly<Record<string, string>>;
  /** The platform people are on; the sandbox's pages unless given. */
  readonly world?: (opened: () => Opened | undefined) => World;
  /** Who lives in the village; the demonstration's people unless given. */
  readonly people?: People;
  /** Called after each kill, while nothing runs. */
  readonly afterKill?: () => void | Promise<void>;
  /** How long anybody waits for an answer before she gives up, milliseconds. */
  readonly patience?: number;
}

export interface People {
  readonly villagers: readonly string[];
  readonly workers: readonly string[];
  /** They file nothing and ask a lot. */
  readonly idlers: readonly string[];
}

/** A kill this soon after a start mostly hits the start itself: migration, taking over, opening. */
const startTime = 700;
const lifeTime = 1_000;

/**
 * Lets the village live on the real program, ends it with SIGKILL again and again at moments drawn from the seed, and lets
 * everybody finish what they began. The program has stopped when this resolves.
 */
export async function tryToBreak(trial: Trial): Promise<Witness> {
  // Two sources, so that the moments of the kills are the same whatever people do.
  const [random, habits] = [createRandom(trial.seed), createRandom(trial.seed + 1)];
  let running: RunningProgram | undefined;
  let life = -1;
  let killing = true;
  const complaints: string[] = [];
  const opened = (): Opened | undefined => {
    const address = running?.address();
    return address === undefined ? undefined : { address, life };
  };
  const people = trial.people ?? { villagers, workers, idlers: [] };
  const world = trial.world?.(opened) ?? new Page([...villagers, ...workers], opened, trial.patience);
  const begin = (): RunningProgram => {
    life += 1;
    return (running = startProgram(trial.settings()));
  };
  const village = populate(world, people, habits, () => killing);
  const listening = world.listen();
  try {
    for (let kill = 0; kill < trial.kills; kill += 1) {
      const program = begin();
      await momentToDie(program, world, random);
      await program.kill();
      complaints.push(...program.complaints);
      await trial.afterKill?.();
    }
    killing = false;
    world.calm();
    const last = begin();
    complaints.push(...(await village.over));
    complaints.push(...(await endOrderly(world, last)));
  } finally {
    killing = false;
    world.close();
    await running?.kill();
    await listening;
  }
  return { world, matters: village.matters, complaints, repeatsAllowed: world.repeatsAllowed(trial.kills) };
}

async function momentToDie(program: RunningProgram, world: World, random: () => number): Promise<void> {
  const [kind, part] = [random(), random()];
  if (kind < 0.25) {
    await wait(part * startTime);
    return;
  }
  await program.ready;
  await wait(part * lifeTime);
  if (kind > 0.5) await Promise.race([world.nextMoment(), wait(lifeTime)]);
}

/** Everybody of the village; `over` resolves with what went wrong for them. */
function populate(world: World, people: People, random: () => number, goesOn: () => boolean) {
  const matters: Matter[] = [];
  const living = [
    ...people.villagers.map((actor) => liveAsVillager(world, actor, matters, { random, goesOn })),
    ...people.idlers.map((actor) => liveAsIdler(world, actor, { random, goesOn })),
  ];
  const rested = Promise.allSettled(living);
  const working = people.workers.map((actor) => liveAsWorker(world, actor, { random, over: rested }));
  const over = Promise.allSettled([...living, ...working]).then((ends) =>
    ends.flatMap((end) => (end.status === "rejected" ? [String(end.reason)] : [])),
  );
  return { matters, over };
}

/** Waits until nothing waits any more, looks at every chat once more, and stops the program as an operator does. */
async function endOrderly(world: World, program: RunningProgram): Promise<readonly string[]> {
  const address = (await program.ready) ?? "";
  for (let left = 600; left > 0 && !(await isIdle(address)); left -= 1) await wait(50);
  await world.settle();
  const code = await program.stop();
  return [...program.complaints, ...(code === 0 ? [] : [`SIGTERM ended it with ${code}`])];
}

/** Does nothing wait in a program any more? */
export async function isIdle(address: string): Promise<boolean> {
  const metrics = await (await fetch(`${address}/metrics`)).text();
  return ["inbox", "outbox"].every((box) => metrics.includes(`diantong_${box}_waiting 0\n`));
}
