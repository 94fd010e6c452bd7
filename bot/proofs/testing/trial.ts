import { setTimeout as wait } from "node:timers/promises";
import type { Witness } from "./ledger.ts";
import { Page } from "./page.ts";
import { createRandom } from "./random.ts";
import { startProgram, type RunningProgram } from "./runningProgram.ts";
import { liveAsIdler, liveAsVillager, liveAsWorker, villagers, workers, type Matter } from "./village.ts";
import type { Opened, World } from "./world.ts";

/** A village, and the program it lives on. */
export interface Living {
  readonly seed: number;
  /** Called before each start: the settings of the program to start. */
  readonly settings: () => Readonly<Record<string, string>>;
  /** The platform people are on; the sandbox's pages unless given. */
  readonly world?: (opened: () => Opened | undefined) => World;
  /** Who lives in the village; the demonstration's people unless given. */
  readonly people?: People;
  /** How long anybody waits for an answer before she gives up, milliseconds. */
  readonly patience?: number;
  /** What the program may complain about; nothing unless given. */
  readonly mayComplain?: (line: string) => boolean;
}

export interface Trial extends Living {
  readonly kills: number;
  /** Called after each kill, while nothing runs. */
  readonly afterKill?: () => void | Promise<void>;
}

/** What may be done to a program on which a village lives. */
export interface Lives {
  /** Starts the program; the one before must have ended. */
  readonly begin: () => RunningProgram;
  /** A moment at which something bad may happen: soon after a start, at any time, or just when something is being said. */
  readonly moment: (program: RunningProgram) => Promise<void>;
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
export function tryToBreak(trial: Trial): Promise<Witness> {
  return liveThrough(trial, trial.kills, async ({ begin, moment }) => {
    for (let kill = 0; kill < trial.kills; kill += 1) {
      const program = begin();
      await moment(program);
      await program.kill();
      await trial.afterKill?.();
    }
    return begin();
  });
}

/**
 * Lets the village live on the real program through whatever is done to it, and lets everybody finish what they began. The
 * program has stopped when this resolves.
 * @param troubles how often something happened in the middle of what was being sent.
 * @param suffer does it; what it resolves with runs on until the village is at rest.
 */
export async function liveThrough(
  living: Living,
  troubles: number,
  suffer: (lives: Lives) => Promise<RunningProgram>,
): Promise<Witness> {
  // Two sources, so that the moments of trouble are the same whatever people do.
  const [random, habits] = [createRandom(living.seed), createRandom(living.seed + 1)];
  const lives: RunningProgram[] = [];
  let isSuffering = true;
  const opened = (): Opened | undefined => {
    const address = lives.at(-1)?.address();
    return address === undefined ? undefined : { address, life: lives.length - 1 };
  };
  const people = living.people ?? { villagers, workers, idlers: [] };
  const world = living.world?.(opened) ?? new Page([...villagers, ...workers], opened, living.patience);
  const begin = (): RunningProgram => {
    const program = startProgram(living.settings());
    lives.push(program);
    return program;
  };
  const village = populate(world, people, habits, () => isSuffering);
  const listening = world.listen();
  const complaints: string[] = [];
  try {
    const last = await suffer({ begin, moment: (program) => momentToDie(program, world, random) });
    isSuffering = false;
    world.calm();
    complaints.push(
      ...(await Promise.race([village.over, untimely(last)])),
      ...(await endOrderly(world, last)),
    );
  } finally {
    isSuffering = false;
    world.close();
    await lives.at(-1)?.kill();
    await listening;
  }
  const mayComplain = living.mayComplain ?? (() => false);
  complaints.push(...lives.flatMap((life) => life.complaints).filter((line) => !mayComplain(line)));
  return { world, matters: village.matters, complaints, repeatsAllowed: world.repeatsAllowed(troubles) };
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

/** Nobody waits for a program that has died of itself. */
async function untimely({ ended, complaints }: RunningProgram): Promise<never> {
  const code = await ended;
  throw new Error(`the program ended by itself with ${code}: ${complaints.join("\n")}`);
}

/** Waits until nothing waits any more, looks at every chat once more, and stops the program as an operator does. */
async function endOrderly(world: World, program: RunningProgram): Promise<readonly string[]> {
  const address = (await program.ready) ?? "";
  for (let left = 600; left > 0 && !(await isIdle(address)); left -= 1) await wait(50);
  await world.settle();
  const code = await program.stop();
  return code === 0 ? [] : [`SIGTERM ended it with ${code}`];
}

/** Does nothing wait in a program any more? */
export async function isIdle(address: string): Promise<boolean> {
  const metrics = await (await fetch(`${address}/metrics`)).text();
  return ["inbox", "outbox"].every((box) => metrics.includes(`diantong_${box}_waiting 0\n`));
}
