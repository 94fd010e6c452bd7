import type { Body } from "../channel/index.ts";
import { begin, filesIn, materialOf, wordsIn, type Reply } from "../dialogue/index.ts";
import {
  asksHowItStands,
  clean,
  fold,
  isNo,
  isYes,
  meaningOf,
  simplify,
  withDigits,
} from "../language/index.ts";
import type { Acting } from "../people/index.ts";
import { saidAfterwards } from "./aftercare/said.ts";
import { answer as answerFlow } from "./respond/answer.flow.ts";
import { mine, type Said } from "./mine.ts";
import { isOver, mayAct, mayRate, type Ticket } from "./model.ts";
import { answeredReply } from "./respond/replies.ts";
import { ratingChoices } from "./choices.ts";
import { doneReply } from "./desk/deeds.ts";
import { help } from "./desk/joint.ts";
import { isAssisting, isInOffice } from "./desk/office.ts";
import { isReceipt, receivedVerb } from "./respond/model.ts";
import { actable, addToSettled, answer } from "./respond/service.ts";
import { isOwn, isStaff, permitted, readable, type Enclosure } from "./service.ts";
import { followedBy } from "./same/store.ts";
import { reportedBy, ticketByNumber } from "./store.ts";
import { readNumbers } from "./tasks/model.ts";
import { together } from "./tasks/together.flow.ts";
import { say } from "./texts.ts";
import { correct } from "./report/correct.flow.ts";
import { again } from "./verdict/again.flow.ts";
import type { Viewer } from "./verdict/model.ts";
import { add } from "./verdict/service.ts";
import { viewerOf } from "./villagerView.ts";
import { ticketView } from "./views.ts";

/** What people mean who say something about a matter outside every talk. */

/** How people say the four words that end a matter, beside the labels of the buttons. */
const verdictWords: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    satisfied: "满意 很满意 蛮满意 挺满意 非常满意 满意的 satisfied",
    fair: "基本满意 还算满意 fairlysatisfied",
    dissatisfied: "不满意 很不满意 不满意的 notsatisfied",
    not_fixed: "还没好 没好 没修好 还没修好 还没有好 notfixedyet",
  }).flatMap(([verb, words]) => words.split(" ").map((word) => [word, verb])),
);

/** How people say what they want done about a matter of theirs. */
const deedWords: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    nudge: "催 催一下 催催 催办 催一催 快点 askagain",
    withdraw: "撤回 撤了 撤销 不要办了 takeitback",
    unfollow: "不跟了 stopfollowing",
    back: "又想反映了 reportitafterall",
    why: "为什么 为什么这么久 怎么算的 why",
  }).flatMap(([verb, words]) => words.split(" ").map((word) => [word, verb])),
);

function deedIn(words: string): string | undefined {
  return words.length > 20 ? undefined : deedWords[fold(words)];
}

function verdictIn(words: string): string | undefined {
  return words.length > 20 ? undefined : verdictWords[fold(words)];
}

/** The button somebody means who replies 「满意」 to the message that asks her about a matter. */
export async function verdictRepliedTo(
  acting: Acting,
  number: number,
  body: Body,
): Promise<Body | undefined> {
  const verb = body.type === "text" ? verdictIn(body.text) : undefined;
  const ticket = verb === undefined ? undefined : await ticketByNumber(acting.tx, number);
  if (!ticket || mayAct(ticket) || !(await isOwn(acting, ticket))) return undefined;
  return { type: "action", token: `/mine ${number} ${verb}` };
}

/**
 * What a reply to a message about a matter means: the answer, from whoever must act; an addition, from its reporter.
 * @returns undefined when the reply holds nothing that could be either, such as a button press, or comes after the
 * reporter's matter has ended: then it is said like anything else.
 */
export async function replyAbout(
  acting: Acting,
  number: number,
  body: Body,
  key: string,
): Promise<Reply | undefined> {
  const said = materialOf(body);
  if (!said) return undefined;
  if ("why" in said) return said.why;
  const enclosure = { words: wordsIn(said), files: filesIn(said) };
  const ticket = await ticketByNumber(acting.tx, number);
  const viewer = ticket && (await waitingViewer(acting, ticket));
  if (!viewer) {
    const helped = await helpSaid(acting, number, key, enclosure);
    if (helped) return helped;
    if (await addToSettled(acting, number, key, enclosure)) return say.added(number);
    return answeredReply(number, await answer(acting, number, key, enclosure));
  }
  if (isOver(ticket)) return undefined;
  const added = await add(acting, number, key, enclosure);
  return added === "added" ? say.added(number) : added.refused;
}

