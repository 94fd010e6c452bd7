import type { Choice, Reply } from "../../dialogue/index.ts";
import { join, type Text } from "../../language/index.ts";
import { unitByCode } from "../../org/index.ts";
import { calledName, can, nag, personById, tell, unitsWhere, type Acting } from "../../people/index.ts";
import { day } from "../../time/index.ts";
import { readablePolicy } from "../browse/service.ts";
import { withoutNumbers } from "../ask/model.ts";
import type { Policy } from "../model.ts";
import { newestOf } from "../model.ts";
import { versionsOf } from "../store.ts";
import { browseTexts } from "../texts/browse.ts";
import { discussTexts as say } from "../texts/discuss.ts";
import { pageOf } from "../browse/model.ts";
import * as store from "./store.ts";

/** An expected "no", with the sentence for the person. */
export interface Refusal {
  readonly refused: Text;
}

/** More than so many a day is no talk any more. */
const mostADay = 10;

/** May somebody lead what is said on a policy, open a discussion and sum it up? Those of the unit where it holds. */
async function mayLead(acting: Acting, { unit }: Pick<Policy, "unit">): Promise<boolean> {
  const found = await unitByCode(acting.tx, unit);
  return found !== undefined && can(acting.person.memberships, "policy.host", found);
}

/** May somebody answer and hide a comment? Also those of the unit where whoever made it lives. */
async function mayAnswer(acting: Acting, policy: Policy, { person }: store.PolicyComment): Promise<boolean> {
  if (await mayLead(acting, policy)) return true;
  const author = await personById(acting.tx, person);
  return author?.grid ? mayLead(acting, { unit: author.grid }) : false;
}

/** Does somebody speak for an office on policies? */
function isOfOffice({ person }: Acting): boolean {
  return unitsWhere(person.memberships, "policy.host").length > 0;
}

/** What people say on a policy, the newest first, each with its answers. */
export async function talkView(acting: Acting, id: number, wanted: number): Promise<Reply> {
  const policy = await readablePolicy(acting, id);
  if (!policy) return browseTexts.noSuchPolicy;
  const { tx } = acting;
  const page = pageOf(await store.threadsOf(tx, policy.root), wanted);
  const answers = await store.answersTo(
    tx,
    page.lines.map((comment) => comment.id),
  );
  const lines: Text[] = [...(await discussionLines(acting, policy))];
  for (const comment of page.lines) {
    lines.push(await commentLine(acting, comment));
    for (const answer of answers.filter(({ parent }) => parent === comment.id))
      lines.push(await answerLine(acting, answer));
  }
  const head = page.lines.length > 0 ? say.head(policy.title) : say.none(policy.title);
  const to = `/policies ${id} talk`;
  const turns: readonly Choice[] = [
    ...(page.hasPrevious ? [{ label: browseTexts.previousPage, token: `${to} ${page.number - 1}` }] : []),
    ...(page.hasNext ? [{ label: browseTexts.nextPage, token: `${to} ${page.number + 1}` }] : []),
  ];
  return { text: join([head, ...lines]), choices: [...(await deedsOn(acting, policy)), ...turns] };
}

async function discussionLines(acting: Acting, policy: Policy): Promise<readonly Text[]> {
  const discussion = await store.newestDiscussion(acting.tx, policy.root);
  if (!discussion) return [];
  const host = await nameOf(acting, discussion.host);
  return [
    say.question(host, discussion.question),
    ...(discussion.summary === null ? [] : [say.summary(discussion.summary)]),
  ];
}

async function nameOf({ tx }: Acting, id: string): Promise<string> {
  const person = await personById(tx, id);
  return person ? calledName(person) : "";
}

async function commentLine(acting: Acting, comment: store.PolicyComment): Promise<Text> {
  if (comment.hiddenWhy !== null) return say.hidden(comment.hiddenWhy);
  const date = acting.calendar.dayOf(comment.at, acting.now);
  return say.comment(await nameOf(acting, comment.person), date, withoutNumbers(comment.words));
}

async function answerLine(acting: Acting, answer: store.PolicyComment): Promise<Text> {
  if (answer.hiddenWhy !== null) return say.hidden(answer.hiddenWhy);
  const name = await nameOf(acting, answer.person);
  const words = withoutNumbers(answer.words);
  return answer.isOfficial ? say.official(name, words) : say.reply(name, words);
}

