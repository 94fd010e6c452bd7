import { choice, review, steps, words, type Flow, type Part } from "../../dialogue/index.ts";
import { verbatim } from "../../language/index.ts";
import type { PointsServices } from "../desk.ts";
import { say } from "../texts.ts";

const { ask, look, once } = steps<PointsServices>();

const times = ["1", "2", "3", "4", "5"].map((id) => ({ id, label: verbatim(id) }));

/** 记积分: to whom, for what, how often and why; seen before it is given. */
export const grantPoints: Flow<PointsServices, { readonly name: string | null }> = {
  name: "grant_points",
  title: say.grant.title,
  *tell({ name }) {
    const person = yield* whoIsMeant(name);
    if (person === null) return say.grant.nobody;
    const found = yield* look("rules", ({ points }) => points.rulesFor(person));
    if ("refused" in found) return found.refused;
    const rule = yield* ask("rule", choice(say.grant.askRule, found.rules));
    const count = yield* ask("times", choice(say.grant.askTimes, times), "1");
    const reason = yield* ask("reason", words(say.grant.askReason));
    const gift = { person, rule, times: Number(count), reason };
    const preview = yield* look("preview", ({ points }) => points.preview(gift));
    if ("refused" in preview) return preview.refused;
    const sure = yield* ask("sure", review({ text: preview, changes, ...labels }));
    if (!sure) return say.grant.dropped;
    return yield* once("give", ({ points }, key) => points.give(key, gift));
  },
};

const labels = { yes: say.grant.give, add: false, drop: say.grant.doNotGive } as const;
const changes = { reason: say.grant.changeReason, times: say.grant.changeTimes, rule: say.grant.changeRule };

function* whoIsMeant(name: string | null): Part<PointsServices, string | null> {
  const said = yield* ask("name", words(say.grant.askName), name ?? undefined);
  const people = yield* look("people", ({ points }) => points.receivers(said));
  const [only, ...others] = people;
  if (!only) return null;
  return yield* ask("who", choice(say.grant.askWho, people), others.length === 0 ? only.id : undefined);
}

/** The second person does not agree to what somebody wants to give. */
export const refuseGrant: Flow<PointsServices, { readonly id: number }> = {
  name: "refuse_grant",
  title: say.grant.refuseTitle,
  *tell({ id }) {
    const refusal = yield* look("may", ({ points }) => points.whyNotDecide(id));
    if (refusal) return refusal.refused;
    const why = yield* ask("why", words(say.grant.askWhyRefuse));
    return yield* once("refuse", ({ points }) => points.refuse(id, why));
  },
};

/** Taking back what was given by mistake. */
export const takeBackPoints: Flow<PointsServices, { readonly id: number }> = {
  name: "take_back_points",
  title: say.grant.takeBackTitle,
  *tell({ id }) {
    const found = yield* look("what", ({ points }) => points.takeable(id));
    if ("refused" in found) return found.refused;
    const why = yield* ask("why", words(say.grant.askWhyBack(found.what)));
    return yield* once("back", ({ points }) => points.takeBack(id, why));
  },
};
