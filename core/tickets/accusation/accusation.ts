import { steps, wordsIn, type Material, type Part, type Reply } from "../../dialogue/index.ts";
import { simplify } from "../../language/index.ts";
import { choiceOrMore, dropped } from "../choiceOrMore.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { say } from "../texts.ts";
import { aboutTicket } from "../responsible.ts";
import { accuses } from "./model.ts";

const { ask, once, within } = steps<TicketServices>();

/**
 * Words that accuse an official take their own way: gives what she hears then; null for anything else.
 * @param all what is sealed or erased with them.
 */
export function* unlessAccusing(what: Material, all: Material = what): Part<TicketServices, Reply | null> {
  return accuses(simplify(wordsIn(what))) ? yield* within("ac", accusation(all)) : null;
}

/** Words said to a question, as a material. */
export function spoken(text: string): Material {
  return { pieces: [{ type: "words", text }] };
}

/** Sealed for the discipline role, erased, or an ordinary matter: as she chooses. */
function* accusation(what: Material): Part<TicketServices, Reply | null> {
  const options = [
    { id: "seal", label: say.sealIt },
    { id: "erase", label: say.eraseIt },
    { id: "ordinary", label: say.noAccusation },
  ];
  const wish = yield* ask("wish", choiceOrMore(say.accusing, options));
  if (wish === "ordinary") return null;
  if (wish === "erase" || wish === dropped) {
    yield* once("erase", ({ forget }) => forget(what));
    return say.erased;
  }
  const { number, isHeld } = yield* once("seal", ({ tickets }, key) => tickets.seal(key, what));
  const text = isHeld ? say.sealed(number) : say.sealedWithNobody(number);
  return { text, about: aboutTicket(number) };
}
