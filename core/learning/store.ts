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

/** The examples of a task, in the order of their keys. */
export async function examplesOf(tx: Tx, task: Task): Promise<readonly Example[]> {
  const rows = await tx
    .selectFrom("training_example")
    .select(["key", "words", "label", "source", "unit_code", "at"])
    .where("task", "=", task)
    .orderBy("key")
    .execute();
  return rows.map(({ unit_code: unit, source, ...rest }) => ({
    ...rest,
    source: source as Source,
    unit: unit ?? undefined,
  }));
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
