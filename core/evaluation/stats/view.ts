import type { Choice, Reply } from "../../dialogue/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import { unitByCode, unitName, unitsBelow, type Unit } from "../../org/index.ts";
import { can, readUnit, unitsWhere, type Acting } from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import { evaluate, evaluateEach, evaluatePerson } from "../service.ts";
import { say } from "../texts.ts";
import { countedFor, daysOf, otherPeriods, saidPeriod, shown, type View } from "./asked.ts";
import type { PeriodName } from "./model.ts";
import { isAnything, officeButtons } from "./officeView.ts";
import { teamsButton, teamsView } from "./teamsView.ts";

/** What somebody asks to see. */
export interface Asked {
  /** A name or code; empty for her own place. */
  readonly words: string;
  readonly period: PeriodName;
  /** Each unit below it, from this page on; left out for the sum. */
  readonly page?: number | undefined;
  /** Of a township: what its villages' teams brought about, in place of the rates. */
  readonly ofTeams?: boolean;
}

/** The figures of a unit, for whoever holds a post that reads them, or lives in that village. */
export async function statsView(acting: Acting, asked: Asked): Promise<Reply> {
  const found = await placeOf(acting, asked);
  if (!("unit" in found)) return found.ask;
  const { unit } = found;
  if (!(await mayRead(acting, unit))) return say.notYours(await unitName(acting.tx, unit.code));
  const note = await countedFor(acting);
  const { text, choices } = await viewOf(acting, unit, asked);
  return { text: join([text, ...note]), choices };
}

function viewOf(acting: Acting, unit: Unit, { period, page, ofTeams }: Asked): Promise<View> {
  if (page === undefined || unit.kind === "village") return sumView(acting, unit, period);
  return ofTeams === true && unit.kind === "township"
    ? teamsView(acting, unit, period, page)
    : eachView(acting, unit, period, page);
}

/** What she did herself, or let fall due; nobody else reads it here. */
export async function ownStatsView(acting: Acting, period: PeriodName): Promise<Reply> {
  if (unitsWhere(acting.person.memberships, "stats.read").length === 0) return say.notStaff;
  const note = await countedFor(acting);
  const days = daysOf(acting, period);
  const counts = await evaluatePerson(acting.tx, { person: acting.person.id, ...days });
  const text = join([say.own(saidPeriod(acting, period), counts), ...note]);
  return { text, choices: otherPeriods("me", period) };
}

/** A grid has no figures of its own: they are its village's. */
async function withFigures(tx: Tx, unit: Unit): Promise<Unit> {
  const village =
    unit.kind === "grid" && unit.parent !== null ? await unitByCode(tx, unit.parent) : undefined;
  return village ?? unit;
}

async function placeOf(
  acting: Acting,
  { words, period }: Asked,
): Promise<{ readonly unit: Unit } | { readonly ask: Reply }> {
  const { tx } = acting;
  if (words !== "") {
    const read = await readUnit(tx, words, (code) => `/stats ${code} ${period}`);
    return "ask" in read ? read : { unit: await withFigures(tx, read.unit) };
  }
  const [widest] = (await ownPlaces(acting)).toSorted((one, other) => one.path.length - other.path.length);
  return widest ? { unit: widest } : { ask: say.nowhere };
}

/** Where her posts let her read figures, and the village she lives in. */
async function ownPlaces({ tx, person }: Acting): Promise<readonly Unit[]> {
  const codes = [
    ...unitsWhere(person.memberships, "stats.read"),
    ...(person.grid === null ? [] : [person.grid]),
  ];
  const places: Unit[] = [];
  for (const code of codes) {
    const unit = await unitByCode(tx, code);
    if (unit) places.push(await withFigures(tx, unit));
  }
  return places;
}

async function mayRead(acting: Acting, unit: Unit): Promise<boolean> {
  if (can(acting.person.memberships, "stats.read", unit)) return true;
  return (await ownPlaces(acting)).some(({ code }) => code === unit.code);
}

async function sumView(acting: Acting, unit: Unit, period: PeriodName): Promise<View> {
  const counts = await evaluate(acting.tx, { unit: unit.code, ...daysOf(acting, period) });
  const choices: Choice[] = [...otherPeriods(unit.code, period)];
  if (unit.kind !== "village") choices.push({ label: say.each, token: `/stats ${unit.code} ${period} #1` });
  if (unit.kind === "township") choices.push(teamsButton(unit, period));
  choices.push(...(await officeButtons(acting, unit, period)));
  if (unitsWhere(acting.person.memberships, "stats.read").length > 0)
    choices.push({ label: say.mine, token: `/stats me ${period}` });
  choices.push({ label: say.how, token: "/stats how" });
  return { text: say.figures(verbatim(unit.name), saidPeriod(acting, period), counts), choices };
}

/** Every unit below in which something was decided, in the order of their codes: it is no ranking. */
async function eachView(acting: Acting, unit: Unit, period: PeriodName, page: number): Promise<View> {
  const kind = unit.kind === "county" ? "township" : "village";
  const counted = await evaluateEach(acting.tx, { under: unit.code, kind, ...daysOf(acting, period) });
  const busy = counted.filter(({ counts }) => isAnything(counts));
  const names = new Map((await unitsBelow(acting.tx, unit.code)).map(({ code, name }) => [code, name]));
  const pages = Math.max(1, Math.ceil(busy.length / shown));
  const at = Math.min(Math.max(1, page), pages);
  const here = busy.slice((at - 1) * shown, at * shown);
  const lines = here.map((one): Text => say.eachLine(names.get(one.unit) ?? one.unit, one.counts));
  const choices = here.map((one) => ({
    label: verbatim(names.get(one.unit) ?? one.unit),
    token: `/stats ${one.unit} ${period}`,
  }));
  if (at > 1) choices.push({ label: say.previous, token: `/stats ${unit.code} ${period} #${at - 1}` });
  if (at < pages) choices.push({ label: say.more, token: `/stats ${unit.code} ${period} #${at + 1}` });
  choices.push({ label: say.back, token: `/stats ${unit.code} ${period}` });
  const quiet = counted.length - busy.length;
  const rest = at === pages && quiet > 0 ? [say.quiet(quiet, busy.length === 0)] : [];
  const head = say.eachHead(unit.name, saidPeriod(acting, period), { at, of: pages });
  return { text: join([head, ...lines, ...rest]), choices };
}
