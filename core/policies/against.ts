import { steps, type Begin, type Part, type Reply } from "../dialogue/index.ts";
import { accusesIn, handIn, unlessAccusing, type TicketServices } from "../tickets/index.ts";

const { look, within } = steps<TicketServices>();

/**
 * Words against somebody are no question about a policy and nothing for everybody to read: they are sealed, or become a matter
 * that goes past whom they complain about. Null for all other words.
 */
export function* unlessAgainstSomebody(words: string): Part<TicketServices, Reply | Begin | null> {
  const what = { pieces: [{ type: "words", text: words }] } as const;
  const accused = yield* unlessAccusing(what);
  if (accused !== null) return accused;
  const { about } = yield* look("against", ({ tickets }) => tickets.guess(words));
  const isAgainst = about !== null || accusesIn({ type: "text", text: words });
  return isAgainst ? yield* within("matter", handIn(what, { isOrdinary: true })) : null;
}
