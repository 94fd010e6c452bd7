import { isIntent, verbatim, type Text } from "../../core/language/index.ts";
import { knowledgeOf, type Subject, type Task } from "../../core/learning/index.ts";
import type { Tx } from "../../core/store/index.ts";
import { kindOf, kindSubject } from "../../core/tickets/index.ts";
import { intentSubject } from "../understanding/knowledge.ts";
import { intentNames } from "../understanding/texts.ts";

/** Something this program learns to guess, and how people call it. */
export interface LearntSubject {
  readonly task: Task;
  readonly subject: Subject;
  readonly title: Text;
  readonly nameOf: (label: string) => Text;
}

/** Everything this program learns to guess. */
export const learntSubjects: readonly LearntSubject[] = [
  {
    task: kindSubject.task,
    subject: kindSubject,
    title: { zh: "事项类别", en: "kinds of matters" },
    nameOf: (label) => kindOf(label),
  },
  {
    task: intentSubject.task,
    subject: intentSubject,
    title: { zh: "头一句话想要什么", en: "what first sentences are after" },
    nameOf: (label) => (isIntent(label) ? intentNames[label] : verbatim(label)),
  },
];

export function subjectOf(task: string): LearntSubject | undefined {
  return learntSubjects.find((subject) => subject.task === task);
}

/** Reads or makes what serves, so that the first guess need not. */
export async function prepareKnowledge(tx: Tx): Promise<void> {
  for (const { subject } of learntSubjects) await knowledgeOf(tx, subject);
}
