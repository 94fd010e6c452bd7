import type { Saying } from "../../core/dialogue/index.ts";
import { join, verbatim, type Text } from "../../core/language/index.ts";
import { examplesNamed, type SentenceChange, type Training } from "../../core/learning/index.ts";
import { calledName, personById, type Moment } from "../../core/people/index.ts";
import { headline } from "../../core/tickets/index.ts";
import { subjectOf, type LearntSubject } from "./subjects.ts";
import { say } from "./texts.ts";

const mostLabels = 6;
const mostSentences = 8;
/** How the key of a sentence of ours begins; the sentence follows. */
const ownSentence = "shipped ";

/** What came of a training, in one sentence; undefined while nothing did. */
export function outcomeText(training: Training): Text | undefined {
  const title = subjectOf(training.task)?.title;
  if (!title) return undefined;
  const { state, score, changes, examples } = training;
  if (state === "needless") return say.needless(title);
  if (state === "failed") return say.failed(title);
  if (!score || !changes) return undefined;
  const lost = changes.known.before - changes.known.after;
  return state === "rejected" ? say.rejected(title, score, lost) : say.taken(title, score, examples);
}

/**
 * A training with what changed: labels, and sentences that are guessed otherwise. Those are people's words: for whoever looks
 * after the whole county only.
 */
export async function trainingView(moment: Moment, training: Training): Promise<Saying> {
  const subject = subjectOf(training.task);
  const outcome = outcomeText(training);
  if (!subject || !outcome) return { text: say.noSuch(String(training.id)) };
  const text = join([
    outcome,
    ...(await madeLine(moment, training)),
    ...labelLines(subject, training),
    ...(training.changes ? await sentenceLines(moment, subject, training.changes.sentences) : []),
  ]);
  const choices = [{ label: say.undo, token: `/learning undo ${training.id}` }];
  return training.state === "current" ? { text, choices } : { text };
}

async function madeLine(moment: Moment, { askedBy, doneAt, undone }: Training): Promise<readonly Text[]> {
  if (doneAt === undefined) return [];
  const made = say.madeBy(await askerOf(moment, askedBy), moment.calendar.moment(doneAt));
  if (!undone) return [made];
  const undoer = await personById(moment.tx, undone.by);
  const who = undoer ? verbatim(calledName(undoer)) : say.someone(undone.by);
  return [made, say.undoneBy(who, moment.calendar.moment(undone.at))];
}

async function askerOf({ tx }: Moment, by: string): Promise<Text> {
  if (by === "night") return say.byNight;
  if (by === "console") return say.byConsole;
  const person = await personById(tx, by);
  return say.by(person ? calledName(person) : "");
}

function labelLines({ nameOf }: LearntSubject, { changes }: Training): readonly Text[] {
  return (changes?.labels ?? [])
    .slice(0, mostLabels)
    .map(({ label, fresh, total, before, after }) =>
      say.labelLine(nameOf(label), fresh, { before: before / total, after: after / total }),
    );
}

async function sentenceLines(
  { tx }: Moment,
  { nameOf }: LearntSubject,
  changed: readonly SentenceChange[],
): Promise<readonly Text[]> {
  const shown = changed.slice(0, mostSentences);
  const kept = await examplesNamed(
    tx,
    shown.map(({ key }) => key),
  );
  const words = new Map(kept.map((example) => [example.key, example.words]));
  const lines = shown.flatMap(({ key, label, before, after }) => {
    const said = key.startsWith(ownSentence) ? key.slice(ownSentence.length) : words.get(key);
    if (said === undefined) return [];
    const names = { before: nameOf(before), after: nameOf(after), right: nameOf(label) };
    return [say.sentence(headline(said, 20), names)];
  });
  return lines.length === 0 ? [say.noChange] : [say.sentencesHead, ...lines];
}
