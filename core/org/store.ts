import type { Tx } from "../store/index.ts";
import type { Unit, UnitCode, UnitKind } from "./model.ts";

interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly path: string;
}

function asUnit(row: UnitRow): Unit {
  return { ...row, kind: row.kind as UnitKind };
}

/** Adds a unit below one that is there, or leaves the one with this code as it is. */
export async function addUnit(tx: Tx, unit: Omit<Unit, "path">): Promise<void> {
  const above = unit.parent === null ? undefined : await unitByCode(tx, unit.parent);
  if (unit.parent !== null && !above)
    throw new Error(`unit ${unit.code} hangs below ${unit.parent}, which is not there`);
  const path = above ? `${above.path}/${unit.code}` : unit.code;
  await tx
    .insertInto("unit")
    .values({ ...unit, path })
    .onConflict((conflict) => conflict.column("code").doNothing())
    .execute();
}

export async function unitByCode(tx: Tx, code: UnitCode): Promise<Unit | undefined> {
  const row = await tx.selectFrom("unit").selectAll().where("code", "=", code).executeTakeFirst();
  return row ? asUnit(row) : undefined;
}

/** Every unit of a kind, in code order. */
export async function unitsOfKind(tx: Tx, kind: UnitKind): Promise<readonly Unit[]> {
  const rows = await tx.selectFrom("unit").selectAll().where("kind", "=", kind).orderBy("code").execute();
  return rows.map(asUnit);
}

/** What people call a unit: a grid with its village before it, 「双桥村 G1」. */
export async function unitName(tx: Tx, code: UnitCode): Promise<string> {
  const unit = await unitByCode(tx, code);
  if (!unit) return code;
  const village =
    unit.kind === "grid" && unit.parent !== null ? await unitByCode(tx, unit.parent) : undefined;
  return village ? `${village.name} ${unit.name}` : unit.name;
}
