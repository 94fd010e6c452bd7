import type { Text } from "../../core/language/index.ts";
import type { Subject } from "../../core/learning/index.ts";
import { kindOf, kindSubject } from "../../core/tickets/index.ts";

/** Something this program learns to guess, and how people call it. */
export interface LearntSubject extends Subject {
  readonly title: Text;
  readonly nameOf: (label: string) => Text;
}

/** Everything this program learns to guess. */
export const learntSubjects: readonly LearntSubject[] = [
  { ...kindSubject, title: { zh: "事项类别", en: "kinds of matters" }, nameOf: (label) => kindOf(label) },
];

export function subjectOf(task: string): LearntSubject | undefined {
  return learntSubjects.find((subject) => subject.task === task);
}
