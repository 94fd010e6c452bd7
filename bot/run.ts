import { Cron } from "croner";
import type { Logger } from "pino";
import type { Adapter } from "../core/channel/index.ts";
import type { Program } from "./program.ts";

export interface RunPorts {
  readonly program: Program;
  readonly adapters: readonly Adapter[];
  readonly log: Logger;
}

/** How often alarms are looked for. */
const sweepEvery = "*/15 * * * * *";
/** How often what waits for another try is looked for; everything else is nudged by its commit. */
const lookEvery = "* * * * * *";
/** How soon a new post shows in the menu of commands. */
const showMenusEvery = "*/20 * * * * *";
/** When every deadline is reckoned anew: at night, by the machine's own time. */
const checkEvery = "0 30 2 * * *";

/**
 * Brings a program to life: takes over what a dead one left, answers what waits, opens the platforms, ticks.
 * @returns a function that stops intake, finishes what is under way and resolves.
 */
export async function run({ program, adapters, log }: RunPorts): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const failed = (error: unknown) =>
    log.error({ err: error }, "work stopped half-way; it is tried again within a second");
  const look = async (): Promise<void> => {
    await program.recover();
    await program.answer();
  };
  await program.recover();
  const ticks = [
    new Cron(sweepEvery, { protect: true, catch: failed }, () => program.sweep()),
    new Cron(lookEvery, { protect: true, catch: failed }, look),
    // A tick of its own: what a slow platform hands over must keep nobody waiting.
    new Cron(lookEvery, { protect: true, catch: failed }, () => program.fetch()),
    new Cron(checkEvery, { protect: true, catch: failed }, () => program.checkClocks()),
    new Cron(showMenusEvery, { protect: true, catch: failed }, () => program.showMenus()),
  ];
  await Promise.all(adapters.map((adapter) => adapter.start(program.intake, stopping.signal)));
  // What was under way when the last life ended does not wait for the first tick.
  program.settle().catch(failed);
  program.showMenus().catch(failed);
  return async () => {
    stopping.abort();
    for (const tick of ticks) tick.stop();
    program.stop();
    await program.answer().catch(failed);
  };
}
