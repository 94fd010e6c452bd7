import type { Body } from "../../core/channel/index.ts";
import { begin, materialOf, type Begin, type Reply } from "../../core/dialogue/index.ts";
import { fold, placeOf, type Intent } from "../../core/language/index.ts";
import type { Acting } from "../../core/people/index.ts";
import * as tickets from "../../core/tickets/index.ts";
import type { Services } from "../services.ts";
import { menu } from "./menu.ts";
import { isAgreedQuestion, recognisedIn } from "./knowledge.ts";
import { granted } from "./wishes.ts";

/** Has somebody matters she must act on? What she says then is taken for her answer. */
export async function hasTasks(acting: Acting): Promise<boolean> {
  return tickets.isStaff(acting.person) && (await tickets.tasksOf(acting.tx, acting.person.id, 1)).length > 0;
}

/**
 * What a first sentence in somebody's own words leads to. Where the words surely say what they are after, there; else to a
 * menu of what they likely mean, with a person in it. Nothing is answered with "not understood".
 */
export async function understood(
  body: Extract<Body, { type: "text" }>,
  services: Services & { readonly acting: Acting },
): Promise<Reply | Begin> {
  const said = materialOf(body);
  if (said === undefined || "why" in said) return begin(tickets.report, undefined, body);
  const { likely, perhaps, standing } = await recognisedIn(services.acting.tx, body.text);
  const [first] = likely;
  if (standing === "unsure" || first === undefined) return begin(tickets.unclear, { likely, perhaps }, body);
  const answered = await withoutTalk(first, body.text, services);
  if (answered) return answered;
  if (placeOf(first) === "policy" && (await isDoubtful(body.text, services)))
    return begin(tickets.unclear, { likely, perhaps, unanswered: true }, body);
  if (placeOf(first) === "human" && isBareWish(body.text)) return begin(tickets.human);
  return granted(services.acting, first, said);
}

/** Nothing that is published answers it, and only one of the judges takes it for a question: a person answers no wrong guess. */
async function isDoubtful(
  words: string,
  { acting, asking }: Services & { readonly acting: Acting },
): Promise<boolean> {
  return !(await asking.isAnswered(words)) && !(await isAgreedQuestion(acting.tx, words));
}

/** What needs no talk: a greeting, thanks, good news, or a question about the one matter that she waits for. */
async function withoutTalk(
  intent: Intent,
  words: string,
  { acting, tickets: desk }: Services & { readonly acting: Acting },
): Promise<Reply | Begin | undefined> {
  if (intent === "greeting") return menu(acting);
  if (intent === "thanks") return tickets.thanked(acting);
  if (intent === "fixed") return (await tickets.mendedAlone(acting)) ?? tickets.thanked(acting);
  if (placeOf(intent) !== "progress") return undefined;
  const [only, another] = await desk.mine(words);
  return only && !another ? desk.view(only.number) : undefined;
}

const bare =
  /^(?:我)?(?:想|要|想要)?(?:找|见|有没有|有)?(?:个|一个|真)?(?:真?人|人工)(?:服务|客服|说话|讲话)?(?:吗|么|伐)?$|^(?:talk to|i want) a person$/u;

/** 「我要找个人」 says nothing that would have to be passed on. */
function isBareWish(words: string): boolean {
  return bare.test(fold(words)) || bare.test(words.trim().toLowerCase());
}
