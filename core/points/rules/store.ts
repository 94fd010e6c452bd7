import { readOnce, type Tx } from "../../store/index.ts";
import { givenBys, type Cap, type EarningKind, type Rule } from "../model.ts";

interface RuleRow {
  readonly id: number;
  readonly unit_code: string;
  readonly name: string;
  readonly version: number;
  readonly kind: string;
  readonly title_zh: string;
  readonly title_en: string;
  readonly delta: number;
  readonly given_by: string;
  readonly caps: string;
  readonly is_demo: number;
}

function asRule(row: RuleRow): Rule {
  return {
    id: row.id,
    unit: row.unit_code,
    name: row.name,
    version: row.version,
    kind: row.kind as EarningKind,
    title: { zh: row.title_zh, en: row.title_en },
    delta: row.delta,
    givenBy: givenBys.find((one) => one === row.given_by) ?? "staff",
    caps: JSON.parse(row.caps) as readonly Cap[],
    isDemo: row.is_demo === 1,
  };
}

/**
 * The rules in force somewhere, in the order in which they were first made: of several with one name that of the nearest unit,
 * there the newest version; one that was taken away there is none, whatever a unit above says.
 * @param scopes the codes of the units it is in, the nearest first.
 */
export async function rulesIn(tx: Tx, scopes: readonly string[]): Promise<readonly Rule[]> {
  return readOnce(tx, `points rules ${scopes.join(" ")}`, ["points_rule"], async () => {
    const rows = await tx
      .selectFrom("points_rule")
      .selectAll()
      .where("unit_code", "in", scopes)
      .orderBy("id")
      .execute();
    const inForce = new Map<string, (typeof rows)[number]>();
    for (const scope of scopes.toReversed())
      for (const row of rows) if (row.unit_code === scope) inForce.set(row.name, row);
    return [...inForce.values()].filter((row) => row.is_removed === 0).map(asRule);
  });
}

/** A rule by the id of one of its versions, also one that is not in force any more. */
export async function ruleById(tx: Tx, id: number): Promise<Rule | undefined> {
  return readOnce(tx, `points rule ${id}`, ["points_rule"], async () => {
    const row = await tx.selectFrom("points_rule").selectAll().where("id", "=", id).executeTakeFirst();
    return row && asRule(row);
  });
}

/** A version of a rule, or that it was taken away, as it was made. */
export interface Version extends Rule {
  readonly isRemoved: boolean;
  /** Null where it came with the program. */
  readonly madeBy: string | null;
  readonly madeAt: number;
}

function asVersion(row: RuleRow & { is_removed: number; made_by: string | null; created_at: number }) {
  return { ...asRule(row), isRemoved: row.is_removed === 1, madeBy: row.made_by, madeAt: row.created_at };
}

/** Every version of a unit's rule, the newest first. */
export async function versionsOf(
  tx: Tx,
  { unit, name }: Pick<Rule, "unit" | "name">,
): Promise<readonly Version[]> {
  const rows = await tx
    .selectFrom("points_rule")
    .selectAll()
    .where("unit_code", "=", unit)
    .where("name", "=", name)
    .orderBy("version", "desc")
    .execute();
  return rows.map(asVersion);
}

/** What somebody made of a unit's rules lately, the newest first. */
export async function versionsIn(tx: Tx, unit: string, limit: number): Promise<readonly Version[]> {
  const rows = await tx
    .selectFrom("points_rule")
    .selectAll()
    .where("unit_code", "=", unit)
    .where("made_by", "is not", null)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(asVersion);
}

/**
 * Keeps a new version of a rule, in the place of an older one of this unit; the first has number 1.
 * @returns undefined when somebody made one at the same moment.
 */
export async function insertRule(
  tx: Tx,
  rule: Omit<Rule, "id" | "version">,
  {
    by,
    now,
    isRemoved = false,
  }: { readonly by: string | null; readonly now: number; readonly isRemoved?: boolean },
): Promise<number | undefined> {
  const [newest] = await versionsOf(tx, rule);
  const row = await tx
    .insertInto("points_rule")
    .values({
      unit_code: rule.unit,
      name: rule.name,
      version: (newest?.version ?? 0) + 1,
      kind: rule.kind,
      title_zh: rule.title.zh,
      title_en: rule.title.en,
      delta: rule.delta,
      given_by: rule.givenBy,
      caps: JSON.stringify(rule.caps),
      is_removed: isRemoved ? 1 : 0,
      is_demo: rule.isDemo ? 1 : 0,
      made_by: by,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(["unit_code", "name", "version"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}
