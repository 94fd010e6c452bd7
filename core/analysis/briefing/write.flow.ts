import { choice, review, steps, words, type Flow } from "../../dialogue/index.ts";
import type { AnalysisServices } from "../desk.ts";
import type { SubjectSaid } from "../hot/weeks.ts";
import { say } from "../texts.ts";

const { ask, look, once } = steps<AnalysisServices>();

const labels = { yes: say.briefing.send, add: false, drop: say.briefing.doNotSend } as const;
const changes = { words: say.briefing.changeWords, leader: say.briefing.changeLeader };

/** 民情专报: to whom, what; seen before it goes. */
export const writeBriefing: Flow<AnalysisServices, SubjectSaid> = {
  name: "write_briefing",
  title: say.briefing.title,
  *tell(topic) {
    const found = yield* look("topic", ({ analysis }) => analysis.briefable(topic));
    if ("refused" in found) return found.refused;
    const leader = yield* ask("leader", choice(say.briefing.askLeader, found.leaders));
    const text = yield* ask("words", words(say.briefing.askWords));
    const draft = { leader, words: text };
    const preview = yield* look("preview", ({ analysis }) => analysis.preview(topic, draft));
    if ("refused" in preview) return preview.refused;
    const sure = yield* ask("sure", review({ text: preview, changes, ...labels }));
    if (!sure) return say.briefing.dropped;
    return yield* once("send", ({ analysis }, key) => analysis.send(key, topic, draft));
  },
};
