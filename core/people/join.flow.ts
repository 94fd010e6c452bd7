import { choice, steps, words, type Flow, type Json, type Question } from "../dialogue/index.ts";
import { isNo, isYes } from "../language/index.ts";
import { readName } from "./model.ts";
import type { Newcomer } from "./service.ts";
import { say } from "./texts.ts";

export interface JoinServices {
  readonly newcomer: Newcomer;
}

const { ask, look, once } = steps<JoinServices>();

const agree = { id: "agree", label: say.agree };
const explain = { id: "explain", label: say.explain };
const disagree = { id: "disagree", label: say.disagree };

/**
 * First contact: consent before anything is kept, then a name and where one lives. `first` is what she said before she
 * was known; it is answered once she has joined.
 */
export const join: Flow<JoinServices, { readonly first: Json }> = {
  name: "join",
  title: say.joinTitle,
  *tell({ first }) {
    let consent = yield* ask("consent", yesOrNo(choice(say.consent, [agree, explain, disagree])));
    if (consent === "explain")
      consent = yield* ask("explained", yesOrNo(choice(say.explained, [agree, disagree])));
    if (consent === "disagree") return say.disagreed;

    const name = yield* ask("name", properName);
    const grids = yield* look("grids", (services) => services.newcomer.grids());
    if (grids.length === 0) return say.noGrid;
    const homes = grids.map((grid) => ({ id: grid.code, label: { zh: grid.name, en: grid.name } }));
    const grid = yield* ask("grid", choice(say.askGrid, homes));

    const joined = yield* once("join", (services, key) => services.newcomer.join(key, { name, grid, first }));
    return say.welcome(joined.name, joined.worker ?? undefined);
  },
};

/** 好 agrees, 不要 does not: consent is given or refused in anybody's words. */
function yesOrNo<Id extends string>(question: Question<Id>): Question<Id> {
  return {
    ...question,
    read(heard, draft) {
      const said = heard.option === undefined && heard.body.type === "text" ? heard.body.text : "";
      if (isYes(said)) return { kind: "answer", value: agree.id };
      return isNo(said) ? { kind: "answer", value: disagree.id } : question.read(heard, draft);
    },
  };
}

const anyWords = words(say.askName);

const properName: Question<string> = {
  ...anyWords,
  read(heard, draft) {
    const reading = anyWords.read(heard, draft);
    if (reading.kind !== "answer") return reading;
    const name = readName(String(reading.value));
    return name === undefined ? { kind: "refuse", why: say.notName } : { kind: "answer", value: name };
  },
};
