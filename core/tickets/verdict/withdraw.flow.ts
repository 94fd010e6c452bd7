import { choice, steps, words, type Flow, type Question } from "../../dialogue/index.ts";
import { fold } from "../../language/index.ts";
import { spoken, unlessAccusing } from "../accusation/accusation.ts";
import { ratingChoices } from "../choices.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { say, scoreNames } from "../texts.ts";

const { ask, look, once } = steps<TicketServices>();

/** Takes a matter back: asked once, with the reason; what is mended is rated instead. */
export const withdraw: Flow<TicketServices, { readonly number: number }> = {
  name: "withdraw",
  title: say.withdrawTitle,
  *tell({ number }) {
    const cycle = yield* look("cycle", ({ tickets }) => tickets.cycleOf(number));
    const why = yield* ask("why", reasonOrOwnWords(number));
    if (why === "keep") return say.kept(number);
    if (why === "mended") {
      const settled = yield* once("mended", ({ tickets }, key) => tickets.settleByReporter(key, number));
      return settled === "settled"
        ? { text: say.settledByYou(number), choices: ratingChoices(number) }
        : settled.refused;
    }
    const reason = why === "mistake" ? say.withdrawReasons.mistake.zh : why === "none" ? "" : why;
    const accused = yield* unlessAccusing(spoken(reason));
    if (accused !== null) return [accused, say.kept(number)].flat();
    const done = yield* once("withdraw", ({ tickets }, key) =>
      tickets.withdraw(key, number, { reason, cycle }),
    );
    if (done === "goes on") return say.goesOn(number);
    if (done !== "withdrawn") return done.refused;
    const choices = [{ label: say.deeds.back, token: `/mine ${number} back` }];
    return { text: say.withdrawn(number), choices };
  },
};

/** A word on the matter is no reason to take it back. */
const verdicts = new Set(
  [...Object.values(scoreNames), say.notFixed].flatMap(({ zh, en }) => [fold(zh), fold(en)]),
);

/** The reasons as a menu; a reason in her own words answers as well. */
function reasonOrOwnWords(number: number): Question<string> {
  const { mended, mistake, none, keep } = say.withdrawReasons;
  const listed = choice<string>(say.askWithdraw(number), [
    { id: "mended", label: mended },
    { id: "mistake", label: mistake },
    { id: "none", label: none },
    { id: "keep", label: keep },
  ]);
  const own = words(say.askWithdraw(number));
  return {
    ...listed,
    parse: (stored) => own.parse(stored),
    read(heard, draft) {
      const picked = listed.read(heard, draft);
      const strange = picked.kind === "refuse" && picked.why === undefined && heard.option === undefined;
      const isVerdict = heard.body.type === "text" && verdicts.has(fold(heard.body.text));
      return strange && !isVerdict ? own.read(heard, draft) : picked;
    },
  };
}
