import { steps, type Flow } from "../../dialogue/index.ts";
import type { PublishingServices } from "../desk.ts";
import { dateQuestion } from "../header/questions.ts";
import type { PolicyId } from "../model.ts";
import { manageTexts as say } from "../texts/manage.ts";

const { ask, look, once } = steps<PublishingServices>();

/** 改有效期: until when a policy holds. */
export const changeUntil: Flow<PublishingServices, { readonly id: PolicyId }> = {
  name: "change_until",
  title: say.untilTitle,
  *tell({ id }) {
    const found = yield* look("policy", ({ publishing }) => publishing.changeable(id));
    if ("refused" in found) return found.refused;
    const question = dateQuestion(say.askUntil(found.title, found.validUntil), say.unlimited);
    const until = yield* ask("until", question);
    return yield* once("change", ({ publishing }, key) => publishing.setUntil(key, id, until));
  },
};
