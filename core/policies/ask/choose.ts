import { begin, type Begin, type Reply } from "../../dialogue/index.ts";
import { recognise } from "../../language/index.ts";
import { unclear } from "../../tickets/index.ts";
import { aspects, type Aspect } from "../model.ts";
import { askTexts as say } from "../texts/ask.ts";
import { judgedByWords, relatedCount, relatedTo, soughtBy } from "./age.ts";
import { askPerson } from "./handOn.ts";
import { menuOf, optionsOf } from "./menu.ts";
import type { Outcome } from "./outcome.ts";
import { askPolicy, keep, likelyIn, ownQuestion, shownFor } from "./service.ts";
import { answerOf, findMatters, matterOf, whoAnswers, type Asking, type Matter } from "./shown.ts";
import { changeQuestion, noteLearnt, type AskedQuestion } from "./store.ts";
import { checkAge } from "./checkAge.flow.ts";

type Said = Reply | Begin;

/** What a press under an answer or a menu means: `p34` picks a passage, `r34` reads one, `wrong`, `none`, `other`, `more`, `person`, `materials` … */
export async function pressed(asking: Asking, id: number, verb: string, key: string): Promise<Said> {
  const question = await ownQuestion(asking, id);
  if (!question) return say.noSuchQuestion;
  const [, letter, digits] = /^([pr])(\d{1,9})$/.exec(verb) ?? [];
  if (letter !== undefined)
    return onPassage(asking, question, { isPick: letter === "p", id: Number(digits) }, key);
  const aspect = aspects.find((one) => one === verb);
  if (aspect) return onAspect(asking, question, aspect, key);
  const deeds: Readonly<Record<string, () => Promise<Said>>> = {
    wrong: () => wrong(asking, question, key),
    none: () => none(asking, question),
    other: () => noQuestion(asking, question),
    more: () => more(asking, question),
    person: async () => askPerson(asking, question, (await shownFor(asking, question))?.policy.title),
  };
  return (await deeds[verb]?.()) ?? say.noSuchQuestion;
}

async function onPassage(
  asking: Asking,
  question: AskedQuestion,
  { isPick, id }: { readonly isPick: boolean; readonly id: number },
  key: string,
): Promise<Said> {
  const matter = await matterOf(asking, id);
  if (!matter) return say.noSuchQuestion;
  if (!isPick || question.isClosed) return readOn(asking, question, matter, key);
  const { tx, now, person } = asking;
  await changeQuestion(tx, question.id, { state: "answered", passage: id, right: id }, now);
  await noteLearnt(tx, matter.policy.id, { actor: person.id, key }, now);
  const picked = { ...question, state: "answered", passage: id, right: id } as const;
  const related = await relatedCount(asking, question, matter);
  return spokenOf(await judgedByWords(asking, picked, { matter, related }));
}

/** What she reads beside the answer is what she goes on to ask about; it says nothing of what the right answer was. */
async function readOn(
  asking: Asking,
  { id, words }: AskedQuestion,
  matter: Matter,
  key: string,
): Promise<Said> {
  const put = { key, words, follows: id };
  const { id: read } = await keep(asking, put, "answered", matter);
  return answerOf(asking, read, matter);
}

/** An outcome as a command says it: a date of birth is asked for by a talk. */
export function spokenOf(outcome: Outcome): Said {
  if (outcome.kind === "said") return outcome.reply;
  const { question, asks } = outcome;
  return begin(checkAge, { question, asks });
}

async function onAspect(asking: Asking, question: AskedQuestion, aspect: Aspect, key: string): Promise<Said> {
  return spokenOf(await askPolicy(asking, { key, words: say.aspects[aspect].zh, follows: question.id }));
}

/** 「不是我要的」: what was shown is none, and the next likely ones are put. */
async function wrong(asking: Asking, question: AskedQuestion, key: string): Promise<Said> {
  const shown = await shownFor(asking, question);
  const { tx, now, person } = asking;
  await disown(asking, question, "missed");
  if (question.right !== null && shown) await noteLearnt(tx, shown.policy.id, { actor: person.id, key }, now);
  const found = await findMatters(asking, soughtBy(question, shown));
  const others = found.filter(({ passage }) => passage.id !== shown?.passage.id);
  const likely = likelyIn(others);
  return likely.length > 0 ? menuOf(question.id, likely, say.nextOnes) : none(asking, question);
}

async function disown(
  { tx, now }: Asking,
  { id, isClosed }: AskedQuestion,
  state: "missed" | "unanswered",
): Promise<void> {
  if (!isClosed) await changeQuestion(tx, id, { state, right: null }, now);
}

/** 「都不是」: it is kept as a gap, and can go to a person. */
async function none(asking: Asking, question: AskedQuestion): Promise<Said> {
  await disown(asking, question, "unanswered");
  const who = await whoAnswers(asking);
  return {
    text: say.notFound(who),
    choices: [
      { label: say.passTo(who), token: `/policies q${question.id} person` },
      { label: say.askAgain, token: "/policy" },
      { label: say.noQuestion, token: `/policies q${question.id} other` },
    ],
  };
}

/** It was no question about a policy: what else her words may mean is put as a menu. */
async function noQuestion(asking: Asking, question: AskedQuestion): Promise<Said> {
  await disown(asking, question, "missed");
  const given = { likely: recognise(question.words).likely, wrong: "policy" } as const;
  return begin(unclear, given, { type: "text", text: question.words });
}

/** 「还有 2 条相关」 */
async function more(asking: Asking, question: AskedQuestion): Promise<Said> {
  const shown = await shownFor(asking, question);
  const others = shown
    ? relatedTo(await findMatters(asking, soughtBy(question, shown)), shown.policy.id)
    : [];
  if (others.length > 0) return { text: say.relatedHead, choices: optionsOf(question.id, "r", others) };
  return shown ? answerOf(asking, question.id, shown) : none(asking, question);
}
