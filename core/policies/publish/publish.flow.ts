import { material, steps, type Flow } from "../../dialogue/index.ts";
import type { PublishingServices } from "../desk.ts";
import type { PolicyId } from "../model.ts";
import { publishTexts as say } from "../texts/publish.ts";
import { describePolicy } from "./describe.flow.ts";

const { ask, look, once, within } = steps<PublishingServices>();

interface Given {
  /** The policy whose next version this is; null for a new one. */
  readonly replaces: PolicyId | null;
}

/** 发布政策: the text, or a file of it, becomes a draft in passages; then what it is. */
export const publishPolicy: Flow<PublishingServices, Given> = {
  name: "publish_policy",
  title: say.title,
  *tell({ replaces }) {
    const allowed = yield* look("allowed", ({ publishing }) => publishing.mayPublish(replaces));
    if ("refused" in allowed) return allowed.refused;
    const text = allowed.title === null ? say.askDocument : say.askNextVersion(allowed.title);
    const what = yield* ask("what", material(text));
    const taken = yield* once("take", ({ publishing }, key) => publishing.take(key, what, replaces));
    if ("said" in taken) return taken.said;
    return yield* within("about", describePolicy.tell({ id: taken.draft }));
  },
};
