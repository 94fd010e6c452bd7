import type { FileRef } from "../../channel/index.ts";
import type { Tx } from "../../store/index.ts";
import type { Stretch } from "../ledger/store.ts";

export type GoodsId = number & { readonly __id?: "goods" };
export type OrderId = number & { readonly __id?: "shop order" };

/** Something that can be had for points in a village. */
export interface Goods {
  readonly id: GoodsId;
  readonly unit: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly price: number;
  readonly stock: number;
  /** How many one person may order in a month; null: as many as she likes. */
  readonly monthMost: number | null;
  readonly picture: FileRef | null;
  readonly isOffered: boolean;
  readonly isDemo: boolean;
}

export interface Order {
  readonly id: OrderId;
  readonly goods: GoodsId;
  readonly person: string;
  readonly unit: string;
  /** What it cost when it was ordered. */
  readonly price: number;
  readonly state: "open" | "fetched" | "cancelled" | "expired";
  /** Null once it is closed. */
  readonly code: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
}

interface GoodsRow {
  readonly id: number;
  readonly unit_code: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly price: number;
  readonly stock: number;
  readonly month_most: number | null;
  readonly picture: string | null;
  readonly is_offered: number;
  readonly is_demo: number;
}

function asGoods(row: GoodsRow): Goods {
  return {
    id: row.id,
    unit: row.unit_code,
    name: { zh: row.name_zh, en: row.name_en },
    price: row.price,
    stock: row.stock,
    monthMost: row.month_most,
    picture: row.picture === null ? null : (JSON.parse(row.picture) as FileRef),
    isOffered: row.is_offered === 1,
    isDemo: row.is_demo === 1,
  };
}

/** What a village's shop has, the cheapest first; what is not offered any more comes last and only for whoever keeps it. */
export async function goodsIn(
  tx: Tx,
  unit: string,
  page: { readonly offset: number; readonly limit: number; readonly all: boolean },
): Promise<readonly Goods[]> {
  let query = tx.selectFrom("shop_goods").selectAll().where("unit_code", "=", unit);
  if (!page.all) query = query.where("is_offered", "=", 1);
  const rows = await query
    .orderBy("is_offered", "desc")
    .orderBy("price")
    .orderBy("id")
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return rows.map(asGoods);
}

export async function goodsById(tx: Tx, id: GoodsId): Promise<Goods | undefined> {
  const row = await tx.selectFrom("shop_goods").selectAll().where("id", "=", id).executeTakeFirst();
  return row && asGoods(row);
}

/** The goods of an order, whatever became of it. */
export async function goodsOrdered(tx: Tx, id: OrderId): Promise<Goods | undefined> {
  const order = await orderById(tx, id);
  return order && goodsById(tx, order.goods);
}

