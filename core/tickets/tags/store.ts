import { codesInside } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import type { KindId } from "../kinds/model.ts";
import type { TicketNumber, TicketState } from "../model.ts";
import { kindsBetweenPeople, ticketTags, type TicketTag } from "./model.ts";

/** What is noted of a matter, in the order of the list. */
export async function tagsOf(tx: Tx, number: TicketNumber): Promise<readonly TicketTag[]> {
  const rows = await tx.selectFrom("ticket_tag").select("tag").where("number", "=", number).execute();
  return ticketTags.filter((one) => rows.some(({ tag }) => tag === one));
}

export async function insertTag(
  tx: Tx,
  tag: { readonly number: TicketNumber; readonly tag: TicketTag; readonly by: string },
  now: number,
): Promise<void> {
  await tx
    .insertInto("ticket_tag")
    .values({ number: tag.number, tag: tag.tag, by_id: tag.by, at: now })
    .onConflict((conflict) => conflict.columns(["number", "tag"]).doNothing())
    .execute();
}

export async function deleteTag(tx: Tx, number: TicketNumber, tag: TicketTag): Promise<void> {
  await tx.deleteFrom("ticket_tag").where("number", "=", number).where("tag", "=", tag).execute();
}

/** Who looks for tagged matters, and where. */
export interface Looking {
  readonly paths: readonly string[];
  readonly reader: string;
  /** May she read matters? Else she learns of none between people. */
  readonly isReader: boolean;
}

/** Never what is sealed, was taken back, complains of the reader, or is a dispute in which she is another side. */
function taggedInside(tx: Tx, { paths, reader, isReader }: Looking) {
  const sides = tx
    .selectFrom("mediation_party as p")
    .innerJoin("ticket as told", "told.number", "p.number")
    .select("p.number")
    .where("p.person_id", "=", reader)
    .whereRef("told.reporter_id", "<>", "p.person_id");
  const tagged = tx
    .selectFrom("ticket_tag as g")
    .innerJoin("ticket as t", "t.number", "g.number")
    .where(({ or, eb }) => or(paths.map((path) => eb("t.unit_code", "in", codesInside(tx, path)))))
    .where("t.sealed", "=", 0)
    .where("t.state", "<>", "withdrawn")
    .where(({ or, eb }) => or([eb("t.about_id", "is", null), eb("t.about_id", "<>", reader)]))
    .where("t.number", "not in", sides);
  return isReader
    ? tagged
    : tagged.where("t.about_id", "is", null).where("t.kind", "not in", kindsBetweenPeople);
}

/** How many matters carry each tag. */
export async function countTagged(tx: Tx, looking: Looking): Promise<ReadonlyMap<string, number>> {
  const rows = await taggedInside(tx, looking)
    .select(({ fn }) => ["g.tag", fn.countAll<number>().as("count")])
    .groupBy("g.tag")
    .execute();
  return new Map(rows.map(({ tag, count }) => [tag, count]));
}

/** A matter that carries a tag, as little of it as a list needs. */
export interface Tagged {
  readonly number: TicketNumber;
  readonly kind: KindId;
  readonly unit: string;
  readonly state: TicketState;
}

/** What carries a tag, the newest first. */
export async function taggedWith(
  tx: Tx,
  looking: Looking,
  tag: TicketTag,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<readonly Tagged[]> {
  const rows = await taggedInside(tx, looking)
    .select(["t.number", "t.kind", "t.unit_code as unit", "t.state"])
    .where("g.tag", "=", tag)
    .orderBy("t.number", "desc")
    .offset(from)
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as KindId, state: row.state as TicketState }));
}
