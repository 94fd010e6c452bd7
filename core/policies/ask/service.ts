import { ageOn, findAge, findBirth, join, type Text } from "../../language/index.ts";
import { minute } from "../../time/index.ts";
import { readingShown, standingOn, type Passage, type Aspect } from "../model.ts";
import { passagesOf } from "../store.ts";
import { askTexts as say } from "../texts/ask.ts";
import { asRead } from "./asRead.ts";
import { judgedByBirth, judgedByWords, relatedTo } from "./age.ts";
import { handOn } from "./handOn.ts";
import { menuOf, optionsOf } from "./menu.ts";
import {
  aspectIn,
  asksAge,
  asksForSomebody,
  elderFrom,
  followUpIn,
  isAboutAge,
  mentions,
  nearBest,
  nearestLimit,
  subjectOf,
  surenessOf,
  type Candidate,
  type FollowUp,
  type Sureness,
} from "./model.ts";
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
  lastQuestion,
  questionById,
  type AskedQuestion,
  type QuestionId,
  type QuestionState,
} from "./store.ts";

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
  const read = asRead(put.words);
  const goesOn = followUpIn(read);
  if (!goesOn) return subjectOf(read) === "" ? said(say.aboutWhat) : answerAnew(asking, put, put.words);
  const earlier = await wentBefore(asking, put);
  const base = earlier && (await shownFor(asking, earlier));
  if (base) return goOn(asking, { ...put, follows: earlier.id }, base, goesOn);
  return goesOn.hasSubject ? answerAnew(asking, put, put.words) : said(say.aboutWhat);
}

/** After this a question is about nothing that was said before. */
const goesOnFor = 15 * minute;

/** The question that words go on from: the one that is named, or her last one of the last quarter of an hour. */
export async function wentBefore(
  asking: Asking,
  { follows }: Pick<Put, "follows">,
): Promise<AskedQuestion | undefined> {
  if (follows !== null) return ownQuestion(asking, follows);
  return lastQuestion(asking.tx, asking.person.id, asking.now - goesOnFor);
}

/** A question of hers; nobody else's. */
export async function ownQuestion(asking: Asking, id: QuestionId): Promise<AskedQuestion | undefined> {
  const question = await questionById(asking.tx, id);
  return question?.person === asking.person.id ? question : undefined;
}

/** The passage she read last in answer to a question; none where that was not what she meant. */
export async function shownFor(asking: Asking, question: AskedQuestion): Promise<Matter | undefined> {
  const id = question.right ?? question.passage;
  return id === null || question.state === "missed" ? undefined : matterOf(asking, id);
}

/** How she answers with her age, or does not. */
export async function answerInAge(asking: Asking, id: QuestionId, born: string | null): Promise<Outcome> {
  const question = await ownQuestion(asking, id);
  const matter = question && (await shownFor(asking, question));
  return question && matter ? judgedByBirth(asking, question, matter, born) : said(say.noSuchQuestion);
}

/** Is there an answer to these words, a menu, or anything but a person? */
export async function isAnswered(asking: Asking, words: string): Promise<boolean> {
  const read = asRead(words);
  const aged = await forAge(asking, words);
  if (subjectOf(read) === "" || (aged && isAboutAge(read, aged.because))) return true;
  return surenessIn(await findMatters(asking, words), words) !== "nothing";
}

/** @param sought what is looked for: her words, with the subject of what she asked before where they have none. */
async function answerAnew(asking: Asking, put: Put, sought: string): Promise<Outcome> {
  const aged = await forAge(asking, put.words);
  if (aged && isAboutAge(asRead(put.words), aged.because)) return answerWith(asking, put, aged, 0);
  const found = await findMatters(asking, sought);
  const [best] = found;
  const sureness = surenessIn(found, sought);
  if (!best || sureness === "nothing") return said(await handOn(asking, put.key, put));
  if (sureness === "sure") {
    const matter = inAspect(found, best, aspectIn(asRead(put.words)));
    return answerWith(asking, put, matter, relatedTo(found, best.policy.id).length);
  }
  const question = await keep(asking, put, "offered", best);
  return said(menuOf(question.id, likelyIn(found), say.whichOne));
}

/** Of the passages found in the same policy the one that is marked for what is asked, or else says something about it. */
function inAspect(found: readonly FoundMatter[], best: FoundMatter, aspect: Aspect | undefined): FoundMatter {
  if (aspect === undefined || best.isLearnt || best.passage.aspect === aspect) return best;
  const beside = found.filter(({ policy }) => policy.id === best.policy.id);
  const says = (one: FoundMatter): boolean => mentions(aspect, wholeOf(one.passage));
  return beside.find(({ passage }) => passage.aspect === aspect) ?? beside.find(says) ?? best;
}

/** One passage of each policy that comes near the best one. */
export function likelyIn(found: readonly FoundMatter[]): readonly FoundMatter[] {
  const least = (found[0]?.score ?? 0) * nearBest;
  return onePerPolicy(found).filter(({ score, isLearnt }, at) => at === 0 || isLearnt || score >= least);
}

