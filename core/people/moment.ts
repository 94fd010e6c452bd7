import type { Choice, Saying } from "../dialogue/index.ts";
import type { Block } from "../channel/index.ts";
import type { Lane, Post } from "../delivery/index.ts";
import type { Tx } from "../store/index.ts";
import type { Calendar } from "../time/index.ts";
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
  const files = (saying.files ?? []).map((file): Block => ({ type: "file", file }));
  const choices = saying.choices ?? [];
  const options = choices.map((choice: Choice) => ({ label: choice.label[language], token: choice.token }));
  return [
    ...files,
    { type: "text", text: saying.text[language] },
    ...(options.length > 0 ? [{ type: "choices", options } as const] : []),
  ];
}

/**
 * Says something to a person, wherever she can be reached, in her language.
 * @returns false when she cannot be reached: somebody must go and tell her.
 */
export async function tell(
  moment: Moment,
  to: PersonId,
  saying: Saying,
  letter: { readonly key: string; readonly lane: Lane },
): Promise<boolean> {
  const person = await personById(moment.tx, to);
  if (!person) return false;
  const about = saying.about === undefined ? {} : { about: saying.about };
  for (const address of await reachableAt(moment.tx, to)) {
    if (
      await moment.post(moment.tx, {
        ...letter,
        ...about,
        address,
        blocks: blocksOf(saying, person.language),
      })
    )
      return true;
  }
  return false;
}
