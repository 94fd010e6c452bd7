import { review, steps, type Flow } from "../../dialogue/index.ts";
import type { PointsServices } from "../desk.ts";
import { numberQuestion } from "../numberQuestion.ts";
import { say } from "../texts.ts";
import { settingLimits, type SettingName } from "./model.ts";

const { ask, look, once } = steps<PointsServices>();

const labels = { yes: say.rule.doIt, add: false, drop: say.rule.doNot } as const;

/** How many days entries are public, or above how much a second person agrees: seen before it counts. */
export const changePointsSetting: Flow<PointsServices, { readonly name: SettingName }> = {
  name: "change_points_setting",
  title: say.setting.changeTitle,
  *tell({ name }) {
    const found = yield* look("now", ({ points }) => points.rules.settable());
    if ("refused" in found) return found.refused;
    const limits = settingLimits[name];
    const value = yield* ask("value", numberQuestion(say.setting.ask(name, found.line, limits), limits));
    const preview = yield* look("preview", ({ points }) => points.rules.settingPreview(name, value));
    if ("refused" in preview) return preview.refused;
    const sure = yield* ask("sure", review({ text: preview, ...labels }));
    if (!sure) return say.rule.dropped;
    return yield* once("set", ({ points }) => points.rules.set(name, value));
  },
};
