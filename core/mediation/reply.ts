import type { Body } from "../channel/index.ts";
import { filesIn, materialOf, wordsIn, type Reply } from "../dialogue/index.ts";
import type { Acting } from "../people/index.ts";
import { willingChoices } from "./choices.ts";
import { askSide, hear } from "./hearing.ts";
import { isOpen, sideOf } from "./model.ts";
import { mediationOf } from "./store.ts";
import { mediationIn, noSuch } from "./telling.ts";
import { say } from "./texts.ts";

/**
 * What a reply to one of our messages about a mediation means: her word, from a side; a question to the side that spoke, from
 * the mediator. Whoever has nothing to do with it any more hears no more than that.
 * @returns undefined when it is about no mediation, or says nothing: then it is said like anything else.
 */
export async function replyInMediation(
  acting: Acting,
  about: string | undefined,
  body: Body,
  key: string,
): Promise<Reply | undefined> {
  const read = mediationIn(about);
  const said = read && materialOf(body);
  if (!read || !said) return undefined;
  if ("why" in said) return said.why;
  const { number, party } = read;
  const mediation = await mediationOf(acting.tx, number);
  const isMediator = mediation?.mediator === acting.person.id;
  const side = mediation && sideOf(mediation, acting.person.id);
  if (!mediation || (!isMediator && !side)) return noSuch(number).refused;
  if (!isOpen(mediation)) return say.opening.ended(number);
  const enclosed = { words: wordsIn(said), files: filesIn(said) };
  if (isMediator)
    return party === undefined ? undefined : askSide(acting, number, key, { party, said: enclosed });
  if (side?.consent === "willing") return hear(acting, number, key, enclosed);
  return { text: say.party.willingFirst(number), choices: willingChoices(number) };
}
