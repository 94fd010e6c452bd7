import type { Tx } from "../../store/index.ts";
import type { OwnTemplate } from "./model.ts";

interface Row {
  readonly id: number;
  readonly unit_code: string;
  readonly kind: string;
  readonly words: string;
}

function asTemplate({ id, unit_code: unit, kind, words }: Row): OwnTemplate {
  return { id: `t${id}`, number: id, unit, kind: kind as OwnTemplate["kind"], words };
}

/** The templates made for these units, the newest first. */
export async function templatesFor(tx: Tx, units: readonly string[]): Promise<readonly OwnTemplate[]> {
  if (units.length === 0) return [];
  const rows = await tx
    .selectFrom("answer_template")
    .select(["id", "unit_code", "kind", "words"])
    .where("unit_code", "in", units)
    .orderBy("id", "desc")
    .execute();
  return rows.map(asTemplate);
}

export async function templateByNumber(tx: Tx, number: number): Promise<OwnTemplate | undefined> {
  const row = await tx
    .selectFrom("answer_template")
    .select(["id", "unit_code", "kind", "words"])
    .where("id", "=", number)
    .executeTakeFirst();
  return row && asTemplate(row);
}

export async function insertTemplate(
  tx: Tx,
  template: Pick<OwnTemplate, "unit" | "kind" | "words"> & { readonly by: string },
  now: number,
): Promise<void> {
  const { unit, kind, words, by } = template;
  await tx
    .insertInto("answer_template")
    .values({ unit_code: unit, kind, words, made_by: by, created_at: now })
    .execute();
}

export async function deleteTemplate(tx: Tx, number: number): Promise<void> {
  await tx.deleteFrom("answer_template").where("id", "=", number).execute();
}
