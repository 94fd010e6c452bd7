import { choice, review, steps, words, type Flow } from "../../dialogue/index.ts";
import { verbatim } from "../../language/index.ts";
import type { PointsServices } from "../desk.ts";
import { isActivity } from "../model.ts";
import { numberQuestion } from "../numberQuestion.ts";
import { say } from "../texts.ts";
import { lineOfNew } from "./service.ts";

const { ask, look, once } = steps<PointsServices>();

const mostPoints = 500;

/** Other points for a rule, or no such rule any more: a new version, seen before it counts. */
export const changePointsRule: Flow<PointsServices, { readonly id: number }> = {
  name: "change_points_rule",
  title: say.rule.changeTitle,
  *tell({ id }) {
    const found = yield* look("rule", ({ points }) => points.rules.changeable(id));
    if ("refused" in found) return found.refused;
    const what = yield* ask("what", choice(say.rule.askWhat(found.line), say.rule.whats));
    const isRemoved = what === "remove";
    const delta = isRemoved
      ? null
      : yield* ask("delta", numberQuestion(say.rule.askDelta, { least: 1, most: mostPoints }));
    const sure = yield* ask("sure", review({ text: say.rule.sure(found.line, delta), ...labels }));
    if (!sure) return say.rule.dropped;
    return yield* once("change", ({ points }) => points.rules.change(id, delta));
  },
};

const labels = { yes: say.rule.doIt, add: false, drop: say.rule.doNot } as const;

const noLimit = "none";
const limits = [
  ...["10", "20", "50", "100"].map((id) => ({ id, label: verbatim(id) })),
  { id: noLimit, label: say.keep.noLimit },
];

/** A rule of one's own unit, by which its staff give points. */
export const addPointsRule: Flow<PointsServices> = {
  name: "add_points_rule",
  title: say.rule.addTitle,
  *tell() {
    const found = yield* look("where", ({ points }) => points.rules.whereToAdd());
    if ("refused" in found) return found.refused;
    const title = yield* ask("title", words(say.rule.askTitle(found.where)));
    if (isActivity(title)) return say.rule.noActivity;
    const kind = yield* ask("kind", choice(say.rule.askKind, say.rule.kinds));
    const delta = yield* ask("delta", numberQuestion(say.rule.askDelta, { least: 1, most: mostPoints }));
    const most = yield* ask("most", choice(say.rule.askMost, limits));
    const rule = {
      title: title.slice(0, 20),
      kind,
      delta,
      monthMost: most === noLimit ? null : Number(most),
    };
    const sure = yield* ask("sure", review({ text: say.rule.sureAdd(lineOfNew(rule)), ...labels }));
    if (!sure) return say.rule.dropped;
    return yield* once("add", ({ points }, key) => points.rules.add(key, rule));
  },
};
