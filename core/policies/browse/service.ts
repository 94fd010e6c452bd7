import type { Choice, Reply } from "../../dialogue/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import { upwards } from "../../org/index.ts";
import { subscribe, subscriptionsOf, unsubscribe } from "../../broadcasts/index.ts";
import { personById, type Acting } from "../../people/index.ts";
import { homeUnit, isReadableHere, warnings } from "../ask/shown.ts";
import { countComments } from "../discuss/store.ts";
import {
  readingShown,
  standingOn,
  subscriptionTo,
  topics,
  type Passage,
  type Policy,
  type Topic,
} from "../model.ts";
import { passagesOf, policyById, publishedIn } from "../store.ts";
import { askTexts } from "../texts/ask.ts";
import { browseTexts as say } from "../texts/browse.ts";
import { discussTexts } from "../texts/discuss.ts";
import { topicNames } from "../texts/topics.ts";
import { pageOf, type Page } from "./model.ts";

const mostPinned = 3;

/** What 查政策 begins with: the pinned ones and the way to the topics; the ids say what `page` shows. */
export async function entry(acting: Acting) {
  const published = await readable(acting);
  const pinned = published.filter(({ isPinned }) => isPinned).slice(0, mostPinned);
  const options = [
    ...pinned.map((policy) => ({ id: `i${policy.id}`, label: line(acting, policy) })),
    ...(published.length > 0 ? [{ id: "topics", label: askTexts.byTopic }] : []),
  ];
  return { text: options.length > 0 ? askTexts.ask : askTexts.askPlain, options };
}

async function readable(acting: Acting, topic?: Topic): Promise<readonly Policy[]> {
  return publishedIn(acting.tx, upwards(await homeUnit(acting)), topic);
}

function line(acting: Acting, policy: Policy): Text {
  const isOver = standingOn(policy, acting.calendar.zone.dateOf(acting.now)) === "expired";
  const marks = [
    policy.isPinned ? say.pinnedMark : undefined,
    verbatim(policy.title),
    isOver ? say.expiredMark : undefined,
  ];
  return join(
    marks.filter((mark) => mark !== undefined),
    "",
  );
}

/** The topics that hold something, with how much. */
export async function topicsView(acting: Acting, wanted: number): Promise<Reply> {
  const published = await readable(acting);
  const held = topics
    .map((topic) => ({ topic, count: published.filter((policy) => policy.topic === topic).length }))
    .filter(({ count }) => count > 0);
  if (held.length === 0) return say.nothingPublished;
  const page = pageOf(held, wanted);
  const lines = page.lines.map(({ topic, count }) => ({
    label: say.topicLine(topicNames[topic], count),
    token: `/policies topic ${topic}`,
  }));
  const mine = { label: say.mySubscriptions, token: "/policies follows" };
  return { text: say.whichTopic, choices: [...lines, ...turns(page, "/policies topics"), mine] };
}

/** What is published on a topic, pinned ones first, then the latest. */
export async function topicView(acting: Acting, topic: Topic, wanted: number): Promise<Reply> {
  const name = topicNames[topic];
  const page = pageOf(await readable(acting, topic), wanted);
  const lines = page.lines.map((policy) => ({
    label: line(acting, policy),
    token: `/policies ${policy.id}`,
  }));
  const isFollowed = (await subscriptionsOf(acting.tx, acting.person.id)).includes(subscriptionTo(topic));
  const follow = isFollowed
    ? { label: say.unfollow(name), token: `/policies unfollow ${topic}` }
    : { label: say.follow(name), token: `/policies follow ${topic}` };
  return {
    text: lines.length > 0 ? say.inTopic(name) : say.emptyTopic(name),
    choices: [...lines, ...turns(page, `/policies topic ${topic}`), follow],
  };
}

function turns({ number, hasNext, hasPrevious }: Page<unknown>, to: string): readonly Choice[] {
  return [
    ...(hasPrevious ? [{ label: say.previousPage, token: `${to} ${number - 1}` }] : []),
    ...(hasNext ? [{ label: say.nextPage, token: `${to} ${number + 1}` }] : []),
  ];
}

/** A policy she may read. */
export async function readablePolicy(acting: Acting, id: number): Promise<Policy | undefined> {
  const policy = await policyById(acting.tx, id);
  return policy && (await isReadableHere(acting, policy)) ? policy : undefined;
}

