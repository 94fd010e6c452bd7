import { material, steps, type Flow } from "../../dialogue/index.ts";
import { shortWords } from "../convene/question.ts";
import type { ConsultationServices } from "../desk.ts";
import { say } from "../texts.ts";

const { ask, look, once } = steps<ConsultationServices>();

type OnTask = Flow<ConsultationServices, { readonly task: number }>;

/** Whoever has a task has done it, and says or shows how. */
export const finishTask: OnTask = {
  name: "finish_task",
  title: say.taskDoneTitle,
  *tell({ task }) {
    const refusal = yield* look("task", ({ consultations }) => consultations.whyNotFinish(task));
    if (refusal) return refusal.refused;
    const said = yield* ask("said", material(say.askHowDone));
    return yield* once("finish", ({ consultations }, key) => consultations.finishTask(key, task, said));
  },
};

/** Whoever may give such tasks takes one back. */
export const dropTask: OnTask = {
  name: "drop_task",
  title: say.dropTitle,
  *tell({ task }) {
    const refusal = yield* look("task", ({ consultations }) => consultations.whyNotDrop(task));
    if (refusal) return refusal.refused;
    const reason = yield* ask("reason", shortWords(say.askWhyDrop, say.reasonLimit));
    return yield* once("drop", ({ consultations }, key) => consultations.dropTask(key, task, reason));
  },
};
