import { codesInside } from "../org/index.ts";
import type { Tx } from "../store/index.ts";
import type { Category, Grade, ServiceFacts, ServiceItem, ServiceItemId } from "./model.ts";

type Row = NonNullable<Awaited<ReturnType<typeof rowById>>>;

async function rowById(tx: Tx, id: ServiceItemId) {
  return tx.selectFrom("service_item").selectAll().where("id", "=", id).executeTakeFirst();
}

function asItem(row: Row): ServiceItem {
  return {
    id: row.id,
    unit: row.unit_code,
    category: row.category as Category,
    title: row.title,
    titleEn: row.title_en,
    place: row.place,
    materials: JSON.parse(row.materials) as readonly string[],
    timeLimit: row.time_limit,
    fee: row.fee,
    basis: row.basis,
    phone: row.phone,
    grade: row.grade as Grade | null,
    isDemo: row.is_demo === 1,
  };
}

function asRow(facts: ServiceFacts) {
  return {
    category: facts.category,
    title: facts.title,
    title_en: facts.titleEn,
    place: facts.place,
    materials: JSON.stringify(facts.materials),
    time_limit: facts.timeLimit,
    fee: facts.fee,
    basis: facts.basis,
    phone: facts.phone,
  };
}

/** An item that is to be added, with where its facts come from. */
export interface NewServiceItem extends ServiceFacts {
  readonly unit: string;
  readonly source: string | null;
  readonly grade: Grade | null;
  readonly isDemo: boolean;
}

/** Adds an item. @returns undefined when its unit has one of this title already. */
export async function insertServiceItem(
  tx: Tx,
  item: NewServiceItem,
  { by, now }: { readonly by: string | null; readonly now: number },
): Promise<ServiceItemId | undefined> {
  const { unit, source, grade, isDemo } = item;
  const row = await tx
    .insertInto("service_item")
    .values({
      ...asRow(item),
      unit_code: unit,
      source,
      grade,
      is_demo: isDemo ? 1 : 0,
      made_by: by,
      created_at: now,
      changed_at: now,
    })
    .onConflict((conflict) => conflict.columns(["unit_code", "title"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** What an item says is replaced; it is no example of the demonstration any more. @returns false when it was changed after `seenAt`. */
export async function changeServiceItem(
  tx: Tx,
  id: ServiceItemId,
  facts: ServiceFacts,
  { seenAt, now, isDemo }: { readonly seenAt: number; readonly now: number; readonly isDemo: boolean },
): Promise<boolean> {
  const result = await tx
    .updateTable("service_item")
    .set({ ...asRow(facts), is_demo: isDemo ? 1 : 0, changed_at: now })
    .where("id", "=", id)
    .where("changed_at", "=", seenAt)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** Removes an item that nobody changed after `seenAt`. @returns false when somebody did. */
export async function removeServiceItem(tx: Tx, id: ServiceItemId, seenAt: number): Promise<boolean> {
  const result = await tx
    .deleteFrom("service_item")
    .where("id", "=", id)
    .where("changed_at", "=", seenAt)
    .executeTakeFirst();
  return result.numDeletedRows > 0;
}

/** What a unit has under a title, and when it was last changed. */
export async function serviceItemCalled(
  tx: Tx,
  unit: string,
  title: string,
): Promise<(ServiceItem & { readonly changedAt: number }) | undefined> {
  const row = await tx
    .selectFrom("service_item")
    .selectAll()
    .where("unit_code", "=", unit)
    .where("title", "=", title)
    .executeTakeFirst();
  return row && { ...asItem(row), changedAt: row.changed_at };
}

/** What these units tell, in the order in which it was added. */
export async function serviceItemsOf(tx: Tx, units: readonly string[]): Promise<readonly ServiceItem[]> {
  const rows = await tx
    .selectFrom("service_item")
    .selectAll()
    .where("unit_code", "in", units)
    .orderBy("id")
    .execute();
  return rows.map(asItem);
}

export async function serviceItemById(tx: Tx, id: ServiceItemId): Promise<ServiceItem | undefined> {
  const row = await rowById(tx, id);
  return row && asItem(row);
}

/** A page of what a unit and everything inside it tells, by number. */
export async function serviceItemsInside(
  tx: Tx,
  path: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly ServiceItem[]> {
  const rows = await tx
    .selectFrom("service_item")
    .selectAll()
    .where("unit_code", "in", codesInside(tx, path))
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(asItem);
}

export async function countServiceItems(tx: Tx, path: string): Promise<number> {
  const row = await tx
    .selectFrom("service_item")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("unit_code", "in", codesInside(tx, path))
    .executeTakeFirstOrThrow();
  return row.count;
}