/** Adds goods to a shop. @returns undefined when something is called so there already. */
export async function insertGoods(
  tx: Tx,
  goods: Omit<Goods, "id" | "isOffered">,
  { by, now }: { readonly by: string | null; readonly now: number },
): Promise<GoodsId | undefined> {
  const row = await tx
    .insertInto("shop_goods")
    .values({
      unit_code: goods.unit,
      name_zh: goods.name.zh,
      name_en: goods.name.en,
      price: goods.price,
      stock: goods.stock,
      month_most: goods.monthMost,
      picture: goods.picture === null ? null : JSON.stringify(goods.picture),
      is_demo: goods.isDemo ? 1 : 0,
      made_by: by,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(["unit_code", "name_zh"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export async function changeGoods(
  tx: Tx,
  id: GoodsId,
  change: { readonly price?: number; readonly isOffered?: boolean; readonly picture?: FileRef },
): Promise<void> {
  const { price, isOffered, picture } = change;
  await tx
    .updateTable("shop_goods")
    .set({
      ...(price === undefined ? {} : { price }),
      ...(isOffered === undefined ? {} : { is_offered: isOffered ? 1 : 0 }),
      ...(picture === undefined ? {} : { picture: JSON.stringify(picture) }),
    })
    .where("id", "=", id)
    .execute();
}

/** Adds to what is there, or takes from it. @returns false when less would be left than nothing. */
export async function addStock(tx: Tx, id: GoodsId, count: number): Promise<boolean> {
  const result = await tx
    .updateTable("shop_goods")
    .set(({ eb }) => ({ stock: eb("stock", "+", count) }))
    .where("id", "=", id)
    .where(({ eb }) => eb(eb("stock", "+", count), ">=", 0))
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

interface OrderRow {
  readonly id: number;
  readonly goods_id: number;
  readonly person_id: string;
  readonly unit_code: string;
  readonly price: number;
  readonly state: string;
  readonly code: string | null;
  readonly created_at: number;
  readonly expires_at: number;
}

function asOrder(row: OrderRow): Order {
  return {
    id: row.id,
    goods: row.goods_id,
    person: row.person_id,
    unit: row.unit_code,
    price: row.price,
    state: row.state as Order["state"],
    code: row.code,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}

/** Keeps an open order. @returns undefined when another open one has its code, or this source was ordered already. */
export async function insertOrder(
  tx: Tx,
  order: Omit<Order, "id" | "state">,
  sourceKey: string,
): Promise<OrderId | undefined> {
  const row = await tx
    .insertInto("shop_order")
    .values({
      source_key: sourceKey,
      goods_id: order.goods,
      person_id: order.person,
      unit_code: order.unit,
      price: order.price,
      state: "open",
      code: order.code,
      created_at: order.createdAt,
      expires_at: order.expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export async function orderById(tx: Tx, id: OrderId): Promise<Order | undefined> {
  const row = await tx.selectFrom("shop_order").selectAll().where("id", "=", id).executeTakeFirst();
  return row && asOrder(row);
}

export async function orderBySource(tx: Tx, sourceKey: string): Promise<Order | undefined> {
  const row = await tx
    .selectFrom("shop_order")
    .selectAll()
    .where("source_key", "=", sourceKey)
    .executeTakeFirst();
  return row && asOrder(row);
}

export async function orderByCode(tx: Tx, code: string): Promise<Order | undefined> {
  const row = await tx.selectFrom("shop_order").selectAll().where("code", "=", code).executeTakeFirst();
  return row && asOrder(row);
}

/** A person's open orders, the oldest first. */
export async function openOrdersOf(tx: Tx, person: string, limit: number): Promise<readonly Order[]> {
  const rows = await tx
    .selectFrom("shop_order")
    .selectAll()
    .where("person_id", "=", person)
    .where("state", "=", "open")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(asOrder);
}

/** How many wait to be fetched in a village's shop. */
export async function countOpen(tx: Tx, unit: string): Promise<number> {
  const row = await tx
    .selectFrom("shop_order")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("unit_code", "=", unit)
    .where("state", "=", "open")
    .executeTakeFirstOrThrow();
  return row.count;
}

/** How many of something a person ordered within a stretch of time and has, or will have. */
export async function countOrdered(
  tx: Tx,
  { person, goods }: { readonly person: string; readonly goods: GoodsId },
  { from, until }: Stretch,
): Promise<number> {
  const row = await tx
    .selectFrom("shop_order")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("person_id", "=", person)
    .where("goods_id", "=", goods)
    .where("created_at", ">=", from)
    .where("created_at", "<", until)
    .where("state", "in", ["open", "fetched"])
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Ends an open order, and frees its code. @returns false when it is not open any more. */
export async function closeOrder(
  tx: Tx,
  id: OrderId,
  given: {
    readonly state: "fetched" | "cancelled" | "expired";
    readonly by: string | null;
    readonly now: number;
  },
): Promise<boolean> {
  const result = await tx
    .updateTable("shop_order")
    .set({ state: given.state, code: null, closed_at: given.now, closed_by: given.by })
    .where("id", "=", id)
    .where("state", "=", "open")
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}
