import type { Body } from "../channel/index.ts";
import { begin, filesIn, materialOf, wordsIn, type Reply } from "../dialogue/index.ts";
import { asksHowItStands, clean, fold } from "../language/index.ts";
import type { Acting } from "../people/index.ts";
import { answer as answerFlow } from "./respond/answer.flow.ts";
import { mine, type Said } from "./commands.ts";
import { mayAct, mayRate, type Ticket } from "./model.ts";
import { answeredReply } from "./respond/replies.ts";
import { ratingChoices } from "./choices.ts";
import { addToSettled, answer } from "./respond/service.ts";
import { readable } from "./service.ts";
import { reportedBy, ticketByNumber } from "./store.ts";
import { say } from "./texts.ts";
import { add } from "./verdict/service.ts";
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
  if (ticket?.reporter !== acting.person.id || mayAct(ticket)) return undefined;
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
  if (ticket?.reporter !== acting.person.id) {
    if (await addToSettled(acting, number, key, enclosure)) return say.added(number);
    return answeredReply(number, await answer(acting, number, key, enclosure));
  }
  if (ticket.state === "closed") return undefined;
  const added = await add(acting, number, key, enclosure);
  return added === "added" ? say.added(number) : added.refused;
}

const numberFirst = /^#?([\d０-９]{4,9})(号?[\s,.:;，。：；、]*)(.*)$/su;

/**
 * A ticket's number, alone or before other words: 「1024」 and 「1024 怎么样了」 show it, 「1024 晚上也不亮」 adds to it or
 * answers it. Undefined where the number is nothing this person has to do with, unless it was said alone.
 */
export async function aboutNumber(acting: Acting, words: string, key: string): Promise<Said | undefined> {
  const [, digits = "", between = "", rest = ""] = numberFirst.exec(clean(words)) ?? [];
  if (digits === "") return undefined;
  const number = Number(digits.normalize("NFKC"));
  if (rest === "") return ticketView(acting, number);
  const ticket = await readable(acting, number);
  if ("refused" in ticket) return undefined;
  if (asksHowItStands(rest)) return ticketView(acting, number);
  return between === "" ? undefined : aboutTicketSaid(acting, ticket, rest, key);
}

async function aboutTicketSaid(
  acting: Acting,
  ticket: Ticket,
  rest: string,
  key: string,
): Promise<Said | undefined> {
  const { number } = ticket;
  const text: Body = { type: "text", text: rest };
  if (ticket.reporter !== acting.person.id && mayAct(ticket)) return begin(answerFlow, { number }, text);
  const verb = verdictIn(rest);
  const isHers = ticket.reporter === acting.person.id;
  if (isHers && verb !== undefined && !mayAct(ticket)) return mine(`${number} ${verb}`, acting, key);
  return replyAbout(acting, number, text, key);
}

/** 「满意」 said without a menu, when exactly one matter waits for this person's word. */
export async function verdictAlone(acting: Acting, words: string, key: string): Promise<Said | undefined> {
  const verb = verdictIn(words);
  if (verb === undefined) return undefined;
  const [only, another] = await waitingForWord(acting);
  return only && !another ? mine(`${only.number} ${verb}`, acting, key) : undefined;
}

/** The answer to thanks and good news: the villager is asked for her word where one is due. */
export async function thanked(acting: Acting): Promise<Reply> {
  const [ticket] = await waitingForWord(acting);
  if (!ticket) return say.anyTime;
  return { text: say.yourWord(ticket.number), choices: ratingChoices(ticket.number) };
}

const newest = 8;

async function waitingForWord(acting: Acting): Promise<readonly Ticket[]> {
  return (await reportedBy(acting.tx, acting.person.id, newest)).filter(mayRate);
}
