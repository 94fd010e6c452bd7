import type { Choosable, Reply } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import type { Acting } from "../people/index.ts";
import { answerable, answerFor, instruct, instructable } from "./briefing/service.ts";
import { briefable, previewOf, sendBriefing, type Draft } from "./briefing/write.ts";
import type { Refusal, SubjectSaid } from "./hot/weeks.ts";
import type { Verdict } from "./model.ts";
import { screen, screenable } from "./screening/service.ts";

/** What flows may do with hot topics and briefings, for whoever speaks; every deed asks anew whether she may. */
export interface AnalysisDesk {
  screenable(topic: SubjectSaid): Promise<{ readonly finding: Text } | Refusal>;
  screen(topic: SubjectSaid, found: { readonly verdict: Verdict; readonly words: string }): Promise<Reply>;
  briefable(topic: SubjectSaid): Promise<{ readonly leaders: readonly Choosable[] } | Refusal>;
  preview(topic: SubjectSaid, draft: Draft): Promise<Text | Refusal>;
  send(key: string, topic: SubjectSaid, draft: Draft): Promise<Reply>;
  instructable(id: number): Promise<{ readonly text: Text } | Refusal>;
  instruct(key: string, id: number, words: string): Promise<Reply>;
  answerable(id: number): Promise<{ readonly text: Text } | Refusal>;
  answer(id: number, words: string): Promise<Reply>;
}

export interface AnalysisServices {
  /** Undefined while the speaker has not joined. */
  readonly acting: Acting | undefined;
  readonly analysis: AnalysisDesk;
}

/** The desk for whoever acts; every call of a stranger throws, since strangers are only offered to join. */
export function analysisDesk(acting: Acting | undefined): AnalysisDesk {
  const known = (): Acting => {
    if (!acting) throw new Error("somebody who has not joined has no analysis");
    return acting;
  };
  return {
    screenable: (topic) => screenable(known(), topic),
    screen: (topic, found) => screen(known(), topic, found),
    briefable: (topic) => briefable(known(), topic),
    preview: (topic, draft) => previewOf(known(), topic, draft),
    send: (key, topic, draft) => sendBriefing(known(), key, topic, draft),
    instructable: (id) => instructable(known(), id),
    instruct: (key, id, words) => instruct(known(), key, id, words),
    answerable: (id) => answerable(known(), id),
    answer: (id, words) => answerFor(known(), id, words),
  };
}
