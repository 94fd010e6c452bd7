import type { Body } from "../../channel/index.ts";
import { engineWord, filesIn, materialOf, placeIn, wordsIn, type Reply } from "../../dialogue/index.ts";
import { meaningOf, respelled, simplify, type Text } from "../../language/index.ts";
import type { Acting, Person } from "../../people/index.ts";
import { accuses, isAboutService } from "../accusation/model.ts";
import { guessKind } from "../kinds/model.ts";
import { mayAct } from "../model.ts";
import { isStaff } from "../service.ts";
import { reportedBy } from "../store.ts";
import { say } from "../texts.ts";
import { danger } from "./danger.flow.ts";
import { dangerIn, type Danger } from "./model.ts";
import { addToAlarm } from "./service.ts";

/** Everything in a message that is words. */
function wordsOfBody(body: Body): string {
  if (body.type === "text" || body.type === "forward") return body.text;
  return body.type === "media" ? (body.caption ?? "") : "";
}

/**
 * The danger to life in a message. What those who work on matters write about one, in a talk or by its number, is their
 * answer and no alarm.
 */
export function urgentIn(person: Person | undefined, body: Body, isTalking: boolean): Danger | undefined {
  const words = wordsOfBody(body);
  if (words === "") return undefined;
  const atWork = person !== undefined && isStaff(person) && (isTalking || /^\s*#?\d/u.test(words));
  return atWork ? undefined : dangerIn(respelled(words));
}

/** Does a message accuse an official? Nobody else may read it then. */
export function accusesIn(body: Body): boolean {
  return accuses(simplify(wordsOfBody(body)));
}

/** Does a message accuse an official, or complain of how somebody served? It goes past whom it is about. */
export function isAgainstSomebody(body: Body): boolean {
  return accusesIn(body) || isAboutService(simplify(wordsOfBody(body)));
}

/** 取消 while a danger is being talked about takes nothing back: those who were told come all the same. */
export function staysUrgent(body: Body, talk: string | undefined): Text | undefined {
  const isLeaving = body.type === "text" && engineWord(body.text) === "cancel";
  return talk === danger.name && isLeaving ? say.dangerStays : undefined;
}

/** What somebody hears who has not joined: what to do, and whom to call. */
export function numbersFirst(kind: Danger): Text {
  return say.dangerForStranger(kind);
}

/** What somebody hears whose words may be of a danger, as long as nobody knows whether she said them. */
export function numbersMeanwhile(kind: Danger): Text {
  return say.dangerUnsure(kind);
}

const freshWithin = 2 * 3_600_000;
const looked = 5;

/** What she says soon after a danger of hers, in no talk, goes to everybody who was told; undefined when there is none. */
export async function moreOnDanger(acting: Acting, body: Body, key: string): Promise<Reply | undefined> {
  const said = materialOf(body);
  if (!said || "why" in said) return undefined;
  const reported = await reportedBy(acting.tx, acting.person.id, looked);
  const ticket = reported.find(
    (one) => one.isUrgent && mayAct(one) && acting.now - one.createdAt <= freshWithin,
  );
  const words = wordsIn(said);
  const isAnything = /^\s*#?\d/u.test(words) || ["greeting", "thanks", "unclear"].includes(meaningOf(words));
  const isOther = (words !== "" && isAnything) || !["other", "danger"].includes(guessKind(simplify(words)));
  if (!ticket || isOther) return undefined;
  const where = placeIn(said)?.words;
  const all = [words, where ?? ""].filter((part) => part !== "").join(" ");
  await addToAlarm(acting, key, ticket.number, { words: all, files: filesIn(said), place: where });
  return { text: say.dangerPassed, about: `ticket ${ticket.number}` };
}
