import { choice, steps, words, type Flow, type Question } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { spoken, unlessAccusing } from "../accusation/accusation.ts";
import { ratingChoices } from "../choices.ts";
import { reopenedReply } from "../respond/replies.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { say } from "../texts.ts";

const { ask, once } = steps<TicketServices>();

const reasons: ReadonlyMap<string, Text> = new Map(Object.entries(say.reasons));

/** The villager is not satisfied: why, and the matter begins its next round one level up. */
export const dissatisfied: Flow<TicketServices, { readonly number: number }> = {
  name: "dissatisfied",
  title: say.whyTitle,
  *tell({ number }) {
    const why = yield* ask("why", reasonOrOwnWords);
    const reason =
      why === "words" ? yield* ask("words", words(say.askReason)) : (reasons.get(why)?.zh ?? why);
    const accused = yield* unlessAccusing(spoken(reason));
    if (accused !== null)
      return [accused, { text: say.yourWord(number), choices: ratingChoices(number) }].flat();
    const reopened = yield* once("reopen", (services, key) => services.tickets.reopen(key, number, reason));
    return reopenedReply(number, reopened);
  },
};

const listed = choice<string>(
  say.why,
  [...reasons].map(([id, label]) => ({ id, label })),
);
const own = words(say.why);

/** The reasons as a menu; saying it at once in one's own words answers as well. */
const reasonOrOwnWords: Question<string> = {
  ...listed,
  parse: (stored) => own.parse(stored),
  read(heard, draft) {
    const picked = listed.read(heard, draft);
    const strange = picked.kind === "refuse" && picked.why === undefined && heard.option === undefined;
    return strange ? own.read(heard, draft) : picked;
  },
};
