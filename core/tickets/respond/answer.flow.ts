import { choice, steps, wordsIn, type Flow } from "../../dialogue/index.ts";
import { handIn } from "../report/report.flow.ts";
import { say } from "../texts.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { answerOr, checked } from "./checked.ts";
import { answeredReply, receivedReply } from "./replies.ts";

const { ask, look, once, within } = steps<TicketServices>();

/**
 * Somebody who must act answers a matter, in words, photos or voice. Without a number, what was said is kept and the
 * matter is asked for: an answer never goes to the wrong villager by a guess.
 */
export const answer: Flow<TicketServices, { readonly number: number | null }> = {
  name: "answer",
  title: say.answerTitle,
  *tell(given) {
    const fitting = yield* look("templates", ({ tickets }) => tickets.templates.fitting(given.number));
    const question = given.number === null ? say.askAnswerTo : say.askAnswer(given.number);
    const said = yield* ask("said", answerOr(question, fitting));
    const tasks = yield* look("tasks", (services) => services.tickets.tasks());
    const options = tasks.map(({ number, label }) => ({ id: String(number), label }));
    const other = { id: "new", label: say.newMatter };
    const picked = given.number ?? (yield* ask("which", choice(say.whichTicket, [...options, other])));
    if (picked === other.id) return yield* within("report", handIn(said));

    const number = Number(picked);
    const sure = yield* within("sure", checked(number, said));
    if (sure.isReceipt) {
      const words = wordsIn(said);
      return receivedReply(
        number,
        yield* once("received", ({ tickets }, key) => tickets.acknowledge(key, number, words)),
      );
    }
    const answered = yield* once("answer", ({ tickets }, key) => tickets.answer(key, number, sure.said));
    return answeredReply(number, answered);
  },
};
