import { confirm, steps, words, type Flow, type Part } from "../../../dialogue/index.ts";
import type { Text } from "../../../language/index.ts";
import type { DutyServices } from "../desk.ts";
import type { Post } from "../model.ts";
import { say } from "../texts.ts";
import type { RosterDay } from "./service.ts";

const { ask, look, once } = steps<DutyServices>();

/** Enters who of several holders of a post is on duty on which days. */
export const enterRoster: Flow<DutyServices, Post> = {
  name: "enterRoster",
  title: say.rosterTitle,
  *tell({ unit, role }) {
    const post = { unit, role };
    const kept = yield* look("names", ({ duties }) => duties.rosterNames(post));
    if ("refused" in kept) return kept.refused;
    const { days, shown } = yield* roster(post, say.askRoster(kept.names));
    const labels = { yes: say.rosterYes, no: say.rosterNo };
    if (!(yield* ask("sure", confirm(say.rosterAsk(shown), labels)))) return say.rosterDropped;
    return yield* once("enter", ({ duties }, key) => duties.enterRoster(key, post, days));
  },
};

/** The lines of a roster, asked for until all of them are right. */
function* roster(
  post: Post,
  asking: Text,
): Part<DutyServices, { readonly days: readonly RosterDay[]; readonly shown: Text }> {
  let asked = asking;
  for (let attempt = 1; ; attempt += 1) {
    const said = yield* ask(`lines${attempt}`, words(asked));
    const read = yield* look(`read${attempt}`, ({ duties }) => duties.readRoster(post, said));
    if (!("problems" in read)) return read;
    asked = read.problems;
  }
}
