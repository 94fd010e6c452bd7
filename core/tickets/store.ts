import { codesInside } from "../org/index.ts";
import { readOnce, sql, takeNext, type Tx } from "../store/index.ts";
import { type KindId } from "./kinds/model.ts";
import { firstNumber, type Ticket, type TicketNumber, type TicketState, type Tier } from "./model.ts";
import { dropUntrue } from "./nags/store.ts";

/** What a `Ticket` is made of. */
export const ticketColumns = [
  "number",
  "kind",
  "what",
  "place",
  "reporter_id",
  "unit_code",
  "responsible_id",
  "state",
  "cycle",
  "answer_due_at",
  "created_at",
  "filed_by",
  "tier",
  "settle_due_at",
  "due_at",
  "office_id",
  "bounced",
  "supervised_at",
  "county_at",
  "urgent",
  "sealed",
  "about_id",
  "kind_by",
  "kind_because",
] as const;

interface TicketRow {
  readonly number: number;
  readonly kind: string;
  readonly what: string;
  readonly place: string;
  readonly reporter_id: string;
  readonly unit_code: string;
  readonly responsible_id: string | null;
  readonly state: string;
  readonly cycle: number;
  readonly answer_due_at: number;
  readonly created_at: number;
  readonly filed_by: string | null;
  readonly tier: string;
  readonly settle_due_at: number | null;
  readonly due_at: number | null;
  readonly office_id: number | null;
  readonly bounced: number;
  readonly supervised_at: number | null;
  readonly county_at: number | null;
  readonly urgent: number;
  readonly sealed: number;
  readonly about_id: string | null;
  readonly kind_by: string | null;
  readonly kind_because: string | null;
}

export function asTicket(row: TicketRow): Ticket {
  return {
    number: row.number,
    kind: row.kind as KindId,
    what: row.what,
    place: row.place,
    reporter: row.reporter_id,
    unit: row.unit_code,
    responsible: row.responsible_id ?? undefined,
    state: row.state as TicketState,
    cycle: row.cycle,
    answerDueAt: row.answer_due_at,
    createdAt: row.created_at,
    filedBy: row.filed_by ?? undefined,
    tier: row.tier as Tier,
    settleDueAt: row.settle_due_at ?? undefined,
    dueAt: row.due_at ?? undefined,
    office: row.office_id ?? undefined,
    bounced: row.bounced,
    supervisedAt: row.supervised_at ?? undefined,
    countyAt: row.county_at ?? undefined,
    isUrgent: row.urgent === 1,
    isSealed: row.sealed === 1,
    about: row.about_id ?? undefined,
    kindBy: (row.kind_by ?? undefined) as Ticket["kindBy"],
    kindBecause: row.kind_because === null ? undefined : (JSON.parse(row.kind_because) as readonly string[]),
  };
}

/** The next number people can say; never given twice. */
export function takeNumber(tx: Tx): Promise<TicketNumber> {
  return takeNext(tx, "ticket", firstNumber);
}

export interface NewTicket extends Ticket {
  readonly coordinates: { readonly latitude: number; readonly longitude: number } | undefined;
  /** What it was filed from; filed twice from the same, it is one ticket. */
  readonly sourceKey: string;
}

export async function insertTicket(tx: Tx, ticket: NewTicket): Promise<void> {
  await tx
    .insertInto("ticket")
    .values({
      number: ticket.number,
      kind: ticket.kind,
      what: ticket.what,
      place: ticket.place,
      latitude: ticket.coordinates?.latitude ?? null,
      longitude: ticket.coordinates?.longitude ?? null,
      reporter_id: ticket.reporter,
      unit_code: ticket.unit,
      responsible_id: ticket.responsible ?? null,
      state: ticket.state,
      cycle: ticket.cycle,
      answer_due_at: ticket.answerDueAt,
      created_at: ticket.createdAt,
      filed_by: ticket.filedBy ?? null,
      tier: ticket.tier,
      settle_due_at: ticket.settleDueAt ?? null,
      due_at: ticket.dueAt ?? null,
      urgent: ticket.isUrgent ? 1 : 0,
      sealed: ticket.isSealed ? 1 : 0,
      about_id: ticket.about ?? null,
      kind_by: ticket.kindBy ?? null,
      kind_because: ticket.kindBecause ? JSON.stringify(ticket.kindBecause) : null,
      source_key: ticket.sourceKey,
    })
    .execute();
}

