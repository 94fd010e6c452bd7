import type { Selectable } from "kysely";
import type { Text } from "../../language/index.ts";
import { codesInside } from "../../org/index.ts";
import type { PersonId } from "../../people/index.ts";
import type { briefing, briefing_instruction, Tx } from "../../store/index.ts";
import { leaderRoles, type BriefingState } from "./model.ts";

export type BriefingId = number & { readonly __id?: "briefing" };

/** What the command room wrote to a leader. */
export interface Briefing {
  readonly id: BriefingId;
  readonly unit: string;
  readonly kind: string;
  readonly weekAt: number;
  /** What stood on the topic when it was written. */
  readonly finding: Text;
  readonly words: string;
  readonly writtenBy: PersonId;
  readonly leader: PersonId;
  readonly state: BriefingState;
  readonly createdAt: number;
}

/** 批示: what a leader wrote on it, with its answer. */
export interface Instruction {
  readonly id: number;
  readonly briefing: BriefingId;
  readonly leader: PersonId;
  readonly words: string;
  readonly at: number;
  readonly dueAt: number;
  readonly answer: { readonly words: string; readonly by: PersonId; readonly at: number } | undefined;
}

function asBriefing(row: Selectable<briefing>): Briefing {
  return {
    id: row.id,
    unit: row.unit_code,
    kind: row.kind,
    weekAt: row.week_at,
    finding: JSON.parse(row.finding) as Text,
    words: row.words,
    writtenBy: row.written_by,
    leader: row.leader_id,
    state: row.state as BriefingState,
    createdAt: row.created_at,
  };
}

function asInstruction(row: Selectable<briefing_instruction>): Instruction {
  const { answer, answered_by: by, answered_at: at } = row;
  return {
    id: row.id,
    briefing: row.briefing_id,
    leader: row.leader_id,
    words: row.words,
    at: row.at,
    dueAt: row.due_at,
    answer: answer === null || by === null || at === null ? undefined : { words: answer, by, at },
  };
}

/** Keeps a briefing; undefined when it was kept from the same message before. */
export async function insertBriefing(
  tx: Tx,
  made: Omit<Briefing, "id" | "state">,
  sourceKey: string,
): Promise<BriefingId | undefined> {
  const row = await tx
    .insertInto("briefing")
    .values({
      source_key: sourceKey,
      unit_code: made.unit,
      kind: made.kind,
      week_at: made.weekAt,
      finding: JSON.stringify(made.finding),
      words: made.words,
      written_by: made.writtenBy,
      leader_id: made.leader,
      state: "sent",
      created_at: made.createdAt,
    })
    .onConflict((conflict) => conflict.column("source_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export async function briefingById(tx: Tx, id: BriefingId): Promise<Briefing | undefined> {
  const row = await tx.selectFrom("briefing").selectAll().where("id", "=", id).executeTakeFirst();
  return row && asBriefing(row);
}

/** Moves a briefing on. @returns false when it was no longer as it is thought to be. */
export async function moveBriefing(
  tx: Tx,
  id: BriefingId,
  from: readonly BriefingState[],
  to: BriefingState,
): Promise<boolean> {
  const result = await tx
    .updateTable("briefing")
    .set({ state: to })
    .where("id", "=", id)
    .where("state", "in", from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** Where somebody may look for briefings, as paths of units. */
export interface Looking {
  /** Where she may write. */
  readonly written: readonly string[];
  /** Where she leads: there those written to somebody who leads nothing any more. */
  readonly left: readonly string[];
  readonly limit: number;
}

/** Those written to somebody or by her, and those of these units; the newest first. */
export async function briefingsFor(
  tx: Tx,
  person: PersonId,
  { written, left, limit }: Looking,
): Promise<readonly Briefing[]> {
  const leading = tx.selectFrom("membership").select("person_id").where("role", "in", leaderRoles);
  const rows = await tx
    .selectFrom("briefing")
    .selectAll()
    .where(({ or, and, eb }) =>
      or([
        eb("leader_id", "=", person),
        eb("written_by", "=", person),
        ...written.map((path) => eb("unit_code", "in", codesInside(tx, path))),
        ...left.map((path) =>
          and([eb("unit_code", "in", codesInside(tx, path)), eb("leader_id", "not in", leading)]),
        ),
      ]),
    )
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(asBriefing);
}

/** How many briefings wait for a leader's word. */
export async function countWaiting(tx: Tx, leader: PersonId): Promise<number> {
  const row = await tx
    .selectFrom("briefing")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("leader_id", "=", leader)
    .where("state", "=", "sent")
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Keeps an instruction; undefined when it was kept from the same message before. */
export async function insertInstruction(
  tx: Tx,
  { briefing: about, leader, words, at, dueAt }: Omit<Instruction, "id" | "answer">,
  sourceKey: string,
): Promise<number | undefined> {
  const row = await tx
    .insertInto("briefing_instruction")
    .values({ source_key: sourceKey, briefing_id: about, leader_id: leader, words, at, due_at: dueAt })
    .onConflict((conflict) => conflict.column("source_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** Everything a leader wrote on a briefing, the oldest first. */
export async function instructionsOn(tx: Tx, id: BriefingId): Promise<readonly Instruction[]> {
  const rows = await tx
    .selectFrom("briefing_instruction")
    .selectAll()
    .where("briefing_id", "=", id)
    .orderBy("id")
    .execute();
  return rows.map(asInstruction);
}

export async function instructionById(tx: Tx, id: number): Promise<Instruction | undefined> {
  const row = await tx.selectFrom("briefing_instruction").selectAll().where("id", "=", id).executeTakeFirst();
  return row && asInstruction(row);
}

/** Whoever answers first answers. @returns false when somebody has. */
export async function answerInstruction(
  tx: Tx,
  id: number,
  answer: { readonly words: string; readonly by: PersonId; readonly at: number },
): Promise<boolean> {
  const result = await tx
    .updateTable("briefing_instruction")
    .set({ answer: answer.words, answered_by: answer.by, answered_at: answer.at })
    .where("id", "=", id)
    .where("answered_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}
