import { wall } from "../saying.ts";
import type { World } from "../world.ts";
import { promises, violationsOf, type Invariant } from "./model.ts";
import { standing, storyOf } from "./store.ts";

/** What was seen to break one invariant. */
export interface Broken {
  /** Everything that did, each once. */
  readonly seen: Set<string>;
  /** When and what it was the first time, with what had happened to that matter. */
  readonly first: string;
}

/** By what was broken: nothing, where all is well. */
export type Findings = Map<Invariant, Broken>;

/** Looks at everything that is timed, after a sweep, and adds what is not as it must be. */
export async function inspect(world: World, findings: Findings, upSince: number): Promise<void> {
  const now = world.clock.now();
  const broken = violationsOf(await world.database.transaction((tx) => standing(tx, now)), { now, upSince });
  for (const { invariant, what, matter } of broken) {
    const known = findings.get(invariant);
    if (known) known.seen.add(what);
    else findings.set(invariant, { seen: new Set([what]), first: await firstOf(world, what, matter) });
  }
}

async function firstOf(world: World, what: string, matter: number | undefined): Promise<string> {
  const head = `${wall(world.clock.now())} ${what}`;
  if (matter === undefined) return head;
  const story = await world.database.transaction((tx) => storyOf(tx, matter));
  return `${head}: ${story.map(({ kind, at }) => `${wall(at)} ${kind}`).join(", ")}`;
}

/** One line for each invariant, in the manner of the other promises: its words, how many broke it, how many may. */
export function countsOf(findings: Findings): readonly (readonly [string, number, number])[] {
  return (Object.keys(promises) as Invariant[]).map((invariant) => [
    promises[invariant],
    findings.get(invariant)?.seen.size ?? 0,
    0,
  ]);
}

/** What was seen first of everything that is broken. */
export function firstFindings(findings: Findings): readonly string[] {
  return Array.from(findings, ([invariant, { first }]) => `first of "${promises[invariant]}": ${first}`);
}
