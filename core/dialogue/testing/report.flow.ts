import type { Flow } from "../flow.ts";
import { steps } from "../flow.ts";
import { choice } from "../questions/choice.ts";
import { filesIn, material, placeIn, wordsIn } from "../questions/material.ts";
import { place } from "../questions/place.ts";
import { review } from "../questions/review.ts";
import { say } from "./example.texts.ts";
import type { ReportServices } from "./exampleServices.ts";

const { ask, look, once } = steps<ReportServices>();

/** Report a problem in the person's own words. Ends with a number to follow it by. */
export const report: Flow<ReportServices> = {
  name: "report",
  title: say.report,
  about: ({ kind }) => (typeof kind === "string" ? say.kindLabel(kind) : say.report),
  *tell() {
    const what = yield* ask("what", material(say.what));
    const guess = yield* look("guess", ({ tickets }) => tickets.classify(wordsIn(what)));
    const where = yield* ask("where", place(say.where), guess.where ?? placeIn(what));
    const kind = yield* ask("kind", choice(say.kind, say.kinds), guess.kind);

    // A neighbour may have reported it already; following theirs is quicker for everyone.
    const twins = yield* look("twins", ({ tickets }) => tickets.likelyTwins(where.words, kind));
    if (twins.length > 0) {
      const known = twins.map(({ number, about }) => say.twin(String(number), about));
      const same = yield* ask("same", choice(say.same, [...known, say.none]));
      if (same !== say.none.id) return say.joined(yield* once("follow", (s) => s.tickets.follow(same)));
    }

    const sure = yield* ask("sure", review(say.review(wordsIn(what), where, kind, filesIn(what).length)));
    if (!sure) return say.dropped;
    return say.filed(yield* once("file", ({ tickets }, key) => tickets.file(key, wordsIn(what))));
  },
};
