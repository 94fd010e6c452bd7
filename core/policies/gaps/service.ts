import type { Choice, Reply } from "../../dialogue/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import { unitByCode } from "../../org/index.ts";
import { calledName, personById, unitsWhere, type Acting } from "../../people/index.ts";
import { day } from "../../time/index.ts";
import { eventsOf, headline, isReadable } from "../../tickets/index.ts";
import { withoutNumbers } from "../ask/model.ts";
import { nameOf } from "../ask/menu.ts";
import { asRead } from "../ask/asRead.ts";
import { findMatters, isReadableHere, matterOf, type Asking, type Matter } from "../ask/shown.ts";
import { noteLearnt } from "../ask/store.ts";
import { pageOf } from "../browse/model.ts";
import { browseTexts } from "../texts/browse.ts";
import { gapTexts as say } from "../texts/gaps.ts";
import { askedAlike, grouped, type GapGroup } from "./model.ts";
import * as store from "./store.ts";

/** An expected "no", with the sentence for the person. */
interface Refusal {
  readonly refused: Text;
}

type Group = GapGroup<store.OpenGap & { readonly said: string }>;

/** How far back the list goes. */
const listedFor = 30 * day;
const mostRead = 500;
const longestLine = 30;

/** What was asked in a unit from a moment on, and before another, and not answered, put together; each with the words as they were said, without long numbers. */
export async function groupsIn(
  { tx }: Pick<Acting, "tx">,
  path: string,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<readonly Group[]> {
  const gaps = await store.openGaps(tx, path, { from, until, limit: mostRead });
  return grouped(
    gaps.map((gap) => {
      const words = gap.title === null ? gap.words : `${gap.title} ${gap.words}`;
      return { ...gap, said: withoutNumbers(words), words: asRead(words) };
    }),
  );
}

/** From so many milliseconds ago to now. */
export function upToNow({ now }: Pick<Acting, "now">, length: number) {
  return { from: now - length, until: now + 1 };
}

/** One line for a group. */
export function lineOf({ first, people }: Group): Text {
  return say.line(headline(first.said, longestLine), people);
}

/** Every group in the units where she may link questions, once. */
async function groupsFor(acting: Acting): Promise<readonly Group[]> {
  const groups = new Map<number, Group>();
  for (const code of unitsWhere(acting.person.memberships, "policy.link")) {
    const unit = await unitByCode(acting.tx, code);
    const found = unit ? await groupsIn(acting, unit.path, upToNow(acting, listedFor)) : [];
    for (const group of found) groups.set(group.first.id, group);
  }
  return [...groups.values()];
}

/** What was not answered, as a list. */
export async function gapsView(acting: Acting, wanted: number): Promise<Reply> {
  const groups = await groupsFor(acting);
  if (groups.length === 0) return say.none;
  const page = pageOf(groups, wanted);
  const choices: Choice[] = page.lines.map((group) => ({
    label: lineOf(group),
    token: `/gaps ${group.first.id}`,
  }));
  if (page.hasPrevious)
    choices.push({ label: browseTexts.previousPage, token: `/gaps page ${page.number - 1}` });
  if (page.hasNext) choices.push({ label: browseTexts.nextPage, token: `/gaps page ${page.number + 1}` });
  return { text: say.head(groups.length), choices };
}

async function groupOf(acting: Acting, id: number): Promise<Group | Refusal> {
  const groups = await groupsFor(acting);
  return groups.find(({ gaps }) => gaps.some((gap) => gap.id === id)) ?? { refused: say.noSuch };
}

const wordsShown = 5;

/** One thing that was asked: in which words, and what a person answered, as far as she may read that. */
export async function gapView(acting: Acting, id: number): Promise<Reply> {
  const group = await groupOf(acting, id);
  if ("refused" in group) return group.refused;
  const words = Array.from(new Set(group.gaps.map(({ said }) => said))).slice(0, wordsShown);
  const lines: Text[] = [say.one(words, group.people)];
  for (const number of ticketsOf(group)) lines.push(...(await answerTo(acting, number)));
  const choices = [
    { label: say.link, token: `/gaps ${id} link` },
    { label: say.noPolicy, token: `/gaps ${id} close` },
  ];
  return { text: join(lines), choices };
}

function ticketsOf({ gaps }: Group): readonly number[] {
  return Array.from(new Set(gaps.flatMap(({ ticket }) => ticket ?? []))).slice(0, wordsShown);
}

async function answerTo(acting: Acting, number: number): Promise<readonly Text[]> {
  if (!(await isReadable(acting, number))) return [];
  const events = await eventsOf(acting.tx, number);
  const answer = events.findLast(({ kind }) => kind === "answered" || kind === "settled");
  if (!answer) return [say.waits(number)];
  const person = answer.actor === undefined ? undefined : await personById(acting.tx, answer.actor);
  return [say.answered(number, person ? calledName(person) : "", headline(answer.words, 100))];
}

/** It is about no policy: it is listed no more. */
export async function dismiss(acting: Acting, id: number): Promise<Reply> {
  const group = await groupOf(acting, id);
  if ("refused" in group) return group.refused;
  await close(acting, group.gaps, null);
  return say.closed;
}

async function close(acting: Acting, gaps: Group["gaps"], right: number | null): Promise<void> {
  const ids = gaps.map(({ id }) => id);
  await store.closeGaps(acting.tx, ids, { by: acting.person.id, right }, acting.now);
}

/** The words of a question that is to be linked. */
export async function toLink(acting: Acting, id: number): Promise<{ readonly words: string } | Refusal> {
  const group = await groupOf(acting, id);
  return "refused" in group ? group : { words: group.first.said };
}

const mostCandidates = 6;

/** The passages that words find for whoever asked, to choose from; and why none, where only others may read what they find. */
export async function candidates(asking: Asking, question: number, words: string) {
  const group = await groupOf(asking, question);
  if ("refused" in group) return group;
  const home = await unitByCode(asking.tx, group.first.unit);
  const found = await findMatters(asking, words, { limit: mostCandidates, ...(home && { home }) });
  if (found.length === 0 && (await findMatters(asking, words, { limit: 1 })).length > 0)
    return { refused: say.notReadThere };
  return found.map((matter: Matter) => ({ id: matter.passage.id, label: verbatim(nameOf(matter)) }));
}

/** What the first of these questions asks for is answered by this passage: whoever asks so again reads it. */
export async function linkTo(asking: Asking, key: string, id: number, passage: number): Promise<Reply> {
  const group = await groupOf(asking, id);
  if ("refused" in group) return group.refused;
  const home = await unitByCode(asking.tx, group.first.unit);
  const matter = await matterOf(asking, passage, home);
  if (!matter) return say.notReadThere;
  await close(asking, await readingIt(asking, askedAlike(group), matter), passage);
  await noteLearnt(asking.tx, matter.policy.id, { actor: asking.person.id, key }, asking.now);
  return say.linked(nameOf(matter));
}

/** Those who asked where the policy holds: for all others it answers nothing. */
async function readingIt(asking: Asking, gaps: Group["gaps"], { policy }: Matter): Promise<Group["gaps"]> {
  const reading = await Promise.all(
    gaps.map(async ({ unit }) => isReadableHere(asking, policy, await unitByCode(asking.tx, unit))),
  );
  return gaps.filter((_, at) => reading[at] === true);
}
