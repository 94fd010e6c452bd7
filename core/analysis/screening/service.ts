import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import { findingOn, subjectToWrite, withoutTellers } from "../topic/service.ts";
import type { Refusal, SubjectSaid } from "../hot/weeks.ts";
import type { Verdict } from "../model.ts";
import { say } from "../texts.ts";
import { keepScreening } from "./store.ts";

/** What is to be looked into, or why it is not hers. */
export async function screenable(
  acting: Acting,
  said: SubjectSaid,
): Promise<{ readonly finding: Text } | Refusal> {
  const subject = await subjectToWrite(acting, said);
  if ("refused" in subject) return subject;
  return { finding: await findingOn(acting, subject, [acting.person.id]) };
}

/** Notes what a topic was found to be, without the names of those who told of it. */
export async function screen(
  acting: Acting,
  said: SubjectSaid,
  found: { readonly verdict: Verdict; readonly words: string },
): Promise<Reply> {
  const subject = await subjectToWrite(acting, said);
  if ("refused" in subject) return subject.refused;
  const { tx, now, person } = acting;
  const words = await withoutTellers(tx, subject, found.words);
  await keepScreening(tx, subject, { verdict: found.verdict, words, by: person.id, now });
  return say.screening.kept;
}
