import type { Tx } from "../../../store/index.ts";
import type { TicketEventKind } from "../../../tickets/index.ts";
import { ticketsFor, type Page, type Scope } from "../store.ts";

/** A page of the matters of a register, in the order of their numbers. */
export async function registerPage(tx: Tx, scope: Scope, { after, limit }: Page) {
  return ticketsFor(tx, scope)
    .leftJoin("person as p", "p.id", "t.reporter_id")
    .leftJoin("household_member as m", "m.person_id", "t.reporter_id")
    .leftJoin("household as h", "h.id", "m.household_id")
    .leftJoin("person as f", "f.id", "t.filed_by")
    .leftJoin("person as w", "w.id", "t.responsible_id")
    .leftJoin("office as o", "o.id", "t.office_id")
    .leftJoin("rating as r", (join) =>
      join.onRef("r.number", "=", "t.number").onRef("r.cycle", "=", "t.cycle"),
    )
    .select(["t.number", "t.kind", "t.what", "t.place", "t.unit_code", "t.state", "t.tier", "t.cycle"])
    .select(["t.created_at", "t.answered_at", "t.settled_at", "t.urgent", "t.filed_by"])
    .select(["t.supervised_at", "t.county_at", "p.name", "p.nickname", "h.address", "r.score"])
    .select(["f.name as filer", "w.name as worker", "w.nickname as worker_called", "o.name as office"])
    .where("t.number", ">", after)
    .orderBy("t.number")
    .limit(limit)
    .execute();
}

/** What happened to each of these matters, as far as a register says it, oldest first. */
export async function happenedTo(tx: Tx, numbers: readonly number[], kinds: readonly TicketEventKind[]) {
  if (numbers.length === 0) return [];
  const rows = await tx
    .selectFrom("ticket_event")
    .select(["number", "cycle", "kind"])
    .where("number", "in", numbers)
    .where("kind", "in", kinds)
    .orderBy("id")
    .execute();
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as TicketEventKind }));
}

/** How many neighbours wait for each of these matters, too; those without any are left out. */
export async function followersOfEach(
  tx: Tx,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (numbers.length === 0) return new Map();
  const rows = await tx
    .selectFrom("ticket_follower")
    .select("number")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("number", "in", numbers)
    .groupBy("number")
    .execute();
  return new Map(rows.map(({ number, count }) => [number, count]));
}
