import type { Choice, Saying } from "../dialogue/index.ts";
import type { Block, FileRef } from "../channel/index.ts";
import type { Lane, Post } from "../delivery/index.ts";
import { captionOf } from "../speech/index.ts";
import type { Tx } from "../store/index.ts";
import type { Calendar } from "../time/index.ts";
import { carerOf } from "./households/store.ts";
import { say } from "./households/texts.ts";
import type { Person, PersonId } from "./model.ts";
import { personById, reachableAt } from "./store.ts";

/** When something is done and in which transaction; what an alarm has. */
export interface Moment {
  readonly tx: Tx;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly post: Post;
  readonly calendar: Calendar;
  /** A random whole number below its argument, fit for codes. */
  readonly draw: (below: number) => number;
}

/** A moment in which somebody acts; what a service needs, and nothing more. */
export interface Acting extends Moment {
  readonly person: Person;
}

/** Content for a chat out of a message of the bot, in one language. */
export function blocksOf(saying: Saying, language: "zh" | "en"): readonly Block[] {
  const files = (saying.files ?? []).map((file) => fileBlock(file, language));
  const choices = saying.choices ?? [];
  const options = choices.map((choice: Choice) => ({ label: choice.label[language], token: choice.token }));
  return [
    ...files,
    { type: "text", text: saying.text[language] },
    ...(options.length > 0 ? [{ type: "choices", options } as const] : []),
  ];
}

function fileBlock(file: FileRef, language: "zh" | "en"): Block {
  const caption = captionOf(file, language);
  return { type: "file", file, ...(caption !== undefined && { caption }) };
}

/** How something was delivered: to herself, to her carer to pass on, or to nobody. */
export type Delivery = "reached" | "carer" | "unreachable";

type Letter = {
  readonly key: string;
  readonly lane: Lane;
  /** May it go by this carer? By any, unless given. */
  readonly mayPassOn?: (carer: PersonId) => boolean | Promise<boolean>;
};

/**
 * Says something to a person, wherever she can be reached, in her language; where she cannot be, to her carer, who is
 * asked to pass it on.
 * @returns "unreachable" when neither can be reached: somebody must go and tell her.
 */
export async function tell(
  moment: Moment,
  to: PersonId,
  saying: Saying,
  { mayPassOn = () => true, ...letter }: Letter,
): Promise<Delivery> {
  const person = await personById(moment.tx, to);
  if (!person) return "unreachable";
  if (await sayTo(moment, person, saying, letter)) return "reached";
  const carerId = await carerOf(moment.tx, to);
  const carer = carerId === undefined ? undefined : await personById(moment.tx, carerId);
  if (!carer || !(await mayPassOn(carer.id))) return "unreachable";
  const passedOn = { ...saying, text: say.passOn(person.name, saying.text) };
  const isSaid = await sayTo(moment, carer, passedOn, { ...letter, key: `${letter.key} carer` });
  return isSaid ? "carer" : "unreachable";
}

/** Does what is said to a person reach her, or her carer? */
export async function isReachable(tx: Tx, person: PersonId): Promise<boolean> {
  if ((await reachableAt(tx, person)).length > 0) return true;
  const carer = await carerOf(tx, person);
  return carer !== undefined && (await reachableAt(tx, carer)).length > 0;
}

async function sayTo(
  moment: Moment,
  person: Person,
  saying: Saying,
  letter: Omit<Letter, "mayPassOn">,
): Promise<boolean> {
  const about = saying.about === undefined ? {} : { about: saying.about };
  for (const address of await reachableAt(moment.tx, person.id)) {
    const blocks = blocksOf(saying, person.language);
    if (await moment.post(moment.tx, { ...letter, ...about, address, blocks })) return true;
  }
  return false;
}
