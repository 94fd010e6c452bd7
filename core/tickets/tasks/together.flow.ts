import { filesIn, review, steps, wordsIn, type Flow } from "../../dialogue/index.ts";
import { anAnswer } from "../respond/checked.ts";
import { say } from "../texts.ts";
import { wordsOr } from "../texts/names.ts";
import type { TicketServices } from "../ticketDesk.ts";

const { ask, look, once } = steps<TicketServices>();

const mostButtons = 8;

/** One answer to several matters: who gets it is shown once, and each villager hears of her own matter only. */
export const together: Flow<TicketServices, { readonly numbers: readonly number[] }> = {
  name: "answer_together",
  title: say.togetherTitle,
  *tell({ numbers }) {
    const { going, staying } = yield* look("plan", ({ tickets }) => tickets.several.plan(numbers));
    if (going.length === 0) return say.noneTogether(staying);
    const said = yield* ask("said", anAnswer(say.askTogether(numbers)));
    const isSure = yield* ask(
      "sure",
      review({
        text: say.togetherPreview(going, staying, wordsOr(wordsIn(said), filesIn(said))),
        changes: { said: say.rewrite },
        yes: say.sendToAll(going.length),
        drop: say.doNotSend,
      }),
    );
    if (!isSure) return say.notSent;
    const hers = going.map(({ number }) => number);
    const {
      done,
      missed,
      staying: refused,
    } = yield* once("answer", ({ tickets }, key) => tickets.several.answer(key, hers, said));
    const text = say.togetherDone(done, missed, refused);
    const buttons = done.map(({ number }) => ({ label: say.isDone(number), token: `/task ${number} done` }));
    return { text, choices: buttons.slice(0, mostButtons) };
  },
};
