import { sql } from "kysely";
import { readOnce, type Tx } from "../store/index.ts";
import { villageKey, type Unit, type UnitCode, type UnitKind } from "./model.ts";

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

/** Adds a whole tree with few writes, each unit listed after the one above it; those that are there stay as they are. */
export async function addUnits(tx: Tx, units: readonly Omit<Unit, "path">[]): Promise<void> {
  const paths = new Map<UnitCode, string>();
  for (const { code, parent } of units) {
    const above = parent === null ? "" : paths.get(parent);
    if (above === undefined) throw new Error(`unit ${code} is listed before ${parent}`);
    paths.set(code, parent === null ? code : `${above}/${code}`);
  }
  const rows = units.map((unit) => ({ ...unit, path: paths.get(unit.code) ?? unit.code }));
  await tx
    .insertInto("unit")
    .values(rows)
    .onConflict((conflict) => conflict.column("code").doNothing())
    .execute();
}

export async function unitByCode(tx: Tx, code: UnitCode): Promise<Unit | undefined> {
  return readOnce(tx, `unit ${code}`, ["unit"], async () => {
    const row = await tx.selectFrom("unit").selectAll().where("code", "=", code).executeTakeFirst();
    return row ? asUnit(row) : undefined;
  });
}

/** Every unit of a kind, in code order. */
export async function unitsOfKind(tx: Tx, kind: UnitKind): Promise<readonly Unit[]> {
  const rows = await tx.selectFrom("unit").selectAll().where("kind", "=", kind).orderBy("code").execute();
  return rows.map(asUnit);
}

/** The codes of a unit and of everything below it, as a part of a query that looks there and nowhere else. */
export function codesInside(tx: Tx, path: string) {
  return tx
    .selectFrom("unit")
    .select("unit.code")
    .where(({ or, and, eb }) =>
      // "0" comes right after "/": everything that begins with the path and a slash.
      or([eb("path", "=", path), and([eb("path", ">=", `${path}/`), eb("path", "<", `${path}0`)])]),
    );
}

/** What people call a unit: a grid with its village before it, 「双桥村 G1」. */
export async function unitName(tx: Tx, code: UnitCode): Promise<string> {
  const unit = await unitByCode(tx, code);
  if (!unit) return code;
  const village =
    unit.kind === "grid" && unit.parent !== null ? await unitByCode(tx, unit.parent) : undefined;
  return village ? `${village.name} ${unit.name}` : unit.name;
}

/** What these units are called, by their codes. */
export async function unitNames(tx: Tx, codes: readonly UnitCode[]): Promise<ReadonlyMap<UnitCode, string>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.selectFrom("unit").select(["code", "name"]).where("code", "in", codes).execute();
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** The units directly below one, in code order. */
export async function unitsBelow(tx: Tx, code: UnitCode): Promise<readonly Unit[]> {
  const rows = await tx.selectFrom("unit").selectAll().where("parent", "=", code).orderBy("code").execute();
  return rows.map(asUnit);
}

/** Units by their code, or by a name as people say it; several where a name is used more than once. */
export async function unitsCalled(tx: Tx, words: string): Promise<readonly Unit[]> {
  const said = words.normalize("NFKC").replaceAll(/\s/g, "");
  const rows = await tx
    .selectFrom("unit")
    .selectAll()
    .where(({ or, eb }) => or([eb("code", "=", said), eb("name", "in", [said, `${villageKey(said)}村`])]))
    .orderBy("code")
    .execute();
  return rows.map(asUnit);
}

/** Villages with this name, or, where there is none, those whose name has it inside; in code order. */
export async function villagesCalled(tx: Tx, words: string, limit: number): Promise<readonly Unit[]> {
  const key = villageKey(words);
  if (key === "") return [];
  const villages = tx
    .selectFrom("unit")
    .selectAll()
    .where("kind", "=", "village")
    .orderBy("code")
    .limit(limit);
  const named = await villages.where("name", "in", [key, `${key}村`]).execute();
  if (named.length > 0) return named.map(asUnit);
  const inside = await villages.where("name", "like", `%${key.replaceAll(/[%_\\]/g, "")}%`).execute();
  return inside.map(asUnit);
}

/** Villages whose whole name stands in the words, longest name first; several where a name is used more than once. */
export async function villagesIn(tx: Tx, words: string): Promise<readonly Unit[]> {
  const rows = await tx
    .selectFrom("unit")
    .selectAll()
    .where("kind", "=", "village")
    .where(({ eb, val }) => eb(val(words), "like", sql<string>`'%' || name || '%'`))
    .orderBy("code")
    .execute();
  return rows.map(asUnit).toSorted((one, other) => other.name.length - one.name.length);
}

export async function countUnits(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom("unit")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}
