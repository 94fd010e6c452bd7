import type { FileRef } from "../../channel/index.ts";
import type { Tx } from "../../store/index.ts";
import type { TicketEvent, TicketEventKind, TicketNumber } from "../model.ts";

export interface NewEvent {
  readonly number: TicketNumber;
  readonly cycle: number;
  readonly kind: TicketEventKind;
  readonly actor: string | undefined;
  readonly words: string;
  readonly files: readonly FileRef[];
  /** What it came from; the same twice is one event. */
  readonly sourceKey: string;
  /** Who had to act when it happened, where that is known. */
  readonly holder?: string | undefined;
  /** The office that had it then. */
  readonly office?: number | undefined;
}

/** Appends an event with its files. @returns false when it was already there. */
export async function appendEvent(tx: Tx, event: NewEvent, now: number): Promise<boolean> {
  const row = await tx
    .insertInto("ticket_event")
    .values({
      number: event.number,
      cycle: event.cycle,
      kind: event.kind,
      actor_id: event.actor ?? null,
      detail: event.words,
      source_key: event.sourceKey,
      at: now,
      holder_id: event.holder ?? null,
      office_id: event.office ?? null,
    })
    .onConflict((conflict) => conflict.columns(["number", "kind", "source_key"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return false;
  for (const file of event.files) {
    await tx
      .insertInto("ticket_media")
      .values({ number: event.number, event_id: row.id, file: JSON.stringify(file) })
      .execute();
  }
  return true;
}

/** An event with the files themselves. */
export interface StoredEvent extends TicketEvent {
  /** The round it is of. */
  readonly cycle: number;
  readonly files: readonly FileRef[];
}

/** Everything that happened to a ticket, oldest first. */
export async function eventsOf(tx: Tx, number: TicketNumber): Promise<readonly StoredEvent[]> {
  const rows = await tx
    .selectFrom("ticket_event")
    .select(["id", "cycle", "kind", "actor_id", "detail", "at"])
    .where("number", "=", number)
    .orderBy("id")
    .execute();
  const media = await tx
    .selectFrom("ticket_media")
    .select(["event_id", "file"])
    .where("number", "=", number)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    cycle: row.cycle,
    kind: row.kind as TicketEventKind,
    actor: row.actor_id ?? undefined,
    words: row.detail,
    files: media.filter(({ event_id }) => event_id === row.id).map(({ file }) => JSON.parse(file) as FileRef),
    at: row.at,
  }));
}

/** The newest answer of a cycle: its words and files. */
export async function lastAnswer(
  tx: Tx,
  number: TicketNumber,
  cycle: number,
): Promise<{ words: string; files: readonly FileRef[] } | undefined> {
  const row = await tx
    .selectFrom("ticket_event")
    .select(["id", "detail"])
    .where("number", "=", number)
    .where("cycle", "=", cycle)
    .where("kind", "=", "answered")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? { words: row.detail, files: await filesOf(tx, number, row.id) } : undefined;
}

/** The files of a ticket, or of one of its events; oldest first. */
export async function filesOf(tx: Tx, number: TicketNumber, event?: number): Promise<readonly FileRef[]> {
  const all = tx.selectFrom("ticket_media").select("file").where("number", "=", number).orderBy("id");
  const rows = await (event === undefined ? all : all.where("event_id", "=", event)).execute();
  return rows.map((row) => JSON.parse(row.file) as FileRef);
}
