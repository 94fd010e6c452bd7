import { choice, steps, words, type Flow } from "../../dialogue/index.ts";
import type { YearServices } from "../desk.ts";
import { mostWords } from "../model.ts";
import { say } from "../texts.ts";

const { ask, look, once } = steps<YearServices>();

interface Given {
  readonly id: number;
}

/** 我有异议: what is wrong with a line of a list that is open. */
export const objectToLine: Flow<YearServices, Given> = {
  name: "object_to_line",
  title: say.object.title,
  *tell({ id }) {
    const found = yield* look("what", ({ year }) => year.objectable(id));
    if ("refused" in found) return found.refused;
    const why = yield* ask("why", words(say.object.askWhy(found.what), mostWords));
    const past = yield* look("past", ({ points }) => points.goesPast(why));
    if (past) return past;
    return yield* once("object", ({ year }, key) => year.object(key, id, why));
  },
};

/** Whoever answers an objection says what becomes of the line, and why. */
export const judgeObjection: Flow<YearServices, Given> = {
  name: "judge_objection",
  title: say.object.judgeTitle,
  *tell({ id }) {
    const found = yield* look("what", ({ year }) => year.judgeable(id));
    if ("refused" in found) return found.refused;
    const verdict = yield* ask("verdict", choice(found.text, found.verdicts));
    const answer = yield* ask("answer", words(say.object.askAnswer, mostWords));
    return yield* once("judge", ({ year }) => year.judge(id, { verdict, words: answer }));
  },
};
