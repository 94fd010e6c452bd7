import { choice, review, steps, words, type Flow, type Part } from "../../dialogue/index.ts";
import { verbatim } from "../../language/index.ts";
import type { PointsServices } from "../desk.ts";
import { isActivity } from "../model.ts";
import { numberQuestion } from "../numberQuestion.ts";
import { say } from "../texts.ts";
import { capLimits, deltaLimits } from "./model.ts";
import { lineOfNew, whyNotNew, type ChangeableRule, type SaidChange } from "./service.ts";

const { ask, look, once } = steps<PointsServices>();

const labels = { yes: say.rule.doIt, add: false, drop: say.rule.doNot } as const;

/** Other points or another cap for a rule, or no such rule any more: a new version, seen before it counts. */
export const changePointsRule: Flow<PointsServices, { readonly id: number }> = {
  name: "change_points_rule",
  title: say.rule.changeTitle,
  *tell({ id }) {
    const found = yield* look("rule", ({ points }) => points.rules.changeable(id));
    if ("refused" in found) return found.refused;
    const what = yield* ask("what", choice(say.rule.askWhat(found.line), say.rule.whats));
    const change = yield* changeMeant(what, found.caps);
    const preview = yield* look("preview", ({ points }) => points.rules.preview(id, change));
    if ("refused" in preview) return preview.refused;
    const sure = yield* ask("sure", review({ text: preview, ...labels }));
    if (!sure) return say.rule.dropped;
    return yield* once("change", ({ points }) => points.rules.change(id, change));
  },
};

function* changeMeant(what: string, caps: ChangeableRule["caps"]): Part<PointsServices, SaidChange> {
  if (what === "remove") return { what };
  if (what === "delta")
    return { what, delta: yield* ask("delta", numberQuestion(say.rule.askDelta, deltaLimits)) };
  const cap = yield* ask("cap", choice(say.rule.askCap, caps));
  const isSet = caps.some((one) => one.id === cap && one.isSet);
  const how = yield* ask("how", choice(say.rule.askCapHow, say.rule.capHows), isSet ? undefined : "most");
  if (how === "none") return { what: "cap", cap, most: null };
  return { what: "cap", cap, most: yield* ask("most", numberQuestion(say.rule.askCapMost, capLimits)) };
}

/** Makes undone what was changed about rules or settings, as long as nobody changed it again: one more change, seen before it counts. */
export const undoPointsChange: Flow<
  PointsServices,
  { readonly what: "rule" | "setting"; readonly id: number }
> = {
  name: "undo_points_change",
  title: say.rule.undoTitle,
  *tell(change) {
    const preview = yield* look("preview", ({ points }) => points.rules.undoPreview(change));
    if ("refused" in preview) return preview.refused;
    const sure = yield* ask("sure", review({ text: preview, ...labels }));
    if (!sure) return say.rule.dropped;
    return yield* once("undo", ({ points }) => points.rules.undo(change));
  },
};

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
    const delta = yield* ask("delta", numberQuestion(say.rule.askDelta, deltaLimits));
    const most = yield* ask("most", choice(say.rule.askMost, limits));
    const monthMost = most === noLimit ? null : Number(most);
    const rule = { title: title.slice(0, 20), kind, delta, monthMost };
    const whyNot = whyNotNew(rule);
    if (whyNot) return whyNot;
    const sure = yield* ask("sure", review({ text: say.rule.sureAdd(lineOfNew(rule)), ...labels }));
    if (!sure) return say.rule.dropped;
    return yield* once("add", ({ points }, key) => points.rules.add(key, rule));
  },
};
