import type { FileRef } from "../../channel/index.ts";
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

/** For how many points something is had, and how often. */
export type Terms = Pick<Stocked, "price" | "most">;

/** Changes what goods cost and how many one may have. @returns false when somebody else changed it meanwhile. */
export async function changeTerms(tx: Tx, id: number, before: Terms, after: Terms): Promise<boolean> {
  const result = await tx
    .updateTable("shop_goods")
    .set({ price: after.price, month_most: after.most })
    .where("id", "=", id)
    .where("price", "=", before.price)
    .where("month_most", before.most === null ? "is" : "=", before.most)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
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

/** Is a file waited for as a table that is to be brought in? Whoever sent it is told there what is wrong with it. */
export async function isAwaited(
  tx: Tx,
  { channel, fileId }: { readonly channel: string; readonly fileId: string },
): Promise<boolean> {
  const rows = await tx
    .selectFrom("transfer")
    .select("file")
    .where("direction", "=", "in")
    .where("state", "=", "waiting")
    .where("file", "is not", null)
    .execute();
  return rows.some(({ file }) => {
    const sent = JSON.parse(file ?? "{}") as Partial<FileRef>;
    return sent.channel === channel && sent.id === fileId;
  });
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
