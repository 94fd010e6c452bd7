import type { Outbound } from "../../core/channel/index.ts";
import { wall } from "./saying.ts";
import { unsettledMatters } from "./store.ts";
import type { World } from "./world.ts";

/** What must never be, counted while the simulation runs. */
export interface Watch {
  /** How often a matter that was not over had nobody who holds a post for it. */
  withoutOwner: number;
  /** How often an unsettled matter had no clock. */
  withoutClock: number;
  /** The most messages that one person got from one sweep. */
  mostAtOnce: number;
  /** The same, of the sweeps that came after an outage. */
  mostAfterOutage: number;
  /** Messages from sweeps in the hours in which nobody is disturbed. */
  atNight: number;
  firstAtNight: string | undefined;
  /** What one person got at once the first time it was more than one message. */
  firstSeveral: string | undefined;
  sweeps: number;
  longestSweepMs: number;
  drifted: number;
}

export function createWatch(): Watch {
  return {
    withoutOwner: 0,
    withoutClock: 0,
    mostAtOnce: 0,
    mostAfterOutage: 0,
    atNight: 0,
    firstAtNight: undefined,
    firstSeveral: undefined,
    sweeps: 0,
    longestSweepMs: 0,
    drifted: 0,
  };
}

/** Looks at every matter that is not over: has it an owner, and a clock? */
export async function look(world: World, watch: Watch): Promise<void> {
  const matters = await world.database.transaction(unsettledMatters);
  watch.withoutOwner += matters.filter(({ hasOwner }) => !hasOwner).length;
  watch.withoutClock += matters.filter(({ hasClock }) => !hasClock).length;
}

/** One sweep with everything it has to say. */
export async function sweep(world: World, watch: Watch, isAfterOutage: boolean): Promise<void> {
  const before = world.adapter.sent.length;
  const began = performance.now();
  await world.program.sweep();
  watch.longestSweepMs = Math.max(watch.longestSweepMs, performance.now() - began);
  await world.program.settle();
  const said = world.adapter.sent.slice(before);
  const counts = Map.groupBy(said, ({ to }) => to);
  const most = Math.max(0, ...Array.from(counts.values(), (sent) => sent.length));
  const several = [...counts].find(([, sent]) => sent.length > 1);
  if (several) watch.firstSeveral ??= `${wall(world.clock.now())} ${several[0]}: ${wordsOf(several[1])}`;
  const [hours] = wall(world.clock.now()).slice("09-15 ".length).split(":").map(Number);
  if (said.length > 0 && hours !== undefined && (hours >= 21 || hours < 7)) {
    watch.atNight += said.length;
    watch.firstAtNight ??= `${wall(world.clock.now())} ${said[0]?.to ?? ""}: ${wordsOf(said)}`;
  }
  watch.sweeps += 1;
  watch.mostAtOnce = Math.max(watch.mostAtOnce, most);
  if (isAfterOutage) watch.mostAfterOutage = Math.max(watch.mostAfterOutage, most);
}

function wordsOf(sent: readonly Outbound[]): string {
  return sent.map(({ text = "" }) => `「${text.replaceAll("\n", " ").slice(0, 80)}」`).join(" ");
}
