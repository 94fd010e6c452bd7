import { join, normalise, simplify, type Text } from "../../language/index.ts";
import type { Passage, Aspect } from "../model.ts";
import { passagesOf } from "../store.ts";
import { askTexts as say } from "../texts/ask.ts";
import { judgedByBirth, judgedByWords, relatedTo } from "./age.ts";
import { handOn } from "./handOn.ts";
import { menuOf } from "./menu.ts";
import { asksAge, followUpIn, isPersonal, mentions, surenessOf, type FollowUp } from "./model.ts";
import { said, type Outcome } from "./outcome.ts";
import {
  answerOf,
  findMatters,
  homeUnit,
  matterOf,
  onePerPolicy,
  whoToAsk,
  type Asking,
  type FoundMatter,
  type Matter,
} from "./shown.ts";
import {
  keepQuestion,
  questionById,
  type AskedQuestion,
  type QuestionId,
  type QuestionState,
} from "./store.ts";

/** Words as the rules read them: one width, simplified, in small letters. */
export function asRead(words: string): string {
  return simplify(normalise(words)).toLowerCase();
}

/** A question as it was put. */
interface Put {
  /** The same twice is one question. */
  readonly key: string;
  readonly words: string;
  /** An earlier question of hers that it goes on from. */
  readonly follows: QuestionId | null;
}

/**
 * Answers a question in somebody's own words: with the passage, with a menu of the likely ones, or by handing it to whoever
 * answers for her grid.
 */
export async function askPolicy(asking: Asking, put: Put): Promise<Outcome> {
  const earlier = put.follows === null ? undefined : await ownQuestion(asking, put.follows);
  const base = earlier && (await shownFor(asking, earlier));
  const goesOn = base && followUpIn(asRead(put.words));
  return goesOn ? goOn(asking, put, base, goesOn) : answerAnew(asking, put, put.words);
}

/** A question of hers; nobody else's. */
export async function ownQuestion(asking: Asking, id: QuestionId): Promise<AskedQuestion | undefined> {
  const question = await questionById(asking.tx, id);
  return question?.person === asking.person.id ? question : undefined;
}

/** The passage she read last in answer to a question. */
export async function shownFor(asking: Asking, question: AskedQuestion): Promise<Matter | undefined> {
  const id = question.right ?? question.passage;
  return id === null || question.state === "offered" ? undefined : matterOf(asking, id);
}

/** How she answers with her age, or does not. */
export async function answerInAge(asking: Asking, id: QuestionId, born: string | null): Promise<Outcome> {
  const question = await ownQuestion(asking, id);
  const matter = question && (await shownFor(asking, question));
  return question && matter ? judgedByBirth(asking, question, matter, born) : said(say.noSuchQuestion);
}

/** @param sought what is looked for: her words, with the subject of what she asked before where they have none. */
async function answerAnew(asking: Asking, put: Put, sought: string): Promise<Outcome> {
  const found = await findMatters(asking, sought);
  const [best] = found;
  const sureness = surenessOf(found.map(({ score, policy }) => ({ score, policy: policy.id })));
  if (!best || sureness === "nothing") return said(await handOn(asking, put.key, put));
  if (sureness === "sure") return answerWith(asking, put, best, relatedTo(found, best.policy.id).length);
  const question = await keep(asking, put, "offered", best);
  return said(menuOf(question.id, onePerPolicy(found), say.whichOne));
}

async function answerWith(
  asking: Asking,
  put: Put,
  matter: Matter,
  related: number,
  lead?: Text,
): Promise<Outcome> {
  const question = await keep(asking, put, "answered", matter);
  const isAboutAge = asksAge(matter.passage.conditions) && isPersonal(asRead(put.words));
  if (isAboutAge) return judgedByWords(asking, question, { matter, related });
  return said(await answerOf(asking, question.id, matter, { related, ...(lead && { lead }) }));
}

async function keep(
  asking: Asking,
  { key, words, follows }: Put,
  state: QuestionState,
  matter: Matter & Partial<Pick<FoundMatter, "score">>,
): Promise<AskedQuestion> {
  const { tx, person, now } = asking;
  const unit = (await homeUnit(asking)).code;
  const { policy, passage, score = null } = matter;
  const question = { person: person.id, unit, words, follows, state, score, topic: policy.topic };
  return keepQuestion(tx, key, { ...question, passage: passage.id }, now);
}

// -------------------------------------------------------------- follow-up

/** What she goes on to ask keeps its subject; a subject of its own that is found for sure breaks it. */
async function goOn(
  asking: Asking,
  put: Put,
  base: Matter,
  { aspect, hasSubject }: FollowUp,
): Promise<Outcome> {
  if (hasSubject) {
    const own = await findMatters(asking, put.words);
    const isSure = surenessOf(own.map(({ score, policy }) => ({ score, policy: policy.id }))) === "sure";
    return answerAnew(asking, put, isSure ? put.words : `${base.policy.title} ${put.words}`);
  }
  if (aspect === undefined) return answerWith(asking, put, base, 0, say.sameAsBefore);
  const passage = await passageAbout(asking, base, put.words, aspect);
  if (passage) return answerWith(asking, put, { policy: base.policy, passage }, 0);
  const question = await keep(asking, put, "unanswered", base);
  const text = say.notSaid(base.policy.title, aspect, await whoToAsk(asking, base.policy));
  const person = { label: say.askPerson, token: `/policies q${question.id} person` };
  const whole = { label: say.wholeText, token: `/policies ${base.policy.id} a${base.passage.position}` };
  return said({ text, choices: [person, whole] });
}

/** What a policy says about materials, money, and so on; first where somebody marked it, then beside what she has read. */
async function passageAbout(
  asking: Asking,
  { policy, passage }: Matter,
  words: string,
  aspect: Aspect,
): Promise<Passage | undefined> {
  const passages = await passagesOf(asking.tx, policy.id);
  const marked = passages.find((one) => one.aspect === aspect);
  if (marked) return marked;
  if (mentions(aspect, wholeOf(passage))) return passage;
  const found = await findMatters(asking, `${policy.title} ${words}`, 30);
  const saying = found.find((one) => one.policy.id === policy.id && mentions(aspect, wholeOf(one.passage)));
  return saying?.passage;
}

function wholeOf({ words, reading }: Passage): string {
  return join([
    { zh: words, en: "" },
    { zh: reading?.words ?? "", en: "" },
  ]).zh;
}
