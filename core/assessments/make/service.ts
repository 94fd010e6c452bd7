import { holdsDemoPeople } from "../../bulletins/index.ts";
import type { Unit } from "../../org/index.ts";
import type { Moment, PersonId } from "../../people/index.ts";
import type { ListKind } from "../model.ts";
import { demoRules } from "../rules/model.ts";
import {
  insertLines,
  insertList,
  linesOf,
  versionsOf,
  type Line,
  type ListId,
  type NewLine,
  type YearList,
} from "../store.ts";
import { cadreLines, teamLines, townshipLines, type Reckoning } from "./reckon.ts";

/** Which list is made, and by whom. */
export interface Making {
  readonly unit: Unit;
  readonly kind: ListKind;
  readonly year: number;
  /** Null at the program's own hour. */
  readonly by: PersonId | null;
  /** Why there is another version; null for the first, and for what was refused. */
  readonly correction: string | null;
}

/** Makes a draft of the next version of a list. @returns undefined while one waits for a word, is open, or was made at the same moment. */
export async function makeList(moment: Moment, making: Making): Promise<ListId | undefined> {
  const { tx, now } = moment;
  const { unit, kind, year, by, correction } = making;
  const versions = await versionsOf(tx, { unit: unit.code, kind, year });
  const [before] = versions;
  if (before?.state === "draft" || before?.state === "published") return undefined;
  const list = { kind, unit: unit.code, year, version: (before?.version ?? 0) + 1, correction };
  const isDemo = await holdsDemoPeople(tx, unit.path);
  const days = before?.days ?? demoRules.days;
  const id = await insertList(tx, { ...list, days, rules: demoRules, isDemo, madeAt: now, madeBy: by });
  if (id === undefined) return undefined;
  const known = before ? await linesOf(tx, before.id) : [];
  await insertLines(tx, id, await linesFor(moment, making, known), now);
  return id;
}

/** What is on a list: reckoned anew, but for what was decided after an objection; of the stars whoever was nominated. */
async function linesFor(
  moment: Moment,
  { unit, kind, year }: Making,
  before: readonly Line[],
): Promise<readonly NewLine[]> {
  if (kind === "stars") return before;
  const reckoning = { unit, year, rules: demoRules };
  const fresh = await reckoned(moment, kind, reckoning);
  const decided = new Map(
    before.filter(({ objection }) => objection !== null).map((line) => [line.subject, line]),
  );
  return fresh.map((line) => decided.get(line.subject) ?? line);
}

function reckoned(
  moment: Moment,
  kind: Exclude<ListKind, "stars">,
  reckoning: Reckoning,
): Promise<readonly NewLine[]> {
  if (kind === "teams") return teamLines(moment, reckoning);
  if (kind === "cadres") return cadreLines(moment, reckoning);
  return kind === "townships" ? townshipLines(moment, reckoning) : goodTeamLines(moment, reckoning);
}

/** 优秀团队: the teams whose year was excellent, by the newest frozen assessment; points have no part in it. */
async function goodTeamLines(
  { tx }: Pick<Moment, "tx">,
  { unit, year }: Reckoning,
): Promise<readonly NewLine[]> {
  const assessed = await frozenList(tx, { unit: unit.code, kind: "teams", year });
  const lines = assessed ? await linesOf(tx, assessed.id) : [];
  return lines
    .filter(({ grade }) => grade === "excellent")
    .map((line) => ({ ...line, grade: "named", objection: null, words: null }));
}

/** The newest frozen version of a list. */
async function frozenList(
  tx: Moment["tx"],
  of: Pick<YearList, "unit" | "kind" | "year">,
): Promise<YearList | undefined> {
  return (await versionsOf(tx, of)).find(({ state }) => state === "frozen");
}
