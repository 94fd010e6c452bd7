import { readOnce, type Tx } from "../../store/index.ts";
import { givenBys, usualSetting, type Cap, type EarningKind, type Rule, type Setting } from "../model.ts";

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

/** Keeps a new version of a rule, in the place of an older one of this unit; the first has number 1. */
export async function insertRule(
  tx: Tx,
  rule: Omit<Rule, "id" | "version">,
  {
    by,
    now,
    isRemoved = false,
  }: { readonly by: string | null; readonly now: number; readonly isRemoved?: boolean },
): Promise<void> {
  const newest = await tx
    .selectFrom("points_rule")
    .select(({ fn }) => fn.max<number | null>("version").as("version"))
    .where("unit_code", "=", rule.unit)
    .where("name", "=", rule.name)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("points_rule")
    .values({
      unit_code: rule.unit,
      name: rule.name,
      version: (newest.version ?? 0) + 1,
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
    .execute();
}

/** How points are published somewhere: what the nearest unit has set. */
export async function settingIn(tx: Tx, scopes: readonly string[]): Promise<Setting> {
  return readOnce(tx, `points setting ${scopes.join(" ")}`, ["points_setting"], async () => {
    const rows = await tx
      .selectFrom("points_setting")
      .selectAll()
      .where("unit_code", "in", scopes)
      .orderBy("id", "desc")
      .execute();
    const found = scopes.flatMap((scope) => rows.find(({ unit_code }) => unit_code === scope) ?? [])[0];
    if (!found) return usualSetting;
    const { publicity_days, approve_above, is_demo } = found;
    return { publicityDays: publicity_days, approveAbove: approve_above, isDemo: is_demo === 1 };
  });
}

export async function insertSetting(tx: Tx, unit: string, setting: Setting, now: number): Promise<void> {
  await tx
    .insertInto("points_setting")
    .values({
      unit_code: unit,
      publicity_days: setting.publicityDays,
      approve_above: setting.approveAbove,
      is_demo: setting.isDemo ? 1 : 0,
      created_at: now,
    })
    .execute();
}
