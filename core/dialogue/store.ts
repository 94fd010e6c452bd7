import type { Selectable } from "kysely";
import { z } from "zod";
import type { DB, Tx } from "../store/index.ts";
import type { Talk, TalkStore } from "./talk.ts";

/** What the column `log` holds: what the flow was begun with, and everything since. */
const logSchema = z.object({
  given: z.json(),
  entries: z.array(
    z.object({
      kind: z.enum(["ask", "look", "once"]),
      name: z.string(),
      value: z.json(),
      presumed: z.literal(true).exactOptional(),
    }),
  ),
});
const askingSchema = z.object({ name: z.string(), draft: z.json() });
const stateSchema = z.enum(["open", "kept"]);

function toTalk(row: Selectable<DB["talk"]>): Talk {
  const { given, entries } = logSchema.parse(JSON.parse(row.log));
  const asking = row.asking === null ? {} : { asking: askingSchema.parse(JSON.parse(row.asking)) };
  return {
    id: row.id,
    speaker: row.speaker,
    flow: row.flow,
    state: stateSchema.parse(row.state),
    position: row.position,
    given,
    log: entries,
    ...asking,
    startedAt: row.started_at,
    touchedAt: row.touched_at,
  };
}

/** The talks in the database, within one transaction. A row that does not read as a talk is an error. */
export function talksIn(tx: Tx): TalkStore {
  return {
    async ofSpeaker(speaker) {
      const rows = await tx.selectFrom("talk").selectAll().where("speaker", "=", speaker).execute();
      return rows.map(toTalk);
    },
    async find(id) {
      const row = await tx.selectFrom("talk").selectAll().where("id", "=", id).executeTakeFirst();
      return row && toTalk(row);
    },
    async save(talk) {
      const row = {
        speaker: talk.speaker,
        flow: talk.flow,
        state: talk.state,
        position: talk.position,
        log: JSON.stringify({ given: talk.given, entries: talk.log }),
        asking: talk.asking === undefined ? null : JSON.stringify(talk.asking),
        started_at: talk.startedAt,
        touched_at: talk.touchedAt,
      };
      await tx
        .insertInto("talk")
        .values({ id: talk.id, ...row })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
        .execute();
    },
    async remove(id) {
      await tx.deleteFrom("talk").where("id", "=", id).execute();
    },
  };
}

/**
 * Lays the open talks of a speaker aside as drafts, and forgets what cannot be read as a talk: when one of them breaks
 * every turn, the next message must not meet it again.
 */
export async function shelveTalks(tx: Tx, speaker: string): Promise<void> {
  const rows = await tx.selectFrom("talk").selectAll().where("speaker", "=", speaker).execute();
  for (const row of rows) {
    if (readable(row)) await tx.updateTable("talk").set({ state: "kept" }).where("id", "=", row.id).execute();
    else await tx.deleteFrom("talk").where("id", "=", row.id).execute();
  }
}

function readable(row: Selectable<DB["talk"]>): boolean {
  try {
    return toTalk(row).id === row.id;
  } catch {
    return false;
  }
}