export async function ticketBySource(tx: Tx, sourceKey: string): Promise<Ticket | undefined> {
  const row = await tx
    .selectFrom("ticket")
    .select(ticketColumns)
    .where("source_key", "=", sourceKey)
    .executeTakeFirst();
  return row ? asTicket(row) : undefined;
}

export async function ticketByNumber(tx: Tx, number: TicketNumber): Promise<Ticket | undefined> {
  return readOnce(tx, `ticket ${number}`, ["ticket"], async () => {
    const row = await tx
      .selectFrom("ticket")
      .select(ticketColumns)
      .where("number", "=", number)
      .executeTakeFirst();
    return row ? asTicket(row) : undefined;
  });
}

/** What changes when a ticket moves on, what is left out stays; times in epoch milliseconds. */
export interface TicketChange {
  readonly state?: TicketState;
  readonly cycle?: number;
  readonly kind?: KindId;
  readonly kindBy?: "villager" | "worker";
  readonly place?: string;
  readonly reporter?: string;
  readonly isUrgent?: boolean;
  readonly responsible?: string | null;
  /** Who had it: throws when somebody passed it on meanwhile, and the turn or the alarm is tried again. */
  readonly from?: string | null;
  readonly about?: string;
  readonly answerDueAt?: number;
  readonly tier?: Tier;
  readonly settleDueAt?: number | null;
  readonly dueAt?: number | null;
  readonly office?: number | null;
  readonly bounced?: number;
  readonly supervisedAt?: number | null;
  readonly countyAt?: number | null;
  readonly answeredAt?: number | null;
  readonly settledAt?: number | null;
  readonly closedAt?: number;
}

export async function changeTicket(tx: Tx, number: TicketNumber, change: TicketChange): Promise<void> {
  await dropUntrue(tx, number, change);
  const { from } = change;
  const changed = tx
    .updateTable("ticket")
    .set({
      state: change.state,
      cycle: change.cycle,
      kind: change.kind,
      kind_by: change.kindBy,
      place: change.place,
      reporter_id: change.reporter,
      urgent: change.isUrgent === undefined ? undefined : Number(change.isUrgent),
      responsible_id: change.responsible,
      about_id: change.about,
      answer_due_at: change.answerDueAt,
      tier: change.tier,
      settle_due_at: change.settleDueAt,
      due_at: change.dueAt,
      office_id: change.office,
      bounced: change.bounced,
      supervised_at: change.supervisedAt,
      county_at: change.countyAt,
      answered_at: change.answeredAt,
      settled_at: change.settledAt,
      closed_at: change.closedAt,
    })
    .where("number", "=", number);
  const asItWas =
    from === undefined ? changed : changed.where("responsible_id", from === null ? "is" : "=", from);
  const { numUpdatedRows } = await asItWas.executeTakeFirst();
  if (from !== undefined && numUpdatedRows === 0n)
    throw new Error(`ticket ${number} was passed on by somebody else meanwhile`);
}

/** What a person reported, newest first. */
export async function reportedBy(tx: Tx, person: string, limit: number): Promise<readonly Ticket[]> {
  const rows = await tx
    .selectFrom("ticket")
    .select(ticketColumns)
    .where("reporter_id", "=", person)
    .orderBy("number", "desc")
    .limit(limit)
    .execute();
  return rows.map(asTicket);
}

/** The states in which somebody must act. */
export const unsettled = ["open", "answered"];
/** What stands still or has no deadline comes last, on both engines. */
const firstDueFirst = sql<number>`coalesce(due_at, 9007199254740991)`;

/** What a person must act on, first due first; `offset` of them are left out. */
export async function tasksOf(tx: Tx, person: string, limit: number, offset = 0): Promise<readonly Ticket[]> {
  const rows = await tx
    .selectFrom("ticket")
    .select(ticketColumns)
    .where("responsible_id", "=", person)
    .where("state", "in", unsettled)
    .orderBy(firstDueFirst)
    .orderBy("number")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(asTicket);
}

/** The states in which it is not over: somebody must act, or the villager has the last word. */
export const notOver = [...unsettled, "settled"];

/** What is unsettled inside a unit, whoever must act, first due first; never what is sealed. */
export async function unsettledInside(tx: Tx, path: string, limit: number): Promise<readonly Ticket[]> {
  const rows = await tx
    .selectFrom("ticket")
    .select(ticketColumns)
    .where("unit_code", "in", codesInside(tx, path))
    .where("state", "in", unsettled)
    .where("sealed", "=", 0)
    .orderBy(firstDueFirst)
    .orderBy("number")
    .limit(limit)
    .execute();
  return rows.map(asTicket);
}