function candidateOf({ policy, ...one }: FoundMatter): Candidate {
  return { ...one, policy: policy.id };
}

/** How sure it is that the best of what was found answers these words. */
export function surenessIn(found: readonly FoundMatter[], words: string): Sureness {
  return surenessOf(asRead(words), found.map(candidateOf));
}

/** What is asked for somebody of a certain age: a passage with a limit near it. */
async function forAge(asking: Asking, words: string): Promise<FoundMatter | undefined> {
  const aspect = aspectIn(asRead(words));
  const isAboutIt = aspect === undefined || aspect === "money" || aspect === "who";
  const years = isAboutIt ? yearsIn(asking, words) : undefined;
  if (years === undefined || years < elderFrom) return undefined;
  const found = await findMatters(asking, `${words} ${say.elder.zh}`);
  return nearestLimit(
    found.map((one) => ({ ...one, conditions: one.passage.conditions })),
    years,
  );
}

function yearsIn({ now, calendar }: Asking, words: string): number | undefined {
  const today = calendar.zone.dateOf(now);
  const birth = findBirth(words, { today, aboutYears: 80 });
  return birth ? ageOn(birth, today).most : findAge(words);
}

async function answerWith(
  asking: Asking,
  put: Put,
  matter: Matter,
  related: number,
  lead?: Text,
): Promise<Outcome> {
  const question = await keep(asking, put, "answered", matter);
  const decidesAge = asksAge(matter.passage.conditions) && asksForSomebody(asRead(put.words));
  if (decidesAge) return judgedByWords(asking, question, { matter, related });
  await wantPlainWords(asking, put, matter);
  return said(await answerOf(asking, question.id, matter, { related, ...(lead && { lead }) }));
}

/** What nobody has put into plain words yet may follow in a model's, checked; never of what does not hold today. */
async function wantPlainWords(
  { retelling, calendar, now }: Asking,
  { key, words }: Put,
  { policy, passage }: Matter,
): Promise<void> {
  const isInForce = standingOn(policy, calendar.zone.dateOf(now)) === "in_force";
  if (!isInForce || readingShown(passage)) return;
  const title = `《${policy.title}》${passage.article ?? ""}`;
  await retelling.want({ key: `policy ${key}`, question: words, passages: [{ title, text: passage.words }] });
}

/** Keeps a question with what was shown for it. */
export async function keep(
  asking: Asking,
  { key, words, follows }: Put,
  state: QuestionState,
  matter: Matter & Partial<Pick<FoundMatter, "score">>,
): Promise<AskedQuestion> {
  const { tx, person, now } = asking;
  const unit = (await homeUnit(asking)).code;
  const { policy, passage, score = null } = matter;
  const question = { person: person.id, unit, words, follows, state, score, topic: policy.topic };
  const shown = state === "offered" ? null : passage.id;
  return keepQuestion(tx, key, { ...question, passage: shown }, now);
}

// -------------------------------------------------------------- follow-up

/** What she goes on to ask keeps its subject; a subject of its own that is found for sure breaks it. */
async function goOn(
  asking: Asking,
  put: Put,
  base: Matter,
  { aspect, hasSubject, isPersonal }: FollowUp,
): Promise<Outcome> {
  if (hasSubject) {
    const own = await findMatters(asking, put.words);
    const isSure = surenessIn(own, put.words) === "sure";
    return answerAnew(asking, put, isSure ? put.words : `${base.policy.title} ${put.words}`);
  }
  if (aspect === undefined && !isPersonal) return more(asking, put, base);
  if (aspect === undefined) return answerWith(asking, put, base, 0, say.sameAsBefore);
  const passage = await passageAbout(asking, base, put.words, aspect);
  const isSame = passage?.id === base.passage.id;
  const matter = passage && { policy: base.policy, passage };
  if (matter) return answerWith(asking, put, matter, 0, isSame ? say.stillThis : undefined);
  const question = await keep(asking, put, "unanswered", base);
  const text = say.notSaid(base.policy.title, aspect, await whoToAsk(asking, base.policy));
  const person = { label: say.askPerson, token: `/policies q${question.id} person` };
  const whole = { label: say.wholeText, token: `/policies ${base.policy.id} a${base.passage.position}` };
  return said({ text, choices: [person, whole] });
}

/** 「还有吗」: what other policies have about the same. */
async function more(asking: Asking, put: Put, base: Matter): Promise<Outcome> {
  const others = relatedTo(await findMatters(asking, base.policy.title), base.policy.id);
  if (others.length === 0) return answerWith(asking, put, base, 0, say.stillThis);
  const question = await keep(asking, put, "answered", base);
  return said({ text: say.relatedHead, choices: optionsOf(question.id, "r", others) });
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
  const found = await findMatters(asking, `${policy.title} ${words}`, { limit: 30 });
  const saying = found.find((one) => one.policy.id === policy.id && mentions(aspect, wholeOf(one.passage)));
  return saying?.passage;
}

function wholeOf({ words, reading }: Passage): string {
  return join([
    { zh: words, en: "" },
    { zh: reading?.words ?? "", en: "" },
  ]).zh;
}
