import { steps, words, type Flow } from "../../dialogue/index.ts";
import type { BulletinServices } from "../desk.ts";
import { mostWords } from "../model.ts";
import { say } from "../texts.ts";

const { ask, look, once } = steps<BulletinServices>();

interface Given {
  readonly id: number;
}

/** 不发: the command room does not publish a sheet, and says why. */
export const refuseBulletin: Flow<BulletinServices, Given> = {
  name: "refuse_bulletin",
  title: say.decide.refuseTitle,
  *tell({ id }) {
    const refusal = yield* look("may", ({ bulletins }) => bulletins.whyNotRefuse(id));
    if (refusal) return refusal.refused;
    const why = yield* ask("why", words(say.decide.askWhyRefuse, mostWords));
    return yield* once("refuse", ({ bulletins }) => bulletins.refuse(id, why));
  },
};

/** 更正: a new version of what is published, with what was wrong. */
export const correctBulletin: Flow<BulletinServices, Given> = {
  name: "correct_bulletin",
  title: say.decide.correctTitle,
  *tell({ id }) {
    const refusal = yield* look("may", ({ bulletins }) => bulletins.whyNotCorrect(id));
    if (refusal) return refusal.refused;
    const why = yield* ask("why", words(say.decide.askWhyCorrect, mostWords));
    return yield* once("correct", ({ bulletins }) => bulletins.correct(id, why));
  },
};
