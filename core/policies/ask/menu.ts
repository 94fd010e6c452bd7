import type { Saying } from "../../dialogue/index.ts";
import { verbatim, type Text } from "../../language/index.ts";
import { headline } from "../../tickets/index.ts";
import { readingShown } from "../model.ts";
import { askTexts as say } from "../texts/ask.ts";
import type { Matter } from "./shown.ts";
import type { QuestionId } from "./store.ts";

const mostOffered = 3;

/** The likely ones as a menu, with a way out; what is picked is the right answer to the question. */
export function menuOf(question: QuestionId, likely: readonly Matter[], text: Text): Saying {
  const none = { label: say.noneOfThese, token: `/policies q${question} none` };
  return { text, choices: [...optionsOf(question, "p", likely.slice(0, mostOffered)), none] };
}

/** Passages as buttons: "p" picks the right one, "r" only reads on. */
export function optionsOf(question: QuestionId, verb: "p" | "r", matters: readonly Matter[]) {
  return matters.map(({ policy, passage }) => ({
    label: verbatim(nameOf({ policy, passage })),
    token: `/policies q${question} ${verb}${passage.id}`,
  }));
}

const namedBy = 20;

/** What a passage is called in a line: its own plain words, and in brackets where they stand. */
export function nameOf({ policy, passage }: Matter): string {
  const words = readingShown(passage)?.words ?? passage.words;
  const [sentence = words] = words.split(/[。；]/u);
  return `${headline(sentence, namedBy)}（${policy.title}）`;
}
