import { material, steps, type Flow } from "../../dialogue/index.ts";
import { shortWords } from "../convene/question.ts";
import type { ConsultationServices } from "../desk.ts";
import { say } from "../texts.ts";

const { ask, look, once } = steps<ConsultationServices>();

/** Whoever is asked says what she thinks. */
export const opinion: Flow<ConsultationServices, { readonly number: number }> = {
  name: "opinion",
  title: say.opinionTitle,
  *tell({ number }) {
    const part = yield* look("part", ({ consultations }) => consultations.asked(number));
    if ("refused" in part) return part.refused;
    const said = yield* ask("said", material(say.askOpinion(part.question)));
    return yield* once("keep", ({ consultations }, key) => consultations.say(key, number, said));
  },
};

/** Whoever is invited does not take part, and says why. */
export const decline: Flow<ConsultationServices, { readonly number: number }> = {
  name: "decline",
  title: say.declineTitle,
  *tell({ number }) {
    const part = yield* look("part", ({ consultations }) => consultations.declinable(number));
    if ("refused" in part) return part.refused;
    const reason = yield* ask("reason", shortWords(say.askWhyDecline, say.reasonLimit));
    return yield* once("decline", ({ consultations }, key) => consultations.decline(key, number, reason));
  },
};
