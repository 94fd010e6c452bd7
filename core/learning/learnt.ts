import type { Tx } from "../store/index.ts";
import { wordsToKeep, type Source, type Task } from "./model.ts";
import { putExample, removeExamplesAbout, removeExamplesOf } from "./store.ts";
import { taintModels } from "./models/store.ts";

/** Something the office itself said about words. */
export interface Lesson {
  readonly task: Task;
  readonly words: string;
  readonly label: string;
  readonly source: Source;
  /** What it was learnt from, such as "category ticket 1024": the same again takes its place. */
  readonly key: string;
  readonly at: number;
  /** What it is about, such as "ticket 1024". */
  readonly subject?: string;
  /** Whose words they are. */
  readonly person?: string;
  /** Where it is about. */
  readonly unit?: string;
}

/**
 * Keeps what the office said about words, as something to train with. Words that are sealed or a matter between people must
 * never come here: that is the caller's promise.
 */
export async function learnt(tx: Tx, lesson: Lesson): Promise<void> {
  const words = wordsToKeep(lesson.words);
  if (words === undefined) return;
  const { subject, person, unit } = lesson;
  await putExample(tx, { ...lesson, words, subject, person, unit });
}

/** Nothing of what somebody said is trained with any more, and no model that may hold it is gone back to. */
export async function forgetPerson(tx: Tx, person: string): Promise<void> {
  await taintModels(tx, await removeExamplesOf(tx, person));
}

/** The same for whatever was said about something, such as a matter that is sealed now. */
export async function forgetSubject(tx: Tx, subject: string): Promise<void> {
  await taintModels(tx, await removeExamplesAbout(tx, subject));
}
