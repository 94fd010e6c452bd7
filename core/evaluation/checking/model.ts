import type { Share } from "../counting/model.ts";
import { noCounts, sumOf, type Counts } from "../model.ts";

const dayMs = 86_400_000;

/** What the tallies of a unit, a person or an office come to over all days. */
export interface Line {
  readonly whose: string;
  readonly total: number;
  /** Each day's number times what it counts: what stands on a wrong day shows. */
  readonly weighted: number;
  readonly counts: Counts;
}

/** Adds up shares by whose they are, to be compared with what the tallies come to. */
export function createLines() {
  const lines = new Map<string, Line>();
  return {
    add(shares: readonly Share[]): void {
      for (const { of, id, dayAt, counts } of shares) {
        const whose = `${of} ${id}`;
        const line = lines.get(whose) ?? { whose, total: 0, weighted: 0, counts: noCounts };
        const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
        lines.set(whose, {
          whose,
          total: line.total + total,
          weighted: line.weighted + Math.trunc(dayAt / dayMs) * total,
          counts: sumOf([line.counts, counts]),
        });
      }
    },
    /** Whose tallies are not the sum of their shares. */
    unlike(kept: readonly Line[]): readonly string[] {
      const known = new Map(kept.map((line) => [line.whose, line]));
      const all = new Set([...lines.keys(), ...known.keys()]);
      return [...all].filter((whose) => !isSame(lines.get(whose), known.get(whose)));
    },
  };
}

function isSame(one: Line | undefined, other: Line | undefined): boolean {
  const [first, second] = [one, other].map((line) => line ?? { total: 0, weighted: 0, counts: noCounts });
  if (!first || !second) return false;
  const names = Object.keys(noCounts) as (keyof Counts)[];
  return (
    first.total === second.total &&
    first.weighted === second.weighted &&
    names.every((name) => first.counts[name] === second.counts[name])
  );
}