/** A policy with its articles. */
export async function policyView(acting: Acting, id: number, wanted: number): Promise<Reply> {
  const policy = await readablePolicy(acting, id);
  if (!policy) return say.noSuchPolicy;
  const page = pageOf(await passagesOf(acting.tx, id), wanted);
  const lines = page.lines.map((passage) => ({
    label: articleLine(passage),
    token: `/policies ${id} a${passage.position}`,
  }));
  const talk = { label: await discussLabel(acting, policy), token: `/policies ${id} talk` };
  return { text: headOf(acting, policy), choices: [...lines, ...turns(page, `/policies ${id} list`), talk] };
}

async function discussLabel({ tx }: Acting, { root }: Policy): Promise<Text> {
  return discussTexts.open(await countComments(tx, root));
}

function headOf(acting: Acting, policy: Policy): Text {
  const { issuer, documentNumber, issuedOn, validUntil } = policy;
  const today = acting.calendar.zone.dateOf(acting.now);
  const isOver = standingOn(policy, today) === "expired";
  const facts = [issuer, documentNumber, issuedOn].filter((fact) => fact !== null).map(verbatim);
  return join([
    askTexts.head(policy.title, null),
    ...warnings(policy, today),
    askTexts.source([...facts, ...(policy.grade === "D" ? [askTexts.demo] : [])]),
    ...(validUntil === null || isOver ? [] : [askTexts.validUntil(validUntil)]),
  ]);
}

const lineWords = 14;

function articleLine({ article, position, words }: Passage): Text {
  const characters = Array.from(words.replaceAll(/\s+/g, " "));
  const start = characters.slice(0, lineWords).join("");
  return say.articleLine(article, position, characters.length > lineWords ? `${start}…` : start);
}

/** One article in full, with its reading. */
export async function articleView(acting: Acting, id: number, position: number): Promise<Reply> {
  const policy = await readablePolicy(acting, id);
  const passages = policy ? await passagesOf(acting.tx, id) : [];
  const passage = passages.find((one) => one.position === position);
  if (!policy || !passage) return say.noSuchPolicy;
  const reading = readingShown(passage);
  const reviewer = reading?.reviewedBy ? await personById(acting.tx, reading.reviewedBy) : undefined;
  const text = join([
    askTexts.head(policy.title, passage.article),
    ...warnings(policy, acting.calendar.zone.dateOf(acting.now)),
    verbatim(passage.words),
    ...(reading ? [say.reading(reading.words, reviewer?.name)] : []),
  ]);
  const at = (to: number): string => `/policies ${id} a${to}`;
  const hasBefore = passages.some((one) => one.position === position - 1);
  const hasAfter = passages.some((one) => one.position === position + 1);
  const choices = [
    ...(hasBefore ? [{ label: say.previousArticle, token: at(position - 1) }] : []),
    ...(hasAfter ? [{ label: say.nextArticle, token: at(position + 1) }] : []),
    { label: say.allArticles, token: `/policies ${id}` },
    { label: await discussLabel(acting, policy), token: `/policies ${id} talk` },
  ];
  return { text, choices };
}

/** Is told of new policies on a topic from now on, or not any more. */
export async function followTopic(acting: Acting, topic: Topic | "*", isWanted: boolean): Promise<Reply> {
  const { tx, person, now } = acting;
  const name = topic === "*" ? say.everything : topicNames[topic];
  if (isWanted) await subscribe(tx, person.id, subscriptionTo(topic), now);
  else await unsubscribe(tx, person.id, subscriptionTo(topic));
  const back = { label: say.mySubscriptions, token: "/policies follows" };
  return { text: isWanted ? say.followed(name) : say.unfollowed(name), choices: [back] };
}

/** What she is told of, each with a way out. */
export async function followsView(acting: Acting): Promise<Reply> {
  const subjects = await subscriptionsOf(acting.tx, acting.person.id);
  const followed = (["*", ...topics] as const).filter((topic) => subjects.includes(subscriptionTo(topic)));
  const nameOf = (topic: Topic | "*"): Text => (topic === "*" ? say.everything : topicNames[topic]);
  const choices = followed.map((topic) => ({
    label: say.unfollow(nameOf(topic)),
    token: `/policies unfollow ${topic}`,
  }));
  const all = { label: say.follow(say.everything), token: "/policies follow *" };
  const topicsOn = { label: say.allTopics, token: "/policies topics" };
  return {
    text: say.following(followed.map(nameOf)),
    choices: [...choices, ...(followed.includes("*") ? [] : [all]), topicsOn],
  };
}
