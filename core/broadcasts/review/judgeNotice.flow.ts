import { steps, words, type Flow } from "../../dialogue/index.ts";
import type { NoticeServices } from "../desk.ts";
import type { NoticeId } from "../model.ts";
import { say } from "../texts.ts";
import type { Verdict } from "./service.ts";

const { ask, look, once } = steps<NoticeServices>();

/** A leader says no: before a notice goes, or to an urgent one afterwards; always with a reason. */
export const judgeNotice: Flow<NoticeServices, { readonly id: NoticeId; readonly verdict: Verdict }> = {
  name: "judge_notice",
  title: say.review.refuseTitle,
  *tell({ id, verdict }) {
    const refusal = yield* look("may", ({ notices }) => notices.whyNotJudge(id, verdict));
    if (refusal) return refusal.refused;
    const question = verdict === "refuse" ? say.review.askWhyRefuse : say.review.askWhyObject;
    const why = yield* ask("why", words(question));
    return yield* once("judge", ({ notices }) => notices.judge(id, verdict, why));
  },
};
