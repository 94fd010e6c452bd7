import { choice, review, steps, words, type Flow } from "../../dialogue/index.ts";
import type { BulletinServices } from "../desk.ts";
import { mostWords, type FollowUpKind } from "../model.ts";
import { say } from "../texts.ts";
import { remedyDays } from "./model.ts";

const { ask, look, once } = steps<BulletinServices>();

interface Given {
  readonly bulletin: number;
  readonly number: number;
  readonly kind: FollowUpKind;
}

const days = remedyDays.map((count) => ({ id: String(count), label: say.follow.days(count) }));

/** 整改, 约谈 or 通报 about a matter on a published sheet: with whom, about what, seen before it is submitted. */
export const followUp: Flow<BulletinServices, Given> = {
  name: "follow_up",
  title: say.follow.title,
  *tell(given) {
    const { kind } = given;
    const found = yield* look("people", ({ bulletins }) => bulletins.follow.askable(given));
    if ("refused" in found) return found.refused;
    const whom = yield* ask("whom", choice(say.follow.askWhom(kind), found.people));
    const about = yield* ask("words", words(say.follow.askWords[kind], mostWords));
    const within = kind === "remedy" ? yield* ask("days", choice(say.follow.askDays, days)) : "0";
    const wish = { ...given, whom, words: about, days: Number(within) };
    const preview = yield* look("preview", ({ bulletins }) => bulletins.follow.preview(wish));
    if ("refused" in preview) return preview.refused;
    const sure = yield* ask("sure", review({ text: preview, changes, ...labels }));
    if (!sure) return say.follow.dropped;
    return yield* once("submit", ({ bulletins }, key) => bulletins.follow.submit(key, wish));
  },
};

const labels = { yes: say.follow.yes, add: false, drop: say.follow.no } as const;
const changes = { words: say.follow.changeWords, whom: say.follow.changeWhom };

interface Decided {
  readonly id: number;
}

/** The discipline role does not agree to what the command room asks for. */
export const declineFollowUp: Flow<BulletinServices, Decided> = {
  name: "decline_follow_up",
  title: say.follow.declineTitle,
  *tell({ id }) {
    const refusal = yield* look("may", ({ bulletins }) => bulletins.follow.whyNotDecline(id));
    if (refusal) return refusal.refused;
    const why = yield* ask("why", words(say.follow.askWhyDecline, mostWords));
    return yield* once("decline", ({ bulletins }) => bulletins.follow.decline(id, why));
  },
};

/** 记结果: what came of a follow-up. */
export const closeFollowUp: Flow<BulletinServices, Decided> = {
  name: "close_follow_up",
  title: say.follow.doneTitle,
  *tell({ id }) {
    const refusal = yield* look("may", ({ bulletins }) => bulletins.follow.whyNotClose(id));
    if (refusal) return refusal.refused;
    const outcome = yield* ask("outcome", words(say.follow.askOutcome, mostWords));
    return yield* once("close", ({ bulletins }) => bulletins.follow.close(id, outcome));
  },
};
