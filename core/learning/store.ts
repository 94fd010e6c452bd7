import type { Tx } from "../store/index.ts";
import type { Example, Source, Task } from "./model.ts";

export interface NewExample extends Example {
  readonly task: Task;
  readonly subject: string | undefined;
  readonly person: string | undefined;
}

/** Keeps an example, one for each key; what was only left unchanged takes the place of no correction. */
export async function putExample(tx: Tx, example: NewExample): Promise<void> {
  const { key, task, words, label, source, subject, person, unit, at } = example;
  const row = {
    task,
    words,
    label,
    source,
    subject: subject ?? null,
    person_id: person ?? null,
    unit_code: unit ?? null,
    at,
  };
  await tx
    .insertInto("training_example")
    .values({ key, ...row })
    .onConflict((conflict) => {
      const update = conflict.column("key").doUpdateSet(row);
      return source === "confirmed" ? update.where("training_example.source", "=", "confirmed") : update;
    })
    .execute();
}

/** The newest examples of a task, so many at most. */
export async function examplesOf(tx: Tx, task: Task, limit: number): Promise<readonly Example[]> {
  const rows = await tx
    .selectFrom("training_example")
    .select(["key", "words", "label", "source", "unit_code", "at"])
    .where("task", "=", task)
    .orderBy("at", "desc")
    .orderBy("key")
    .limit(limit)
    .execute();
  return rows.map(asExample);
}

interface Row {
  readonly key: string;
  readonly words: string;
  readonly label: string;
  readonly source: string;
  readonly unit_code: string | null;
  readonly at: number;
}

function asExample({ unit_code: unit, source, ...rest }: Row): Example {
  return { ...rest, source: source as Source, unit: unit ?? undefined };
}

/** How many corrections there were since a moment, and how often a guess was left as it was. */
export async function countSince(
  tx: Tx,
  task: Task,
  since: number,
): Promise<{ readonly corrections: number; readonly confirmed: number }> {
  const rows = await tx
    .selectFrom("training_example")
    .select(({ fn }) => ["source", fn.countAll<number>().as("count")] as const)
    .where("task", "=", task)
    .where("at", ">=", since)
    .groupBy("source")
    .execute();
  const of = (isConfirmed: boolean): number =>
    rows
      .filter(({ source }) => (source === "confirmed") === isConfirmed)
      .reduce((sum, { count }) => sum + count, 0);
  return { corrections: of(false), confirmed: of(true) };
}

/** How many corrections there were since a moment. */
export async function correctionsSince(tx: Tx, task: Task, since: number): Promise<number> {
  return (await countSince(tx, task, since)).corrections;
}

/** The examples with these keys that are still kept. */
export async function examplesNamed(tx: Tx, keys: readonly string[]): Promise<readonly Example[]> {
  if (keys.length === 0) return [];
  const rows = await tx
    .selectFrom("training_example")
    .select(["key", "words", "label", "source", "unit_code", "at"])
    .where("key", "in", keys)
    .execute();
  return rows.map(asExample);
}

/** Removes what was learnt before a moment. */
export async function removeExamplesBefore(tx: Tx, before: number): Promise<void> {
  await tx.deleteFrom("training_example").where("at", "<", before).execute();
}

/** Removes whatever somebody said. @returns the tasks it was for. */
export async function removeExamplesOf(tx: Tx, person: string): Promise<ReadonlySet<Task>> {
  const rows = await tx
    .deleteFrom("training_example")
    .where("person_id", "=", person)
    .returning("task")
    .execute();
  return new Set(rows.map(({ task }) => task));
}

/** Removes whatever is about something. @returns the tasks it was for. */
export async function removeExamplesAbout(tx: Tx, subject: string): Promise<ReadonlySet<Task>> {
  const rows = await tx
    .deleteFrom("training_example")
    .where("subject", "=", subject)
    .returning("task")
    .execute();
  return new Set(rows.map(({ task }) => task));
}
