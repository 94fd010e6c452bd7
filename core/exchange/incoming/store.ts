import { codesInside } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";

/** People with this name who live, or hold a post, inside a place. */
export async function peopleCalled(tx: Tx, path: string, name: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("person as p")
    .leftJoin("membership as m", "m.person_id", "p.id")
    .select("p.id")
    .distinct()
    .where("p.name", "=", name)
    .where(({ or, eb }) =>
      or([eb("p.grid", "in", codesInside(tx, path)), eb("m.unit_code", "in", codesInside(tx, path))]),
    )
    .orderBy("p.id")
    .limit(2)
    .execute();
  return rows.map(({ id }) => id);
}

/** What a shop has under a name. */
export interface Stocked {
  readonly id: number;
  readonly price: number;
  readonly most: number | null;
}

export async function goodsCalled(tx: Tx, unit: string, name: string): Promise<Stocked | undefined> {
  const row = await tx
    .selectFrom("shop_goods")
    .select(["id", "price", "month_most as most"])
    .where("unit_code", "=", unit)
    .where("name_zh", "=", name)
    .executeTakeFirst();
  return row;
}

export async function changeTerms(
  tx: Tx,
  id: number,
  { price, most }: Pick<Stocked, "price" | "most">,
): Promise<void> {
  await tx.updateTable("shop_goods").set({ price, month_most: most }).where("id", "=", id).execute();
}

/** Removes goods that nobody ever ordered. @returns how many. */
export async function removeUnordered(tx: Tx, goods: readonly number[]): Promise<number> {
  if (goods.length === 0) return 0;
  const result = await tx
    .deleteFrom("shop_goods")
    .where("id", "in", goods)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("shop_order as o").select("o.id").whereRef("o.goods_id", "=", "shop_goods.id"))),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Is there a policy that was written down because of this source? */
export async function hasPolicy(tx: Tx, sourceKey: string): Promise<boolean> {
  const row = await tx
    .selectFrom("policy")
    .select("id")
    .where("source_key", "=", sourceKey)
    .executeTakeFirst();
  return row !== undefined;
}
