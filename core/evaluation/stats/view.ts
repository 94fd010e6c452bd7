import type { Reply, Saying } from "../../dialogue/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import { unitByCode, unitName, unitsBelow, type Unit } from "../../org/index.ts";
import { can, readUnit, unitsWhere, type Acting } from "../../people/index.ts";
import { teamSums } from "../../points/index.ts";
import type { Tx } from "../../store/index.ts";
import { catchUp } from "../counting/service.ts";
import { evaluate, evaluateEach, evaluatePerson } from "../service.ts";
import { say } from "../texts.ts";
import { periodNames, periodOf, type PeriodName } from "./model.ts";

const shown = 8;

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
  await catchUp(acting);
  if (asked.page === undefined || unit.kind === "village") return sumView(acting, unit, asked.period);
  const isTeams = asked.ofTeams === true && unit.kind === "township";
  return isTeams
    ? teamsView(acting, unit, asked.period, asked.page)
    : eachView(acting, unit, asked.period, asked.page);
}

/** What she did herself, or let fall due; nobody else reads it here. */
export async function ownStatsView(acting: Acting, period: PeriodName): Promise<Reply> {
  if (unitsWhere(acting.person.memberships, "stats.read").length === 0) return say.notStaff;
  await catchUp(acting);
  const days = periodOf(acting.calendar.zone, acting.now, period);
  const counts = await evaluatePerson(acting.tx, { person: acting.person.id, ...days });
  return { text: say.own(saidPeriod(acting, period), counts), choices: otherPeriods("me", period) };
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

async function sumView(acting: Acting, unit: Unit, period: PeriodName): Promise<Saying> {
  const days = periodOf(acting.calendar.zone, acting.now, period);
  const counts = await evaluate(acting.tx, { unit: unit.code, ...days });
  const choices = [...otherPeriods(unit.code, period)];
  if (unit.kind !== "village") choices.push({ label: say.each, token: `/stats ${unit.code} ${period} #1` });
  if (unit.kind === "township") choices.push({ label: say.teams, token: tokenOfTeams(unit, period, 1) });
  if (unitsWhere(acting.person.memberships, "stats.read").length > 0)
    choices.push({ label: say.mine, token: `/stats me ${period}` });
  choices.push({ label: say.how, token: "/stats how" });
  return { text: say.figures(verbatim(unit.name), saidPeriod(acting, period), counts), choices };
}

/** Every unit below, in the order of their codes: it is no ranking. */
async function eachView(acting: Acting, unit: Unit, period: PeriodName, page: number): Promise<Saying> {
  const kind = unit.kind === "county" ? "township" : "village";
  const days = periodOf(acting.calendar.zone, acting.now, period);
  const counted = await evaluateEach(acting.tx, { under: unit.code, kind, ...days });
  const names = new Map((await unitsBelow(acting.tx, unit.code)).map(({ code, name }) => [code, name]));
  const pages = Math.max(1, Math.ceil(counted.length / shown));
  const at = Math.min(Math.max(1, page), pages);
  const here = counted.slice((at - 1) * shown, at * shown);
  const lines = here.map((one): Text => say.eachLine(names.get(one.unit) ?? one.unit, one.counts));
  const choices = here.map((one) => ({
    label: verbatim(names.get(one.unit) ?? one.unit),
    token: `/stats ${one.unit} ${period}`,
  }));
  if (at > 1) choices.push({ label: say.previous, token: `/stats ${unit.code} ${period} #${at - 1}` });
  if (at < pages) choices.push({ label: say.more, token: `/stats ${unit.code} ${period} #${at + 1}` });
  choices.push({ label: say.back, token: `/stats ${unit.code} ${period}` });
  return { text: join([say.eachHead(unit.name, saidPeriod(acting, period)), ...lines]), choices };
}

function tokenOfTeams({ code }: Unit, period: PeriodName, page: number): string {
  return `/stats ${code} ${period} teams #${page}`;
}

/** What the villages' teams brought about: so many of so many, and the points they earned by it; in the order of codes, no ranking. */
async function teamsView(acting: Acting, unit: Unit, period: PeriodName, page: number): Promise<Saying> {
  const { tx } = acting;
  const days = periodOf(acting.calendar.zone, acting.now, period);
  const counted = await evaluateEach(tx, { under: unit.code, kind: "village", ...days });
  const pages = Math.max(1, Math.ceil(counted.length / shown));
  const at = Math.min(Math.max(1, page), pages);
  const here = counted.slice((at - 1) * shown, at * shown);
  const villages = here.map((one) => one.unit);
  const sums = await teamSums(tx, villages, { from: days.from, until: days.to });
  const lines: Text[] = [];
  const choices: { label: Text; token: string }[] = [];
  for (const { unit: code, counts } of here) {
    const name = await unitName(tx, code);
    lines.push(say.teamLine(name, counts, sums.get(code) ?? 0));
    choices.push({ label: verbatim(name), token: `/points team ${code}` });
  }
  if (at > 1) choices.push({ label: say.previous, token: tokenOfTeams(unit, period, at - 1) });
  if (at < pages) choices.push({ label: say.more, token: tokenOfTeams(unit, period, at + 1) });
  choices.push({ label: say.back, token: `/stats ${unit.code} ${period}` });
  return { text: join([say.teamsHead(unit.name, saidPeriod(acting, period)), ...lines]), choices };
}

function otherPeriods(of: string, period: PeriodName): readonly { label: Text; token: string }[] {
  return periodNames
    .filter((name) => name !== period)
    .map((name) => ({ label: say.period(name), token: `/stats ${of} ${name}` }));
}

function saidPeriod({ calendar, now }: Acting, name: PeriodName) {
  const { from, to } = periodOf(calendar.zone, now, name);
  return { name, from: calendar.date(from), lastDay: calendar.date(to - 1) };
}
