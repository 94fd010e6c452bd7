import type { Choice } from "../../dialogue/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import { unitsBelow, type Unit } from "../../org/index.ts";
import type { Acting } from "../../people/index.ts";
import { teamSums } from "../../points/index.ts";
import { evaluateEach } from "../service.ts";
import { say } from "../texts.ts";
import { daysOf, saidPeriod, shown, type View } from "./asked.ts";
import type { PeriodName } from "./model.ts";

function tokenOfTeams({ code }: Unit, period: PeriodName, page: number): string {
  return `/stats ${code} ${period} teams #${page}`;
}

/** Leads from a township's figures to those of its villages' teams. */
export function teamsButton(unit: Unit, period: PeriodName): Choice {
  return { label: say.teams, token: tokenOfTeams(unit, period, 1) };
}

/** What the villages' teams brought about: so many of so many, and the points they earned by it; in the order of codes, no ranking. */
export async function teamsView(acting: Acting, unit: Unit, period: PeriodName, page: number): Promise<View> {
  const { tx } = acting;
  const days = daysOf(acting, period);
  const counted = await evaluateEach(tx, { under: unit.code, kind: "village", ...days });
  const names = new Map((await unitsBelow(tx, unit.code)).map(({ code, name }) => [code, name]));
  const pages = Math.max(1, Math.ceil(counted.length / shown));
  const at = Math.min(Math.max(1, page), pages);
  const here = counted.slice((at - 1) * shown, at * shown);
  const villages = here.map((one) => one.unit);
  const sums = await teamSums(tx, villages, { from: days.from, until: days.to });
  const nameOf = (code: string): string => names.get(code) ?? code;
  const lines = here.map((one): Text => say.teamLine(nameOf(one.unit), one.counts, sums.get(one.unit) ?? 0));
  const choices: Choice[] = here.map(({ unit: code }) => ({
    label: verbatim(nameOf(code)),
    token: `/points team ${code}`,
  }));
  if (at > 1) choices.push({ label: say.previous, token: tokenOfTeams(unit, period, at - 1) });
  if (at < pages) choices.push({ label: say.more, token: tokenOfTeams(unit, period, at + 1) });
  choices.push({ label: say.back, token: `/stats ${unit.code} ${period}` });
  return { text: join([say.teamsHead(unit.name, saidPeriod(acting, period)), ...lines]), choices };
}
