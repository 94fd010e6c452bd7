import type { Membership } from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import type { Ticket } from "../model.ts";
import { asTicket, notOver, ticketColumns } from "../store.ts";

/** Where matters lie that are not over. */
export interface Lying {
  /** Who must act, null for nobody. */
  readonly responsible: string | null;
  readonly unit: string;
  /** The office they were sent to. */
  readonly office: number | null;
}

/**
 * Who must act on matters that are not over, for which units and in which offices; only of `whose`, where that is given, null
 * for nobody.
 */
export async function responsibleWhere(
  tx: Tx,
  whose?: readonly (string | null)[],
): Promise<readonly Lying[]> {
  const all = tx
    .selectFrom("ticket")
    .select(["responsible_id as responsible", "unit_code as unit", "office_id as office"])
    .distinct()
    .where("state", "in", notOver);
  const theirs = whose
    ? all.where(({ or, eb }) =>
        or(
          whose.map((one) =>
            one === null ? eb("responsible_id", "is", null) : eb("responsible_id", "=", one),
          ),
        ),
      )
    : all;
  return theirs.orderBy("unit_code").orderBy("responsible_id").orderBy("office_id").execute();
}

/** The matters that are not over and lie so, oldest first. */
export async function lyingWith(tx: Tx, { responsible, unit, office }: Lying): Promise<readonly Ticket[]> {
  const inUnit = tx.selectFrom("ticket").select(ticketColumns).where("unit_code", "=", unit);
  const hers =
    responsible === null
      ? inUnit.where("responsible_id", "is", null)
      : inUnit.where("responsible_id", "=", responsible);
  const there = office === null ? hers.where("office_id", "is", null) : hers.where("office_id", "=", office);
  const rows = await there.where("state", "in", notOver).orderBy("number").execute();
  return rows.map(asTicket);
}

/** What lies with somebody and cannot wait for her: not answered yet, or due before she is back; first due first. */
export async function urgentWith(
  tx: Tx,
  person: string,
  untilAt: number | undefined,
): Promise<readonly Ticket[]> {
  const rows = await tx
    .selectFrom("ticket")
    .select(ticketColumns)
    .where("responsible_id", "=", person)
    .where("state", "in", ["open", "answered"])
    .where(({ or, eb }) =>
      or([
        eb("state", "=", "open"),
        untilAt === undefined ? eb("due_at", "is not", null) : eb("due_at", "<", untilAt),
      ]),
    )
    .orderBy("due_at")
    .orderBy("number")
    .execute();
  return rows.map(asTicket);
}

/** How many matters that are not over lie with somebody inside a unit. */
export async function openInside(tx: Tx, person: string, path: string): Promise<number> {
  const { count } = await tx
    .selectFrom("ticket as t")
    .innerJoin("unit as u", "u.code", "t.unit_code")
    .select(({ fn }) => fn.count<number>("t.number").as("count"))
    .where("t.responsible_id", "=", person)
    .where("t.state", "in", notOver)
    .where(({ or, eb }) => or([eb("u.path", "=", path), eb("u.path", "like", `${path}/%`)]))
    .executeTakeFirstOrThrow();
  return count;
}

/** The matters of somebody's units that are not over and went to another because of `sourceKey`. */
export async function handedBecause(
  tx: Tx,
  posts: readonly Membership[],
  sourceKey: string,
): Promise<readonly Ticket[]> {
  const units = [...new Set(posts.filter(({ role }) => role !== "villager").map(({ unit }) => unit))];
  if (units.length === 0) return [];
  const inside = tx
    .selectFrom("unit")
    .select("code")
    .where(({ or, eb }) =>
      or(units.flatMap((unit) => [eb("code", "=", unit), eb("path", "like", `%${unit}/%`)])),
    );
  const rows = await tx
    .selectFrom("ticket as t")
    .innerJoin("ticket_event as e", (join) =>
      join
        .onRef("e.number", "=", "t.number")
        .on("e.kind", "=", "assigned")
        .on("e.source_key", "=", sourceKey),
    )
    .select(ticketColumns.map((column) => `t.${column}` as const))
    .where("t.unit_code", "in", inside)
    .where("t.state", "in", notOver)
    .orderBy("t.number")
    .execute();
  return rows.map(asTicket);
}
