import { codesInside } from "../../org/index.ts";
import { sql, type Tx } from "../../store/index.ts";
import type { KindId } from "../kinds/model.ts";
import type { TicketNumber, TicketState } from "../model.ts";
import { unsettled } from "../store.ts";

/** An unsettled matter as it may stand on a wall: no words, no names but that of whoever must act. */
export interface OpenMatter {
  readonly number: TicketNumber;
  readonly kind: KindId;
  readonly state: TicketState;
  /** Codes from the county down to where it belongs. */
  readonly path: string;
  /** Epoch milliseconds; undefined while no deadline runs. */
  readonly dueAt: number | undefined;
  /** Who has it: an office, else what whoever must act is called. */
  readonly holder: string | undefined;
  readonly isUrgent: boolean;
  readonly isSupervised: boolean;
}

/** How many matters of one unit itself are unsettled, and how many of them how pressing. */
export interface OpenCount {
  readonly path: string;
  readonly open: number;
  readonly overdue: number;
  readonly soon: number;
  readonly supervised: number;
}

/** Who stands before a wall may be whom it is about, or another side of it. */
const againstSomebody: readonly KindId[] = ["complaint", "accusation", "dispute"];

/** What may stand on a wall, whoever opened it: nothing that is sealed, complains of somebody's service, or is a quarrel. */
function openInside(tx: Tx, path: string) {
  return tx
    .selectFrom("ticket as t")
    .innerJoin("unit as u", "u.code", "t.unit_code")
    .where("t.unit_code", "in", codesInside(tx, path))
    .where("t.state", "in", unsettled)
    .where("t.sealed", "=", 0)
    .where("t.about_id", "is", null)
    .where("t.kind", "not in", againstSomebody);
}

/** The matters inside a unit whose deadline comes first; what has none comes last. */
export async function openMattersIn(tx: Tx, path: string, limit: number): Promise<readonly OpenMatter[]> {
  const rows = await openInside(tx, path)
    .leftJoin("office as o", "o.id", "t.office_id")
    .leftJoin("person as r", "r.id", "t.responsible_id")
    .select([
      "t.number",
      "t.kind",
      "t.state",
      "t.due_at",
      "t.urgent",
      "t.supervised_at",
      "u.path",
      "o.name as office",
      "r.name",
      "r.nickname",
    ])
    .orderBy(sql`coalesce(t.due_at, 9007199254740991)`)
    .orderBy("t.number")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    number: row.number,
    kind: row.kind as KindId,
    state: row.state as TicketState,
    path: row.path,
    dueAt: row.due_at ?? undefined,
    holder: row.office ?? row.nickname ?? row.name ?? undefined,
    isUrgent: row.urgent === 1,
    isSupervised: row.supervised_at !== null,
  }));
}

/** The same matters counted, unit by unit; `soonUntil` is when what is due soon is due, epoch milliseconds. */
export async function countOpenIn(
  tx: Tx,
  path: string,
  { now, soonUntil }: { readonly now: number; readonly soonUntil: number },
): Promise<readonly OpenCount[]> {
  return openInside(tx, path)
    .select([
      "u.path",
      ({ fn }) => fn.countAll<number>().as("open"),
      sql<number>`sum(case when t.due_at <= ${now} then 1 else 0 end)`.as("overdue"),
      sql<number>`sum(case when t.due_at > ${now} and t.due_at <= ${soonUntil} then 1 else 0 end)`.as("soon"),
      sql<number>`sum(case when t.supervised_at is null then 0 else 1 end)`.as("supervised"),
    ])
    .groupBy("u.path")
    .execute();
}
