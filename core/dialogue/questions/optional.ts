import type { Question } from "../question.ts";

/** The same question, but 跳过 answers it with null. */
export function optional<T>(question: Question<T>): Question<T | null> {
  return { ...question, optional: true };
}
