import { steps, words, type Flow } from "../../dialogue/index.ts";
import type { YearServices } from "../desk.ts";
import { mostWords } from "../model.ts";
import { say } from "../texts.ts";

const { ask, look, once } = steps<YearServices>();

interface Given {
  readonly id: number;
}

/** 不公布: whoever decides does not publish a draft, and says why. */
export const refuseList: Flow<YearServices, Given> = {
  name: "refuse_list",
  title: say.decide.refuseTitle,
  *tell({ id }) {
    const refusal = yield* look("may", ({ year }) => year.whyNotRefuse(id));
    if (refusal) return refusal.refused;
    const why = yield* ask("why", words(say.decide.askWhyRefuse, mostWords));
    return yield* once("refuse", ({ year }) => year.refuse(id, why));
  },
};

/** 更正: a new version of what is frozen, with what was wrong. */
export const correctList: Flow<YearServices, Given> = {
  name: "correct_list",
  title: say.decide.correctTitle,
  *tell({ id }) {
    const refusal = yield* look("may", ({ year }) => year.whyNotCorrect(id));
    if (refusal) return refusal.refused;
    const why = yield* ask("why", words(say.decide.askWhyCorrect, mostWords));
    return yield* once("correct", ({ year }) => year.correct(id, why));
  },
};
