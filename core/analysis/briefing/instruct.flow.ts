import { steps, words, type Flow } from "../../dialogue/index.ts";
import type { AnalysisServices } from "../desk.ts";
import { say } from "../texts.ts";

const { ask, look, once } = steps<AnalysisServices>();

/** 批示: what a leader writes on a briefing. */
export const instructOn: Flow<AnalysisServices, { readonly id: number }> = {
  name: "instruct_on_briefing",
  title: say.briefing.instructTitle,
  *tell({ id }) {
    const found = yield* look("briefing", ({ analysis }) => analysis.instructable(id));
    if ("refused" in found) return found.refused;
    const text = yield* ask("words", words(say.briefing.askInstruction));
    return yield* once("instruct", ({ analysis }, key) => analysis.instruct(key, id, text));
  },
};

/** The command room answers what a leader wrote. */
export const answerInstruction: Flow<AnalysisServices, { readonly id: number }> = {
  name: "answer_instruction",
  title: say.briefing.answerTitle,
  *tell({ id }) {
    const found = yield* look("briefing", ({ analysis }) => analysis.answerable(id));
    if ("refused" in found) return found.refused;
    const text = yield* ask("words", words(say.briefing.askAnswer));
    return yield* once("answer", ({ analysis }) => analysis.answer(id, text));
  },
};
