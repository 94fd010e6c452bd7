import { readOnce, type Tx } from "../../store/index.ts";
import { usualSetting, type Setting } from "../model.ts";

/** A setting as it was made for a unit; the newest of a unit counts. */
export interface MadeSetting extends Setting {
  readonly id: number;
  readonly unit: string;
  /** Null where it came with the program. */
  readonly madeBy: string | null;
  readonly madeAt: number;
}

interface SettingRow {
  readonly id: number;
  readonly unit_code: string;
  readonly publicity_days: number;
  readonly approve_above: number;
  readonly is_demo: number;
  readonly made_by: string | null;
  readonly created_at: number;
}

function asSetting(row: SettingRow): MadeSetting {
  return {
    id: row.id,
    unit: row.unit_code,
    publicityDays: row.publicity_days,
    approveAbove: row.approve_above,
    isDemo: row.is_demo === 1,
    madeBy: row.made_by,
    madeAt: row.created_at,
  };
}

/** How points are published somewhere: what the nearest unit has set. @param scopes the codes of the units it is in, the nearest first. */
export async function settingIn(tx: Tx, scopes: readonly string[]): Promise<Setting> {
  return (await madeSettingIn(tx, scopes)) ?? usualSetting;
}

/** What the nearest unit has set; undefined where none has. */
export async function madeSettingIn(tx: Tx, scopes: readonly string[]): Promise<MadeSetting | undefined> {
  return readOnce(tx, `points setting ${scopes.join(" ")}`, ["points_setting"], async () => {
    const rows = await tx
      .selectFrom("points_setting")
      .selectAll()
      .where("unit_code", "in", scopes)
      .orderBy("id", "desc")
      .execute();
    const found = scopes.flatMap((scope) => rows.find(({ unit_code }) => unit_code === scope) ?? [])[0];
    return found && asSetting(found);
  });
}

/** What a unit has set so far, the newest first. */
export async function settingsOf(tx: Tx, unit: string, limit: number): Promise<readonly MadeSetting[]> {
  const rows = await tx
    .selectFrom("points_setting")
    .selectAll()
    .where("unit_code", "=", unit)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(asSetting);
}

/** What a unit had set before a setting of its own; undefined where that was the first. */
export async function settingBeforeIn(tx: Tx, unit: string, id: number): Promise<MadeSetting | undefined> {
  const row = await tx
    .selectFrom("points_setting")
    .selectAll()
    .where("unit_code", "=", unit)
    .where("id", "<", id)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && asSetting(row);
}

/** Whoever sets something in the place of another setting holds that first: of two that come at once the later one sees the other's. */
export async function holdSetting(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable("points_setting")
    .set(({ ref }) => ({ is_demo: ref("is_demo") }))
    .where("id", "=", id)
    .execute();
}

export async function insertSetting(
  tx: Tx,
  unit: string,
  setting: Setting,
  { by, now }: { readonly by: string | null; readonly now: number },
): Promise<number> {
  const row = await tx
    .insertInto("points_setting")
    .values({
      unit_code: unit,
      publicity_days: setting.publicityDays,
      approve_above: setting.approveAbove,
      is_demo: setting.isDemo ? 1 : 0,
      made_by: by,
      created_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}
