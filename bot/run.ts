import { Cron } from "croner";
import type { Logger } from "pino";
import type { Adapter } from "../core/channel/index.ts";
import type { Program } from "./program.ts";
import { listens, ticks as looksAtClocks, works, type Role } from "./role.ts";

export interface RunPorts {
  readonly program: Program;
  readonly adapters: readonly Adapter[];
  readonly log: Logger;
  /** Which part of the work this process does; all of it unless given. */
  readonly role?: Role;
}

/** How often alarms are looked for. */
const sweepEvery = "*/15 * * * * *";
/** How often what waits for another try is looked for; everything else is nudged by its commit. */
const lookEvery = "* * * * * *";
/** How often what has become of matters is counted. */
const tallyEvery = "*/5 * * * * *";
/** How soon a program knows what another one on the same database published. */
const keepUpEvery = "*/20 * * * * *";
/** How soon a new post shows in the menu of commands. */
const showMenusEvery = "*/20 * * * * *";
/** How often it is looked whether the night's check of all deadlines is due; beside the sweep, which it must not hold up. */
const checkEvery = "0 */5 * * * *";

/**
 * Brings a program to life: takes over what a dead one left, answers what waits, opens the platforms, ticks.
 * @returns a function that stops intake, finishes what is under way and resolves.
 */
export async function run({ program, adapters, log, role = "all" }: RunPorts): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const failed = (error: unknown) =>
    log.error({ err: error }, "work stopped half-way; it is tried again within a second");
  const look = async (): Promise<void> => {
    await program.recover();
    await program.answer();
  };
  await program.recover();
  const ticks = createTicks(failed);
  ticks.keep(lookEvery, look);
  if (looksAtClocks(role)) {
    ticks.keep(sweepEvery, () => program.sweep());
    ticks.keep(checkEvery, () => program.checkClocks());
    ticks.keep(tallyEvery, () => program.tally());
  }
  if (works(role)) ticks.keep(lookEvery, () => program.spread());
  if (works(role)) ticks.keep(keepUpEvery, () => program.keepUp());
  // A tick of its own: what a slow platform hands over must keep nobody waiting, nor the end.
  if (works(role)) ticks.leave(lookEvery, () => program.work());
  if (listens(role)) {
    ticks.leave(showMenusEvery, () => program.showMenus());
    await Promise.all(adapters.map((adapter) => adapter.start(program.intake, stopping.signal)));
    program.showMenus().catch(failed);
  } else for (const adapter of adapters) adapter.prepare?.(stopping.signal);
  // What was under way when the last life ended does not wait for the first tick.
  (works(role) ? program.settle() : program.answer()).catch(failed);
  return async () => {
    stopping.abort();
    program.stop();
    await ticks.stop();
    await program.answer().catch(failed);
  };
}

/** Work done at moments; the same work is never done twice at once. */
function createTicks(failed: (error: unknown) => void) {
  const underWay = new Set<Promise<void>>();
  const ticks: Cron[] = [];
  const leave = (pattern: string, work: () => Promise<void>): void => {
    ticks.push(new Cron(pattern, { protect: true, catch: failed }, work));
  };
  return {
    /** Work that may be cut off at the end. */
    leave,
    /** Work that the database must outlive: the end waits for it. */
    keep(pattern: string, work: () => Promise<void>): void {
      leave(pattern, async () => {
        const going = work();
        underWay.add(going);
        await going.finally(() => underWay.delete(going));
      });
    },
    async stop(): Promise<void> {
      for (const tick of ticks) tick.stop();
      await Promise.allSettled(underWay);
    },
  };
}
