import { choice, material, steps, type Flow } from "../../dialogue/index.ts";
import { answeredReply } from "./replies.ts";
import { handIn } from "../report/report.flow.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { say } from "../texts.ts";

const { ask, look, once, within } = steps<TicketServices>();

/**
 * Somebody who must act answers a matter, in words, photos or voice. Without a number, what was said is kept and the
 * matter is asked for: an answer never goes to the wrong villager by a guess.
 */
export const answer: Flow<TicketServices, { readonly number: number | null }> = {
  name: "answer",
  title: say.answerTitle,
  *tell(given) {
    const said = yield* ask(
      "said",
      material(given.number === null ? say.askAnswerTo : say.askAnswer(given.number)),
    );
    const tasks = yield* look("tasks", (services) => services.tickets.tasks());
    const options = tasks.map(({ number, label }) => ({ id: String(number), label }));
    const other = { id: "new", label: say.newMatter };
    const picked = given.number ?? (yield* ask("which", choice(say.whichTicket, [...options, other])));
    if (picked === other.id) return yield* within("report", handIn(said));

    const number = Number(picked);
    const answered = yield* once("answer", (services, key) => services.tickets.answer(key, number, said));
    return answeredReply(number, answered);
  },
};
