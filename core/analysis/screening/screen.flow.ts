import { choice, steps, words, type Flow } from "../../dialogue/index.ts";
import type { AnalysisServices } from "../desk.ts";
import type { SubjectSaid } from "../hot/weeks.ts";
import { say } from "../texts.ts";

const { ask, look, once } = steps<AnalysisServices>();

/** 甄别: what a hot topic is found to be, and why. */
export const screenTopic: Flow<AnalysisServices, SubjectSaid> = {
  name: "screen_topic",
  title: say.screening.title,
  *tell(topic) {
    const found = yield* look("topic", ({ analysis }) => analysis.screenable(topic));
    if ("refused" in found) return found.refused;
    const verdict = yield* ask("verdict", choice(say.screening.ask(found.finding), say.screening.verdicts));
    const why = yield* ask("why", words(say.screening.askWhy));
    return yield* once("screen", ({ analysis }) => analysis.screen(topic, { verdict, words: why }));
  },
};
