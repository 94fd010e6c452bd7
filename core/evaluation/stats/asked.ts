import type { Choice } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import { catchUp } from "../counting/service.ts";
import type { Period } from "../model.ts";
import { say } from "../texts.ts";
import { periodNames, periodOf, type PeriodName } from "./model.ts";

/** So many places on one page. */
export const shown = 8;

/** A screen of figures. */
export interface View {
  readonly text: Text;
  readonly choices: readonly Choice[];
}

export function daysOf({ calendar, now }: Acting, name: PeriodName): Period {
  return periodOf(calendar.zone, now, name);
}

/** A period with its first and last day, as it is said. */
export function saidPeriod(acting: Acting, name: PeriodName) {
  const { from, to } = daysOf(acting, name);
  return { name, from: acting.calendar.date(from), lastDay: acting.calendar.date(to - 1) };
}

/** The same for other periods. @param of what stands after `/stats`. */
export function otherPeriods(of: string, period: PeriodName): readonly Choice[] {
  return periodNames
    .filter((name) => name !== period)
    .map((name) => ({ label: say.period(name), token: `/stats ${of} ${name}` }));
}

/** Counts what has just happened. @returns what has to be said where there is more. */
export async function countedFor(acting: Acting): Promise<readonly Text[]> {
  return (await catchUp(acting)) ? [] : [say.notAll];
}
