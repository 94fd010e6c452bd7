import { optional, review, steps, type Flow } from "../../dialogue/index.ts";
import { shortWords } from "../convene/question.ts";
import type { ConsultationServices } from "../desk.ts";
import { taskLines } from "../tasks/question.ts";
import { say } from "../texts.ts";

const { ask, look, once } = steps<ConsultationServices>();

/** A leader has read the opinions: what is decided, and who does what by when. */
export const decide: Flow<ConsultationServices, { readonly number: number }> = {
  name: "decide",
  title: say.decideTitle,
  *tell({ number }) {
    const found = yield* look("case", ({ consultations }) => consultations.case(number));
    if ("refused" in found) return found.refused;
    const words = yield* ask("decision", shortWords(found.text, say.decisionLimit));
    const tasks = yield* ask("tasks", optional(taskLines(say.askTasks, found.owners, found.now)));
    const decision = { words, tasks: tasks ?? [] };
    const text = yield* look("review", ({ consultations }) => consultations.review(number, decision));
    const { decisionChanges: changes, announce: yes, notYet: drop } = say;
    const sure = yield* ask("sure", review({ text, changes, yes, add: false, drop }));
    if (!sure) return say.notDecided;
    return yield* once("decide", ({ consultations }, key) => consultations.decide(key, number, decision));
  },
};
