import { evaluateBelow, ratesOf, sumOf, type Rate, type RateName } from "../../evaluation/index.ts";
import type { Unit } from "../../org/index.ts";
import { dateAfter } from "../../time/index.ts";
import type { Reading } from "./service.ts";

/** One week of the trend; `from` is its first moment, epoch milliseconds. */
export interface Week {
  readonly from: number;
  readonly filed: number;
  readonly settled: number;
}

/** How a unit has been: eight weeks of what came and what was settled, and the rates of the last four. */
export interface Figures {
  /** The first moment of the weeks the rates are of, and the moment after today. */
  readonly from: number;
  readonly to: number;
  readonly weeks: readonly Week[];
  readonly rates: readonly { readonly name: RateName; readonly rate: Rate }[];
  /** 满意率 of the same weeks, by the code of each unit directly below; none for grids. */
  readonly satisfactionBelow: ReadonlyMap<string, Rate>;
}

const weeksShown = 8;
const weeksRated = 4;
/** On a wall, what says most with the fewest figures; `/stats` has all of them. */
const shown = [
  "answeredInTime",
  "settledInTime",
  "content",
  "satisfied",
  "reopened",
  "settledInVillage",
] as const;

/** The figures of a unit up to today. What is sealed, and complaints about service, are in none of them (core/evaluation). */
export async function figuresOf(
  { tx, now, calendar }: Pick<Reading, "tx" | "now" | "calendar">,
  unit: Unit,
): Promise<Figures> {
  const { zone } = calendar;
  const startOf = (daysFromToday: number) => zone.momentOf(dateAfter(zone.dateOf(now), daysFromToday), 0);
  const starts = Array.from({ length: weeksShown + 1 }, (_, at) => startOf(1 - 7 * (weeksShown - at)));
  const periods = starts.slice(0, -1).map((from, at) => ({ from, to: starts[at + 1] ?? now }));
  const below = await evaluateBelow(tx, { unit: unit.code, periods });
  const counts = periods.map((_, at) => sumOf([...below.values()].map((weeks) => weeks[at] ?? {})));
  const rates = ratesOf(sumOf(counts.slice(-weeksRated)));
  return {
    from: periods.at(-weeksRated)?.from ?? now,
    to: starts.at(-1) ?? now,
    weeks: periods.map(({ from }, at) => ({
      from,
      filed: counts[at]?.filed ?? 0,
      settled: counts[at]?.settled ?? 0,
    })),
    rates: shown.map((name) => ({ name, rate: rates[name] })),
    satisfactionBelow: new Map(
      [...below]
        .filter(([code]) => code !== unit.code)
        .map(([code, weeks]) => [code, ratesOf(sumOf(weeks.slice(-weeksRated))).content]),
    ),
  };
}
