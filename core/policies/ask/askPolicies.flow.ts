import { steps, type Flow } from "../../dialogue/index.ts";
import { unlessAgainstSomebody } from "../against.ts";
import { askTexts as say } from "../texts/ask.ts";
import { byAge } from "./checkAge.flow.ts";
import type { AskServices } from "./desk.ts";
import { askPoliciesName } from "./followUp.ts";
import { questionOrTopic, topicIn } from "./questions.ts";

const { ask, look, once, within } = steps<AskServices>();

interface Given {
  /** What is asked; null to be asked what it is. */
  readonly question: string | null;
  /** An earlier question that it goes on from. */
  readonly follows: number | null;
}

/** 查政策: a question in one's own words; the passage that answers it, a menu of the likely ones, or a person. */
export const askPolicies: Flow<AskServices, Given> = {
  name: askPoliciesName,
  title: say.title,
  *tell({ question, follows }) {
    const entry = yield* look("entry", ({ asking }) => asking.entry());
    const words = yield* ask("question", questionOrTopic(entry.text, entry.options), question ?? undefined);
    const topic = topicIn(words);
    if (topic !== undefined) return yield* look("page", ({ asking }) => asking.page(topic));
    const against = yield* unlessAgainstSomebody(words);
    if (against !== null) return against;
    const outcome = yield* once("answer", ({ asking }, key) => asking.ask(key, words, follows));
    return outcome.kind === "said" ? outcome.reply : yield* within("age", byAge(outcome));
  },
};