async function deedsOn(acting: Acting, policy: Policy): Promise<readonly Choice[]> {
  const press = (verb: string): string => `/policies ${policy.id} ${verb}`;
  const own = [{ label: say.sayOne, token: press("say") }];
  if (!isOfOffice(acting)) return own;
  const managed = [...own, { label: say.manage, token: press("host") }];
  if (!(await mayLead(acting, policy))) return managed;
  const discussion = await store.newestDiscussion(acting.tx, policy.root);
  const isOpen = discussion !== undefined && discussion.closedAt === null;
  return [
    ...managed,
    isOpen ? { label: say.end, token: press("end") } : { label: say.begin, token: press("begin") },
  ];
}

/** The comments as buttons, for whoever leads. */
export async function hostView(acting: Acting, id: number, wanted: number): Promise<Reply> {
  const policy = await readablePolicy(acting, id);
  if (!policy) return browseTexts.noSuchPolicy;
  if (!isOfOffice(acting)) return say.notYours;
  const hers: store.PolicyComment[] = [];
  for (const comment of await store.threadsOf(acting.tx, policy.root))
    if (comment.hiddenWhy === null && (await mayAnswer(acting, policy, comment))) hers.push(comment);
  const page = pageOf(hers, wanted);
  if (page.lines.length === 0) return say.none(policy.title);
  const choices: Choice[] = [];
  for (const comment of page.lines)
    choices.push({ label: await commentLine(acting, comment), token: `/policies c${comment.id}` });
  const to = `/policies ${id} host`;
  if (page.hasPrevious) choices.push({ label: browseTexts.previousPage, token: `${to} ${page.number - 1}` });
  if (page.hasNext) choices.push({ label: browseTexts.nextPage, token: `${to} ${page.number + 1}` });
  return { text: say.whichComment, choices };
}

/** One comment, for whoever leads. */
export async function commentView(acting: Acting, id: number): Promise<Reply> {
  const hosted = await hostedComment(acting, id);
  if ("refused" in hosted) return hosted.refused;
  const { comment } = hosted;
  const choices = [
    { label: say.answer, token: `/policies c${comment.id} answer` },
    { label: say.hide, token: `/policies c${comment.id} hide` },
  ];
  return { text: await commentLine(acting, comment), choices };
}

interface Hosted {
  readonly comment: store.PolicyComment;
  readonly policy: Policy;
}

/** A comment that can be read, and that she may answer. */
export async function hostedComment(acting: Acting, id: number): Promise<Hosted | Refusal> {
  const comment = await store.commentById(acting.tx, id);
  const newest = comment && newestOf(await versionsOf(acting.tx, comment.root));
  const policy = newest && (await readablePolicy(acting, newest.id));
  if (!comment || !policy || comment.hiddenWhy !== null) return { refused: say.noSuchComment };
  return (await mayAnswer(acting, policy, comment)) ? { comment, policy } : { refused: say.notYours };
}

/** A comment with the name of whoever made it, for the question that asks for an answer. */
export async function commentToAnswer(acting: Acting, id: number) {
  const hosted = await hostedComment(acting, id);
  if ("refused" in hosted) return hosted;
  const { comment, policy } = hosted;
  return {
    policy: policy.id,
    name: await nameOf(acting, comment.person),
    words: withoutNumbers(comment.words),
  };
}

/** May she comment on a policy now? */
export async function whyNotComment(acting: Acting, id: number): Promise<Refusal | null> {
  const policy = await readablePolicy(acting, id);
  if (!policy) return { refused: browseTexts.noSuchPolicy };
  if (isOfOffice(acting)) return null;
  const made = await store.commentsSince(acting.tx, acting.person.id, acting.now - day);
  return made >= mostADay ? { refused: say.tooMany } : null;
}

/** Says something on a policy; whoever leads is told. */
export async function postComment(acting: Acting, key: string, id: number, words: string): Promise<Reply> {
  const policy = await readablePolicy(acting, id);
  const whyNot = await whyNotComment(acting, id);
  if (!policy || whyNot) return whyNot?.refused ?? browseTexts.noSuchPolicy;
  const { tx, person, now } = acting;
  const discussion = await store.newestDiscussion(tx, policy.root);
  const open = discussion?.closedAt === null ? discussion : undefined;
  const isOfficial = isOfOffice(acting);
  const kept = { root: policy.root, parent: null, person: person.id, words, isOfficial };
  const made = await store.insertComment(tx, key, { ...kept, discussion: open?.id ?? null }, now);
  const host = open?.host ?? policy.publishedBy;
  if (made !== undefined && host !== null && host !== person.id) await tellHost(acting, policy, host, words);
  return { text: say.commented, choices: [backTo(id)] };
}

