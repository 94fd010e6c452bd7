import type { Body } from "../channel/index.ts";
import { filesIn, materialOf, wordsIn, type Reply } from "../dialogue/index.ts";
import type { Acting } from "../people/index.ts";
import { askSide, hear } from "./hearing.ts";
import { isOpen, sideOf } from "./model.ts";
import { mediationOf } from "./store.ts";
import { mediationIn } from "./telling.ts";

/**
 * What a reply to one of our messages about a mediation means: her word, from a side; a question to the side that spoke, from the
 * mediator. @returns undefined when it is neither: then it is said like anything else.
 */
export async function replyInMediation(
  acting: Acting,
  about: string | undefined,
  body: Body,
  key: string,
): Promise<Reply | undefined> {
  const read = mediationIn(about);
  const mediation = read && (await mediationOf(acting.tx, read.number));
  const said = materialOf(body);
  if (!read || !mediation || !isOpen(mediation) || !said) return undefined;
  if ("why" in said) return said.why;
  const { number, party } = read;
  const enclosed = { words: wordsIn(said), files: filesIn(said) };
  if (mediation.mediator === acting.person.id)
    return party === undefined ? undefined : askSide(acting, number, key, { party, said: enclosed });
  const side = sideOf(mediation, acting.person.id);
  return side?.consent === "willing" ? hear(acting, number, key, enclosed) : undefined;
}
