import { sql, type Tx } from "../../store/index.ts";
import type { Ticket, TicketNumber } from "../model.ts";
import { asTicket, notOver, ticketColumns, unsettled } from "../store.ts";

/** Whose desk it is. */
export interface DeskScope {
  readonly unit: string;
  readonly path: string;
  /** What was sent up inside the unit, only what lies with the county, or everything that is with any command room. */
  readonly sees: "sent_up" | "county" | "all";
}

/** A matter of the queue, with the office that has it. */
export interface Queued {
  readonly ticket: Ticket;
  readonly office: string | undefined;
}

function queueOf(tx: Tx, scopes: readonly DeskScope[], reader: string) {
  return tx
    .selectFrom("ticket as t")
    .innerJoin("unit as u", "u.code", "t.unit_code")
    .leftJoin("office as o", "o.id", "t.office_id")
    .where("t.state", "in", unsettled)
    .where("t.sealed", "=", 0)
    .where(({ or, eb }) => or([eb("t.about_id", "is", null), eb("t.about_id", "<>", reader)]))
    .where(({ or, and, eb, exists, selectFrom }) =>
      or(
        scopes.map(({ unit, path, sees }) => {
          const inside = or([eb("u.path", "=", path), eb("u.path", "like", `${path}/%`)]);
          const posts = sees === "all" ? ["dispatcher", "admin"] : ["dispatcher"];
          const held = selectFrom("membership as m")
            .select("m.person_id")
            .whereRef("m.person_id", "=", "t.responsible_id")
            .where("m.role", "in", posts);
          const isHere = exists(sees === "all" ? held : held.where("m.unit_code", "=", unit));
          const isSent =
            sees === "county"
              ? [eb("t.county_at", "is not", null)]
              : [eb("t.tier", "=", "complex"), eb("t.supervised_at", "is not", null)];
          return and([inside, or([...isSent, isHere])]);
        }),
      ),
    );
}

/** What waits at these desks and is not settled: supervised first, then what is due first; never what is sealed or about the reader. */
export async function queued(
  tx: Tx,
  scopes: readonly DeskScope[],
  reader: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly Queued[]> {
  const rows = await queueOf(tx, scopes, reader)
    .select(ticketColumns.map((column) => `t.${column}` as const))
    .select("o.name as office_name")
    .orderBy(sql`case when t.supervised_at is null then 1 else 0 end`)
    .orderBy(sql`coalesce(t.due_at, 9007199254740991)`)
    .orderBy("t.number")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ office_name, ...row }) => ({ ticket: asTicket(row), office: office_name ?? undefined }));
}

export async function countQueued(tx: Tx, scopes: readonly DeskScope[], reader: string): Promise<number> {
  const row = await queueOf(tx, scopes, reader)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** What lies in these offices or is helped with there, and is not settled, the reader's own not counted; first due first. */
export async function inOffices(
  tx: Tx,
  offices: readonly number[],
  reader: string,
  limit: number,
): Promise<readonly Ticket[]> {
  if (offices.length === 0) return [];
  const rows = await tx
    .selectFrom("ticket as t")
    .select(ticketColumns.map((column) => `t.${column}` as const))
    .where("t.state", "in", unsettled)
    .where("t.sealed", "=", 0)
    .where(({ or, eb }) => or([eb("t.about_id", "is", null), eb("t.about_id", "<>", reader)]))
    .where(({ or, eb }) => or([eb("t.responsible_id", "is", null), eb("t.responsible_id", "<>", reader)]))
    .where(({ or, and, eb, exists, selectFrom }) =>
      or([
        and([eb("t.office_id", "in", offices), eb("t.bounced", "<>", 2)]),
        exists(
          selectFrom("ticket_assist as a")
            .select("a.number")
            .whereRef("a.number", "=", "t.number")
            .whereRef("a.cycle", "=", "t.cycle")
            .where("a.office_id", "in", offices)
            .where("a.ended_at", "is", null),
        ),
      ]),
    )
    .orderBy(sql`coalesce(t.due_at, 9007199254740991)`)
    .orderBy("t.number")
    .limit(limit)
    .execute();
  return rows.map(asTicket);
}

/** An office that helps with a matter. */
export interface Assist {
  readonly office: number;
  readonly part: string;
}

/** Notes that an office helps in this round, or gives it another part. */
export async function keepAssist(
  tx: Tx,
  { number, cycle }: Pick<Ticket, "number" | "cycle">,
  { office, part }: Assist,
  now: number,
): Promise<void> {
  await tx
    .insertInto("ticket_assist")
    .values({ number, cycle, office_id: office, part, since_at: now })
    .onConflict((conflict) =>
      conflict.columns(["number", "cycle", "office_id"]).doUpdateSet({ part, since_at: now, ended_at: null }),
    )
    .execute();
}

/** Who helps with a matter in this round. */
export async function assistsOf(
  tx: Tx,
  { number, cycle }: Pick<Ticket, "number" | "cycle">,
): Promise<readonly Assist[]> {
  const rows = await tx
    .selectFrom("ticket_assist")
    .select(["office_id as office", "part"])
    .where("number", "=", number)
    .where("cycle", "=", cycle)
    .where("ended_at", "is", null)
    .orderBy("office_id")
    .execute();
  return rows;
}

export async function endAssist(
  tx: Tx,
  { number, cycle }: Pick<Ticket, "number" | "cycle">,
  office: number,
  now: number,
): Promise<void> {
  await tx
    .updateTable("ticket_assist")
    .set({ ended_at: now })
    .where("number", "=", number)
    .where("cycle", "=", cycle)
    .where("office_id", "=", office)
    .where("ended_at", "is", null)
    .execute();
}

/** The matters an office has or helps with that are not over, or can still be put back; the oldest first. */
export async function heldBy(tx: Tx, office: number, backSince: number): Promise<readonly TicketNumber[]> {
  const rows = await tx
    .selectFrom("ticket as t")
    .select("t.number")
    .where(({ or, and, eb }) =>
      or([
        eb("t.state", "in", notOver),
        and([eb("t.state", "=", "withdrawn"), eb("t.closed_at", ">=", backSince)]),
      ]),
    )
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb("t.office_id", "=", office),
        exists(
          selectFrom("ticket_assist as a")
            .select("a.number")
            .whereRef("a.number", "=", "t.number")
            .whereRef("a.cycle", "=", "t.cycle")
            .where("a.office_id", "=", office)
            .where("a.ended_at", "is", null),
        ),
      ]),
    )
    .orderBy("t.number")
    .execute();
  return rows.map(({ number }) => number);
}
