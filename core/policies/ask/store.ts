import type { Tx } from "../../store/index.ts";
import type { PassageId } from "../model.ts";

export type QuestionId = number & { readonly __id?: "policy question" };

/** answered: a passage was shown · offered: a menu was put · missed: 「不是我要的」 · unanswered: it went to a person, or nowhere */
export type QuestionState = "answered" | "offered" | "missed" | "unanswered";

/** Something somebody asked. */
export interface AskedQuestion {
  readonly id: QuestionId;
  readonly person: string;
  readonly unit: string;
  readonly words: string;
  readonly follows: QuestionId | null;
  readonly passage: PassageId | null;
  readonly state: QuestionState;
  /** The passage that is the right one, as she or the office said. */
  readonly right: PassageId | null;
  readonly ticket: number | null;
  readonly askedAt: number;
  /** The office has said what answers it, or that no policy does: nobody else's press changes that. */
  readonly isClosed: boolean;
}

const columns = [
  "id",
  "person_id",
  "unit_code",
  "words",
  "follows_id",
  "passage_id",
  "state",
  "right_id",
  "ticket_number",
  "asked_at",
  "closed_by",
] as const;

function questions(tx: Tx) {
  return tx.selectFrom("policy_question").select(columns);
}

type Row = Awaited<ReturnType<ReturnType<typeof questions>["executeTakeFirstOrThrow"]>>;

function asQuestion(row: Row): AskedQuestion {
  return {
    id: row.id,
    person: row.person_id,
    unit: row.unit_code,
    words: row.words,
    follows: row.follows_id,
    passage: row.passage_id,
    state: row.state as QuestionState,
    right: row.right_id,
    ticket: row.ticket_number,
    askedAt: row.asked_at,
    isClosed: row.closed_by !== null,
  };
}

export async function questionById(tx: Tx, id: QuestionId): Promise<AskedQuestion | undefined> {
  const row = await questions(tx).where("id", "=", id).executeTakeFirst();
  return row && asQuestion(row);
}

/** Keeps a question; the same key twice is one. @returns it as it is kept. */
export async function keepQuestion(
  tx: Tx,
  key: string,
  question: Pick<AskedQuestion, "person" | "unit" | "words" | "follows" | "passage" | "state"> & {
    readonly score: number | null;
    readonly topic: string | null;
  },
  now: number,
): Promise<AskedQuestion> {
  const { person, unit, words, follows, passage, state, score, topic } = question;
  await tx
    .insertInto("policy_question")
    .values({
      source_key: key,
      person_id: person,
      unit_code: unit,
      words,
      follows_id: follows,
      passage_id: passage,
      score,
      topic,
      state,
      asked_at: now,
    })
    .onConflict((conflict) => conflict.column("source_key").doNothing())
    .execute();
  return asQuestion(await questions(tx).where("source_key", "=", key).executeTakeFirstOrThrow());
}

/** What became of a question. */
export async function changeQuestion(
  tx: Tx,
  id: QuestionId,
  change: Partial<Pick<AskedQuestion, "state" | "passage" | "right" | "ticket">>,
  now: number,
): Promise<void> {
  const { state, passage, right, ticket } = change;
  await tx
    .updateTable("policy_question")
    .set({
      ...(state !== undefined && { state }),
      ...(passage !== undefined && { passage_id: passage }),
      ...(right !== undefined && { right_id: right }),
      ...(ticket !== undefined && { ticket_number: ticket }),
      judged_at: now,
    })
    .where("id", "=", id)
    .execute();
}

/** The newest question of somebody since a moment. */
export async function lastQuestion(
  tx: Tx,
  person: string,
  since: number,
): Promise<AskedQuestion | undefined> {
  const row = await questions(tx)
    .where("person_id", "=", person)
    .where("asked_at", ">=", since)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && asQuestion(row);
}

/** Those of somebody's questions that became matters since a moment, however long ago they were asked; the newest first. */
export async function handedOnSince(
  tx: Tx,
  person: string,
  since: number,
): Promise<readonly AskedQuestion[]> {
  const rows = await questions(tx)
    .where("person_id", "=", person)
    .where("judged_at", ">=", since)
    .where("ticket_number", "is not", null)
    .orderBy("id", "desc")
    .execute();
  return rows.map(asQuestion);
}

/** Something was learnt of a passage's policy: searches made before do not know it. The same key twice is one. */
export async function noteLearnt(
  tx: Tx,
  policy: number,
  { actor, key }: { readonly actor: string; readonly key: string },
  now: number,
): Promise<void> {
  await tx
    .insertInto("policy_event")
    .values({ policy_id: policy, kind: "learnt", actor_id: actor, at: now, data: "{}", source_key: key })
    .onConflict((conflict) => conflict.columns(["policy_id", "kind", "source_key"]).doNothing())
    .execute();
}
