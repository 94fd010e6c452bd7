import { codesInside } from "../../org/index.ts";
import { sql, type Tx } from "../../store/index.ts";
import type { DoorState, Doors, NoticeId } from "../model.ts";

/** One door of an urgent notice. */
export interface Door {
  readonly id: number;
  readonly notice: NoticeId;
  /** 「h12」 for a household, 「pdemo-wang」 for somebody of whom none is kept. */
  readonly door: string;
  readonly grid: string;
  readonly person: string;
  readonly state: DoorState;
  readonly by: string | null;
  readonly at: number | null;
}

const columns = ["id", "notice_id", "door", "grid", "person_id", "state", "by_id", "at"] as const;

function select(tx: Tx) {
  return tx.selectFrom("visit").select(columns);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>["executeTakeFirstOrThrow"]>>;

function asDoor(row: Row): Door {
  const { notice_id: notice, person_id: person, by_id: by, state, ...rest } = row;
  return { ...rest, notice, person, by, state: state as DoorState };
}

export async function doorById(tx: Tx, id: number): Promise<Door | undefined> {
  const row = await select(tx).where("id", "=", id).executeTakeFirst();
  return row && asDoor(row);
}

export async function doorOf(tx: Tx, notice: NoticeId, door: string): Promise<Door | undefined> {
  const row = await select(tx).where("notice_id", "=", notice).where("door", "=", door).executeTakeFirst();
  return row && asDoor(row);
}

/** How many doors of a notice are in each state. */
export async function countDoors(tx: Tx, notice: NoticeId): Promise<Doors> {
  const rows = await tx
    .selectFrom("visit")
    .select(["state", ({ fn }) => fn.countAll<number>().as("count")])
    .where("notice_id", "=", notice)
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** The same of the doors inside a unit alone. */
export async function countDoorsIn(tx: Tx, notice: NoticeId, path: string): Promise<Doors> {
  const rows = await tx
    .selectFrom("visit")
    .select(["state", ({ fn }) => fn.countAll<number>().as("count")])
    .where("notice_id", "=", notice)
    .where("grid", "in", codesInside(tx, path))
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** The next grid with doors at which nobody answered and to which nobody was sent; of those nobody can write to, if asked. */
export async function nextSilentGrid(
  tx: Tx,
  notice: NoticeId,
  onlyUnreachable: boolean,
): Promise<string | undefined> {
  const silent = tx
    .selectFrom("visit")
    .select("grid")
    .where("notice_id", "=", notice)
    .where("state", "=", "silent")
    .orderBy("grid")
    .limit(1);
  const row = await (onlyUnreachable ? silent.where("is_reachable", "=", 0) : silent).executeTakeFirst();
  return row?.grid;
}

/** Puts the silent doors of a grid on its worker's list. @returns how many. */
export async function makeDue(
  tx: Tx,
  notice: NoticeId,
  grid: string,
  onlyUnreachable: boolean,
): Promise<number> {
  const silent = tx
    .updateTable("visit")
    .set({ state: "due" })
    .where("notice_id", "=", notice)
    .where("state", "=", "silent")
    .where("grid", "=", grid);
  const result = await (onlyUnreachable ? silent.where("is_reachable", "=", 0) : silent).executeTakeFirst();
  return Number(result.numUpdatedRows);
}

const waiting: readonly DoorState[] = ["due", "missing"];

/** The doors of a grid that somebody must go to, those not found last. */
export async function dueDoors(
  tx: Tx,
  notice: NoticeId,
  grid: string,
  page: { readonly from: number; readonly limit: number },
): Promise<readonly Door[]> {
  const rows = await select(tx)
    .where("notice_id", "=", notice)
    .where("grid", "=", grid)
    .where("state", "in", waiting)
    .orderBy("state")
    .orderBy("id")
    .offset(page.from)
    .limit(page.limit)
    .execute();
  return rows.map(asDoor);
}

/** How many doors must still be gone to, grid by grid. */
export async function dueByGrid(
  tx: Tx,
  notice: NoticeId,
): Promise<readonly { readonly grid: string; readonly count: number }[]> {
  return tx
    .selectFrom("visit")
    .select(["grid", ({ fn }) => fn.countAll<number>().as("count")])
    .where("notice_id", "=", notice)
    .where("state", "in", waiting)
    .groupBy("grid")
    .orderBy("grid")
    .execute();
}

/** Changes a door that is in one of these states. @returns false when it is in none of them any more. */
export async function changeDoor(
  tx: Tx,
  id: number,
  from: readonly DoorState[],
  to: { readonly state: DoorState; readonly by: string; readonly at: number },
): Promise<boolean> {
  const result = await tx
    .updateTable("visit")
    .set({ state: to.state, by_id: to.by, at: to.at })
    .where("id", "=", id)
    .where("state", "in", from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** The number in 「h12」; null for a door of which no household is kept. */
const householdBehind = sql<number>`case when v.door like 'h%' then cast(substr(v.door, 2) as integer) end`;

/** The doors behind one, for the record, with who lives there and who dealt with it. */
export async function doorsAfter(tx: Tx, notice: NoticeId, after: number, limit: number) {
  return tx
    .selectFrom("visit as v")
    .leftJoin("person as p", "p.id", "v.person_id")
    .leftJoin("person as b", "b.id", "v.by_id")
    .leftJoin("household as h", (join) => join.on("h.id", "=", householdBehind))
    .select(["v.id", "h.address", "v.grid", "v.state", "v.at", "p.name", "b.name as by"])
    .where("v.notice_id", "=", notice)
    .where("v.id", ">", after)
    .orderBy("v.id")
    .limit(limit)
    .execute();
}
