import type { Tx } from "../store/index.ts";
import type { Basis, Grade, ListKind, ListState, Standing } from "./model.ts";
import type { Rules } from "./rules/model.ts";

export type ListId = number & { readonly __id?: "assessment" };
export type LineId = number & { readonly __id?: "assessment-line" };

/** A list of a year, in one version. */
export interface YearList {
  readonly id: ListId;
  readonly kind: ListKind;
  readonly unit: string;
  readonly year: number;
  readonly version: number;
  readonly state: ListState;
  readonly days: number;
  readonly rules: Rules;
  /** Why there is a version after the first. */
  readonly correction: string | null;
  readonly isDemo: boolean;
  readonly madeAt: number;
  readonly madeBy: string | null;
  readonly decidedAt: number | null;
  readonly decidedBy: string | null;
  /** Why it was refused. */
  readonly words: string | null;
  readonly closesAt: number | null;
  readonly frozenAt: number | null;
}

/** What a list says of one unit or person. */
export interface Line {
  readonly id: LineId;
  readonly list: ListId;
  /** The code of a unit, or a person's id: the same in every version of the line and of the list. */
  readonly subject: string;
  readonly version: number;
  readonly unit: string;
  readonly person: string | null;
  readonly name: string;
  readonly post: string | null;
  readonly grade: Grade | Standing;
  readonly basis: Basis;
  readonly madeAt: number;
  readonly madeBy: string | null;
  readonly objection: number | null;
  readonly words: string | null;
}

/** What is new about a list: the rest is given to it. */
export type NewList = Pick<
  YearList,
  "kind" | "unit" | "year" | "version" | "days" | "rules" | "correction" | "isDemo" | "madeAt" | "madeBy"
>;

/** What is new about a line. */
export type NewLine = Omit<Line, "id" | "list" | "version" | "madeAt">;

interface ListRow {
  readonly id: number;
  readonly kind: string;
  readonly unit_code: string;
  readonly year: number;
  readonly version: number;
  readonly state: string;
  readonly days: number;
  readonly rules: string;
  readonly correction: string | null;
  readonly is_demo: number;
  readonly made_at: number;
  readonly made_by: string | null;
  readonly decided_at: number | null;
  readonly decided_by: string | null;
  readonly words: string | null;
  readonly closes_at: number | null;
  readonly frozen_at: number | null;
}

function asList(row: ListRow): YearList {
  return {
    id: row.id,
    kind: row.kind as ListKind,
    unit: row.unit_code,
    year: row.year,
    version: row.version,
    state: row.state as ListState,
    days: row.days,
    rules: JSON.parse(row.rules) as Rules,
    correction: row.correction,
    isDemo: row.is_demo === 1,
    madeAt: row.made_at,
    madeBy: row.made_by,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    words: row.words,
    closesAt: row.closes_at,
    frozenAt: row.frozen_at,
  };
}

interface LineRow {
  readonly id: number;
  readonly assessment_id: number;
  readonly subject: string;
  readonly version: number;
  readonly unit_code: string;
  readonly person_id: string | null;
  readonly name: string;
  readonly post: string | null;
  readonly grade: string;
  readonly basis: string;
  readonly made_at: number;
  readonly made_by: string | null;
  readonly objection_id: number | null;
  readonly words: string | null;
}

function asLine(row: LineRow): Line {
  return {
    id: row.id,
    list: row.assessment_id,
    subject: row.subject,
    version: row.version,
    unit: row.unit_code,
    person: row.person_id,
    name: row.name,
    post: row.post,
    grade: row.grade as Line["grade"],
    basis: JSON.parse(row.basis) as Basis,
    madeAt: row.made_at,
    madeBy: row.made_by,
    objection: row.objection_id,
    words: row.words,
  };
}

