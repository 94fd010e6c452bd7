import type { Tx } from "../../store/index.ts";
import type { KindId } from "../kinds/model.ts";
import type { TicketEventKind } from "../model.ts";
import type { Happened, Week } from "./model.ts";

/** A villager's word comes within days of the work it is about; what is older than that is not looked at. */
const lookedBackMs = 60 * 86_400_000;

interface Row {
  readonly number: number;
  readonly cycle: number;
  readonly kind: string;
  readonly actor_id: string | null;
  readonly detail: string;
  readonly at: number;
}

function asHappened(row: Row): Happened {
  const { number, cycle, detail: words, at } = row;
  return { number, cycle, kind: row.kind as TicketEventKind, actor: row.actor_id ?? undefined, words, at };
}

/**
 * Everything that happened until the end of a week to matters this person has worked on lately, oldest first, and what each
 * is about. Whom a complaint is about reads nothing of it.
 */
export async function happenedIn(
  tx: Tx,
  person: string,
  { from, until }: Week,
): Promise<{ readonly happened: readonly Happened[]; readonly kinds: ReadonlyMap<number, KindId> }> {
  const hers = tx
    .selectFrom("ticket_event as hers")
    .select("hers.number")
    .where("hers.actor_id", "=", person)
    .where("hers.at", ">=", from - lookedBackMs)
    .where("hers.at", "<", until);
  const rows = await tx
    .selectFrom("ticket_event as e")
    .innerJoin("ticket as t", "t.number", "e.number")
    .select(["e.number", "e.cycle", "e.kind", "e.actor_id", "e.detail", "e.at", "t.kind as about"])
    .where("e.number", "in", hers)
    .where("e.at", "<", until)
    .where(({ or, eb }) => or([eb("t.about_id", "is", null), eb("t.about_id", "!=", person)]))
    .orderBy("e.id")
    .execute();
  return {
    happened: rows.map(asHappened),
    kinds: new Map(rows.map(({ number, about }) => [number, about as KindId])),
  };
}