async function tellHost(acting: Acting, policy: Policy, host: string, words: string): Promise<void> {
  const open = `/policies ${policy.id} talk`;
  const text = say.newComment(policy.title, calledName(acting.person), withoutNumbers(words));
  await nag(acting, {
    key: `policy comment ${policy.root} ${acting.now} ${host}`,
    recipient: host,
    subject: `policy comments ${policy.root}`,
    rank: 1,
    line: say.newCommentLine(policy.title),
    open,
    saying: { text, choices: [{ label: say.backToTalk, token: open }] },
    isFact: true,
    passOn: "nobody",
  });
}

function backTo(id: number): Choice {
  return { label: say.backToTalk, token: `/policies ${id} talk` };
}

/** Answers a comment for the office; whoever made it is told. */
export async function answerComment(acting: Acting, key: string, id: number, words: string): Promise<Reply> {
  const hosted = await hostedComment(acting, id);
  if ("refused" in hosted) return hosted.refused;
  const { tx, person, now } = acting;
  const { policy } = hosted;
  const parent = hosted.comment.parent ?? hosted.comment.id;
  const answer = { root: policy.root, parent, person: person.id, words, isOfficial: true };
  const made = await store.insertComment(tx, key, { ...answer, discussion: null }, now);
  if (made !== undefined && hosted.comment.person !== person.id)
    await tell(
      acting,
      hosted.comment.person,
      { text: say.answerFor(policy.title, calledName(person), words), choices: [backTo(policy.id)] },
      { key: `policy comment ${made} to ${hosted.comment.person}`, lane: "reply" },
    );
  return { text: say.answered, choices: [backTo(policy.id)] };
}

/** Hides a comment, with a reason that everybody reads. */
export async function hide(acting: Acting, id: number, why: string): Promise<Reply> {
  const hosted = await hostedComment(acting, id);
  if ("refused" in hosted) return hosted.refused;
  const { policy } = hosted;
  const isHidden = await store.hideComment(acting.tx, id, { by: acting.person.id, why }, acting.now);
  if (isHidden)
    await tell(
      acting,
      hosted.comment.person,
      { text: say.hidFor(policy.title, why) },
      { key: `policy comment ${id} hidden ${hosted.comment.person}`, lane: "reply" },
    );
  return { text: say.hid, choices: [backTo(policy.id)] };
}

/** How many comments there are, for whoever is about to sum up; a refusal where no discussion of hers is open. */
export async function toSumUp(acting: Acting, id: number): Promise<{ readonly count: number } | Refusal> {
  const policy = await readablePolicy(acting, id);
  if (!policy) return { refused: browseTexts.noSuchPolicy };
  if (!(await mayLead(acting, policy))) return { refused: say.notYours };
  const discussion = await store.newestDiscussion(acting.tx, policy.root);
  return discussion?.closedAt === null
    ? { count: await store.countComments(acting.tx, policy.root) }
    : { refused: say.notOpen };
}

/** A refusal where she may not open a discussion, or one is open. */
export async function whyNotOpen(acting: Acting, id: number): Promise<Refusal | null> {
  const open = await toSumUp(acting, id);
  if (!("refused" in open)) return { refused: say.isOpen };
  return open.refused === say.notOpen ? null : open;
}

/** Asks people what they think of a policy. */
export async function openDiscussion(
  acting: Acting,
  key: string,
  id: number,
  question: string,
): Promise<Reply> {
  const whyNot = await whyNotOpen(acting, id);
  const policy = await readablePolicy(acting, id);
  if (whyNot || !policy) return whyNot?.refused ?? browseTexts.noSuchPolicy;
  const host = acting.person.id;
  await store.insertDiscussion(acting.tx, key, { root: policy.root, question, host }, acting.now);
  return { text: say.begun(question), choices: [backTo(id)] };
}

/** Sums up what was said, and ends the discussion. */
export async function sumUp(acting: Acting, id: number, summary: string): Promise<Reply> {
  const open = await toSumUp(acting, id);
  const policy = await readablePolicy(acting, id);
  if ("refused" in open || !policy) return "refused" in open ? open.refused : browseTexts.noSuchPolicy;
  const discussion = await store.newestDiscussion(acting.tx, policy.root);
  if (discussion) await store.closeDiscussion(acting.tx, discussion.id, summary, acting.now);
  return { text: say.ended, choices: [backTo(id)] };
}