/** Keeps a list as a draft. @returns undefined when this version is there. */
export async function insertList(tx: Tx, list: NewList): Promise<ListId | undefined> {
  const row = await tx
    .insertInto("assessment")
    .values({
      kind: list.kind,
      unit_code: list.unit,
      year: list.year,
      version: list.version,
      state: "draft",
      days: list.days,
      rules: JSON.stringify(list.rules),
      correction: list.correction,
      is_demo: list.isDemo ? 1 : 0,
      made_at: list.madeAt,
      made_by: list.madeBy,
    })
    .onConflict((conflict) => conflict.columns(["unit_code", "kind", "year", "version"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** Adds what a list says, or says anew, to a list that its caller holds and that is not frozen; the newest version counts. */
export async function insertLines(
  tx: Tx,
  list: ListId,
  lines: readonly NewLine[],
  now: number,
): Promise<void> {
  const before = new Map((await linesOf(tx, list)).map(({ subject, version }) => [subject, version]));
  const rows = lines.map((line) => ({
    assessment_id: list,
    subject: line.subject,
    version: (before.get(line.subject) ?? 0) + 1,
    unit_code: line.unit,
    person_id: line.person,
    name: line.name,
    post: line.post,
    grade: line.grade,
    basis: JSON.stringify(line.basis),
    made_at: now,
    made_by: line.madeBy,
    objection_id: line.objection,
    words: line.words,
  }));
  for (let from = 0; from < rows.length; from += atOnce)
    await tx
      .insertInto("assessment_line")
      .values(rows.slice(from, from + atOnce))
      .execute();
}

const atOnce = 100;

export async function listById(tx: Tx, id: ListId): Promise<YearList | undefined> {
  const row = await tx.selectFrom("assessment").selectAll().where("id", "=", id).executeTakeFirst();
  return row && asList(row);
}

/** Whoever changes a list or objects to it holds it first: of two that come at once the later one sees what the other did. */
export async function holdList(tx: Tx, id: ListId): Promise<YearList | undefined> {
  const row = await tx
    .updateTable("assessment")
    .set(({ ref }) => ({ state: ref("state") }))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirst();
  return row && asList(row);
}

/** Every list of some units, the newest year and version first. @param year only those of this one. */
export async function listsOf(tx: Tx, units: readonly string[], year?: number): Promise<readonly YearList[]> {
  if (units.length === 0) return [];
  let query = tx.selectFrom("assessment").selectAll().where("unit_code", "in", units);
  if (year !== undefined) query = query.where("year", "=", year);
  const rows = await query
    .orderBy("year", "desc")
    .orderBy("unit_code")
    .orderBy("kind")
    .orderBy("version", "desc")
    .execute();
  return rows.map(asList);
}

/** Every version of one list, the newest first. */
export async function versionsOf(
  tx: Tx,
  { unit, kind, year }: Pick<YearList, "unit" | "kind" | "year">,
): Promise<readonly YearList[]> {
  return (await listsOf(tx, [unit], year)).filter((one) => one.kind === kind);
}

/** What a list says now: of each unit or person the newest line, by unit and subject. */
export async function linesOf(tx: Tx, list: ListId): Promise<readonly Line[]> {
  const rows = await tx
    .selectFrom("assessment_line")
    .selectAll()
    .where("assessment_id", "=", list)
    .orderBy("unit_code")
    .orderBy("subject")
    .orderBy("version")
    .execute();
  return [...new Map(rows.map((row) => [row.subject, asLine(row)])).values()];
}

export async function lineById(tx: Tx, id: LineId): Promise<Line | undefined> {
  const row = await tx.selectFrom("assessment_line").selectAll().where("id", "=", id).executeTakeFirst();
  return row && asLine(row);
}

/** The newest line of a list about a unit or person. */
export async function lineAbout(tx: Tx, list: ListId, subject: string): Promise<Line | undefined> {
  return (await linesOf(tx, list)).find((line) => line.subject === subject);
}

/** What may be written to a list after it was made, from one state to the next. */
export type Change = Partial<
  Pick<YearList, "days" | "decidedAt" | "decidedBy" | "words" | "closesAt" | "frozenAt">
> & { readonly state?: ListState };

/** Changes a list that is in this state. @returns false when it is not any more. */
export async function changeList(tx: Tx, id: ListId, from: ListState, change: Change): Promise<boolean> {
  const { state, days, decidedAt, decidedBy, words, closesAt, frozenAt } = change;
  const result = await tx
    .updateTable("assessment")
    .set({
      ...(state !== undefined && { state }),
      ...(days !== undefined && { days }),
      ...(decidedAt !== undefined && { decided_at: decidedAt }),
      ...(decidedBy !== undefined && { decided_by: decidedBy }),
      ...(words !== undefined && { words }),
      ...(closesAt !== undefined && { closes_at: closesAt }),
      ...(frozenAt !== undefined && { frozen_at: frozenAt }),
    })
    .where("id", "=", id)
    .where("state", "=", from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
