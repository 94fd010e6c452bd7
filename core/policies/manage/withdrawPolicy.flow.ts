import { review, steps, type Flow } from "../../dialogue/index.ts";
import type { PublishingServices } from "../desk.ts";
import type { PolicyId } from "../model.ts";
import { shortWords } from "../readings/questions.ts";
import { manageTexts as say } from "../texts/manage.ts";

const { ask, look, once } = steps<PublishingServices>();

/** 撤下政策: with a reason that is kept. */
export const withdrawPolicy: Flow<PublishingServices, { readonly id: PolicyId }> = {
  name: "withdraw_policy",
  title: say.withdrawTitle,
  *tell({ id }) {
    const found = yield* look("policy", ({ publishing }) => publishing.changeable(id));
    if ("refused" in found) return found.refused;
    const why = yield* ask("why", shortWords(say.askWhy(found.title)));
    const text = say.sureWithdraw(found.title, why);
    const sure = yield* ask("sure", review({ text, yes: say.withdraw, add: false, drop: say.doNot }));
    if (!sure) return say.left;
    return yield* once("withdraw", ({ publishing }, key) => publishing.withdraw(key, id, why));
  },
};
