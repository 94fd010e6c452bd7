import { choice, steps, words, type Flow } from "../../dialogue/index.ts";
import type { AskServices } from "../ask/desk.ts";
import { gapTexts as say } from "../texts/gaps.ts";

const { ask, look, once } = steps<AskServices>();

interface Given {
  readonly question: number;
}

/** 连到政策: which passage answers a question that found none. */
export const linkQuestion: Flow<AskServices, Given> = {
  name: "link_question",
  title: say.linkTitle,
  *tell({ question }) {
    const gap = yield* look("gap", ({ asking }) => asking.gaps.toLink(question));
    if ("refused" in gap) return gap.refused;
    const keywords = yield* ask("keywords", words(say.askKeywords(gap.words)));
    const found = yield* look("found", ({ asking }) => asking.gaps.candidates(question, keywords));
    if ("refused" in found) return found.refused;
    if (found.length === 0) return say.nothingFound;
    const options = found.map(({ id, label }) => ({ id: String(id), label }));
    const passage = yield* ask("passage", choice(say.whichPassage, [...options, none]));
    if (passage === none.id) return say.nothingFound;
    return yield* once("link", ({ asking }, key) => asking.gaps.link(key, question, Number(passage)));
  },
};

const none = { id: "none", label: say.otherWords };
