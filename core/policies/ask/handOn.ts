import type { Saying } from "../../dialogue/index.ts";
import { fold } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import { day } from "../../time/index.ts";
import { fileMatter, isOver, ticketByNumber } from "../../tickets/index.ts";
import { askTexts as say } from "../texts/ask.ts";
import { homeUnit, whoAnswers } from "./shown.ts";
import { changeQuestion, handedOnSince, keepQuestion, type AskedQuestion, type QuestionId } from "./store.ts";

/** So many of a day's unanswered questions become matters by themselves; more only where she says so. */
const mostByThemselves = 3;
/** So many of somebody's questions go to a person in a day, as many as she may say about policies (core/policies/discuss). */
const mostADay = 10;

/**
 * A question that nothing published answers: it goes to whoever answers for her grid, as a matter with its own clock, and is kept
 * as a gap. Asked again while that waits it is the same matter.
 */
export async function handOn(
  acting: Acting,
  key: string,
  { words, follows }: { readonly words: string; readonly follows: QuestionId | null },
): Promise<Saying> {
  const { tx, person, now } = acting;
  const before = await stillWaiting(acting, words);
  const unit = (await homeUnit(acting)).code;
  const gap = { passage: null, state: "unanswered", score: null, topic: null } as const;
  const question = await keepQuestion(tx, key, { person: person.id, unit, words, follows, ...gap }, now);
  if (question.ticket === null && before?.ticket) {
    await changeQuestion(tx, question.id, { ticket: before.ticket }, now);
    return { text: say.askedBefore(before.ticket), choices: [progressOf(before.ticket)] };
  }
  const today = await handedOnToday(acting);
  if (question.ticket === null && today >= mostADay) return { text: say.askedMany };
  if (question.ticket === null && today >= mostByThemselves) {
    const choices = [
      { label: say.passTo(await whoAnswers(acting)), token: `/policies q${question.id} person` },
    ];
    return { text: say.manyAsked, choices };
  }
  const { number, responsible, due } = await fileQuestion(acting, question, undefined);
  return { text: say.handedOn(responsible ?? undefined, number, due), choices: deedsOn(number) };
}

/** What [问人] does: the question goes to whoever answers for her grid, with what she has read already. */
export async function askPerson(
  acting: Acting,
  question: AskedQuestion,
  title: string | undefined,
): Promise<Saying> {
  if (question.ticket !== null && (await isWaiting(acting, question.ticket)))
    return { text: say.askedBefore(question.ticket), choices: [progressOf(question.ticket)] };
  if ((await handedOnToday(acting)) >= mostADay) return { text: say.askedMany };
  const { number, responsible, due } = await fileQuestion(acting, question, title);
  return { text: say.passedOn(responsible ?? undefined, number, due), choices: deedsOn(number) };
}

/** How many matters her questions became in the last 24 hours, however long ago they were put. */
async function handedOnToday({ tx, person, now }: Acting): Promise<number> {
  const handedOn = await handedOnSince(tx, person.id, now - day);
  return new Set(handedOn.map(({ ticket }) => ticket)).size;
}

async function fileQuestion(acting: Acting, question: AskedQuestion, title: string | undefined) {
  const key = `policy question ${question.id} ${question.ticket ?? ""}`.trim();
  const words = say.matterWords(question.words, title).zh;
  const matter = { kind: "service", words, files: [], place: say.nowhere.zh } as const;
  const filed = await fileMatter(acting, key, matter);
  await changeQuestion(acting.tx, question.id, { ticket: filed.number }, acting.now);
  return filed;
}

/** The same question of hers, of this week, that somebody still has to answer. */
async function stillWaiting(acting: Acting, words: string): Promise<AskedQuestion | undefined> {
  const { tx, person, now } = acting;
  for (const question of await handedOnSince(tx, person.id, now - 7 * day))
    if (fold(question.words) === fold(words) && (await isWaiting(acting, question.ticket))) return question;
  return undefined;
}

async function isWaiting({ tx }: Acting, number: number | null): Promise<boolean> {
  const ticket = number === null ? undefined : await ticketByNumber(tx, number);
  return ticket !== undefined && !isOver(ticket);
}

function progressOf(number: number) {
  return { label: say.seeProgress, token: `/mine ${number}` };
}

function deedsOn(number: number) {
  return [progressOf(number), { label: say.takeBack, token: `/mine ${number} withdraw` }];
}
