import { readOnce, type Tx } from "../../store/index.ts";
import type { Office, OfficeId, OfficeKind } from "../model.ts";

interface OfficeRow {
  readonly id: number;
  readonly unit_code: string;
  readonly name: string;
  readonly kind: string;
  readonly duties: string;
}

function asOffice({ id, unit_code, name, kind, duties }: OfficeRow): Office {
  return { id, unit: unit_code, name, kind: kind as OfficeKind, duties };
}

/** The offices of a unit: the platforms first, then departments, then those outside; the oldest first. */
export async function officesOf(tx: Tx, unit: string): Promise<readonly Office[]> {
  return readOnce(tx, `offices ${unit}`, ["office"], async () => {
    const rows = await tx
      .selectFrom("office")
      .selectAll()
      .where("unit_code", "=", unit)
      .orderBy("id")
      .execute();
    const offices = rows.map(asOffice);
    return (["platform", "department", "outside"] as const).flatMap((kind) =>
      offices.filter((office) => office.kind === kind),
    );
  });
}

export async function officeById(tx: Tx, id: OfficeId): Promise<Office | undefined> {
  return readOnce(tx, `office ${id}`, ["office"], async () => {
    const row = await tx.selectFrom("office").selectAll().where("id", "=", id).executeTakeFirst();
    return row ? asOffice(row) : undefined;
  });
}

/** Adds offices; one whose name its unit has already stays as it is. @returns how many were new. */
export async function addOffices(tx: Tx, offices: readonly Omit<Office, "id">[]): Promise<number> {
  if (offices.length === 0) return 0;
  const result = await tx
    .insertInto("office")
    .values(offices.map(({ unit, ...office }) => ({ ...office, unit_code: unit })))
    .onConflict((conflict) => conflict.columns(["unit_code", "name"]).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0);
}

/** Is there any office yet? */
export async function hasOffices(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom("office").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** Gives an office another name; two of one name in a unit are refused before. */
export async function nameOffice(tx: Tx, id: OfficeId, name: string): Promise<void> {
  await tx.updateTable("office").set({ name }).where("id", "=", id).execute();
}

/** Takes an office out of its unit; whoever does it looks first whether it holds anything. */
export async function removeOffice(tx: Tx, id: OfficeId): Promise<void> {
  await tx.deleteFrom("office").where("id", "=", id).execute();
}