/** What an office that helps replies goes to the one that leads; undefined for whoever may answer the matter herself. */
async function helpSaid(
  acting: Acting,
  number: number,
  key: string,
  said: Enclosure,
): Promise<Reply | undefined> {
  const ticket = await ticketByNumber(acting.tx, number);
  if (!ticket || (await isInOffice(acting, ticket)) || !(await isAssisting(acting, ticket))) return undefined;
  return doneReply(await help(acting, number, key, said));
}

/** Who waits for a matter. Whoever must act on it answers it, even where it is her own or she cares for its reporter. */
async function waitingViewer(acting: Acting, ticket: Ticket): Promise<Viewer | undefined> {
  const mustAct = ticket.responsible === acting.person.id && mayAct(ticket);
  return mustAct ? undefined : viewerOf(acting, ticket);
}

const numberFirst =
  /^(?:编号|第|事项|[#＃№])?\s*([\d０-９]{4,9})((?:\s*号(?![楼院门线]))?[\s,.:;，。：；、]*)(.*)$/su;

const numberSaid =
  /^(\s*(?:编号|第|事项|[#＃№])?\s*)([零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖]{4,9})(.*)$/su;

/** Her own words from the second character on: only the number that they begin with is read in every script. */
function withNumber(words: string): string {
  const [, before = "", said = "", rest = ""] = numberSaid.exec(words) ?? [];
  return said === "" ? words : `${before}${withDigits(said)}${rest}`;
}

/**
 * A ticket's number, alone or before other words: 「1024」 and 「1024 怎么样了」 show it, 「1024 晚上也不亮」 adds to it or
 * answers it. Undefined where the number is nothing this person has to do with, unless it was said alone.
 */
export async function aboutNumber(acting: Acting, words: string, key: string): Promise<Said | undefined> {
  const several = await aboutSeveral(acting, words);
  if (several) return several;
  const [, digits = "", between = "", rest = ""] = numberFirst.exec(clean(withNumber(words))) ?? [];
  if (digits === "") return undefined;
  const number = Number(digits.normalize("NFKC"));
  if (rest === "") return ticketView(acting, number);
  const ticket = await readable(acting, number);
  if ("refused" in ticket) return undefined;
  if (asksHowItStands(rest)) return ticketView(acting, number);
  return between === "" ? undefined : aboutTicketSaid(acting, ticket, rest, key);
}

/** 「1024 1026 下午一起来换」 from somebody who may act on one of them: one answer to all. */
async function aboutSeveral(acting: Acting, words: string): Promise<Said | undefined> {
  const { numbers, rest } = readNumbers(clean(words));
  if (numbers.length < 2 || !isStaff(acting.person) || asksHowItStands(rest)) return undefined;
  for (const number of numbers) {
    const ticket = await permitted(acting, number, "ticket.act");
    if ("refused" in ticket || (await waitingViewer(acting, ticket))) continue;
    return begin(together, { numbers }, ...(rest === "" ? [] : [{ type: "text", text: rest } as const]));
  }
  return undefined;
}

/** The button that asks her first, where whoever must act replies to a message about a matter with 「收到」 alone. */
export async function receiptRepliedTo(
  acting: Acting,
  number: number,
  body: Body,
): Promise<Body | undefined> {
  const word = body.type === "text" ? fold(body.text) : "";
  if (!isReceipt(word)) return undefined;
  const ticket = await actable(acting, number);
  if ("refused" in ticket || ticket.state !== "open") return undefined;
  if (await waitingViewer(acting, ticket)) return undefined;
  return { type: "action", token: `/task ${number} ${receivedVerb}${word}` };
}

async function aboutTicketSaid(
  acting: Acting,
  ticket: Ticket,
  rest: string,
  key: string,
): Promise<Said | undefined> {
  const { number } = ticket;
  const text: Body = { type: "text", text: rest };
  const viewer = await waitingViewer(acting, ticket);
  if (!viewer)
    return mayAct(ticket) ? begin(answerFlow, { number }, text) : replyAbout(acting, number, text, key);
  const verb = deedIn(rest) ?? (mayAct(ticket) ? undefined : verdictIn(rest));
  const isLeaving = verb === "withdraw" && viewer === "follower";
  if (verb !== undefined) return mine(`${number} ${isLeaving ? "unfollow" : verb}`, acting, key);
  if (viewer === "reporter" && mayAct(ticket) && meaningOf(rest) === "fixed") return askMended([number]);
  if (viewer === "reporter" && ticket.state === "closed")
    return begin(again, { number, isSure: false }, text);
  return replyAbout(acting, number, text, key);
}

/** 「满意」 said without a menu, when exactly one matter waits for this person's word; 「催一下」, when one is being dealt with. */
export async function verdictAlone(acting: Acting, words: string, key: string): Promise<Said | undefined> {
  if (deedIn(words) === "nudge") return nudgeAlone(acting, key);
  const verb = verdictIn(words);
  if (verb === undefined) return undefined;
  const [only, another] = await waitingForWord(acting);
  if (only) return another ? undefined : mine(`${only.number} ${verb}`, acting, key);
  return followersWord(acting);
}

/** A word on a neighbour's matter: thanked for, but the rating is the reporter's. */
async function followersWord({ tx, person }: Acting): Promise<Said | undefined> {
  const [number] = await followedBy(tx, person.id, 1);
  const ticket = number === undefined ? undefined : await ticketByNumber(tx, number);
  return ticket && !mayAct(ticket) ? say.neighbourRates(ticket.number) : undefined;
}

async function nudgeAlone(acting: Acting, key: string): Promise<Said | undefined> {
  const [only, another] = await beingDealtWith(acting);
  if (!only) return undefined;
  return mine(another ? "" : `${only.number} nudge`, acting, key);
}

/** Good news from a villager: which of her matters is it? Undefined when none is being dealt with. */
export async function mendedAlone(acting: Acting): Promise<Said | undefined> {
  if ((await waitingForWord(acting)).length > 0) return undefined;
  const numbers = (await beingDealtWith(acting)).slice(0, 3).map(({ number }) => number);
  return numbers.length === 0 ? undefined : askMended(numbers);
}

function askMended(numbers: readonly number[]): Reply {
  const yes = numbers.map((number) => ({
    label: say.isMended(number, numbers.length),
    token: `/mine ${number} mended`,
  }));
  return { text: say.askMended(numbers), choices: [...yes, { label: say.notMended, token: "/menu" }] };
}

const correcting = /^(?:不是|不对|错了|应该是|我(?:是)?说的?是|我讲的是|说错|写错|搞错|弄错|是)/u;
const rightAfterwards = 10 * 60_000;

/** 「不是，我说的是灯」 right after she handed something in. */
export async function correctionOf(acting: Acting, body: Body): Promise<Said | undefined> {
  const words = body.type === "text" ? clean(body.text) : "";
  const [newest] = await beingDealtWith(acting);
  const isFresh = newest !== undefined && acting.now - newest.createdAt <= rightAfterwards;
  if (!isFresh || isYes(words) || isNo(words) || !correcting.test(simplify(words))) return undefined;
  return begin(correct, { number: newest.number }, body);
}

/** What accuses and is said to a sealed matter of hers, by its number or in reply, stays with it. */
export async function moreOnSealed(
  acting: Acting,
  repliedTo: number | undefined,
  body: Body,
  key: string,
): Promise<Reply | undefined> {
  const words = body.type === "text" ? clean(body.text) : "";
  const number = repliedTo ?? Number(numberFirst.exec(words)?.[1]?.normalize("NFKC"));
  const ticket = Number.isInteger(number) ? await ticketByNumber(acting.tx, number) : undefined;
  if (!ticket?.isSealed || ticket.reporter !== acting.person.id || isOver(ticket)) return undefined;
  return replyAbout(acting, number, body, key);
}

/** What she says in reply to a message about a matter of hers that has ended: broken again, or new? */
export async function aboutEnded(acting: Acting, number: number, body: Body): Promise<Said | undefined> {
  const ticket = await ticketByNumber(acting.tx, number);
  const isHers = ticket?.state === "closed" && (await isOwn(acting, ticket));
  const word = isHers ? await saidAfterwards(acting, number, body) : undefined;
  if (word) return word;
  return isHers && materialOf(body) ? begin(again, { number, isSure: false }, body) : undefined;
}

/** The answer to thanks and good news: the villager is asked for her word where one is due. */
export async function thanked(acting: Acting): Promise<Reply> {
  const [ticket] = await waitingForWord(acting);
  if (!ticket) return say.anyTime;
  return { text: say.yourWord(ticket.number), choices: ratingChoices(ticket.number) };
}

const newest = 8;

async function beingDealtWith(acting: Acting): Promise<readonly Ticket[]> {
  return (await reportedBy(acting.tx, acting.person.id, newest)).filter(mayAct);
}

async function waitingForWord(acting: Acting): Promise<readonly Ticket[]> {
  return (await reportedBy(acting.tx, acting.person.id, newest)).filter(mayRate);
}
