import { choice, review, steps, words, type Flow, type Part } from "../../dialogue/index.ts";
import type { YearServices } from "../desk.ts";
import { mostWords } from "../model.ts";
import { say } from "../texts.ts";

const { ask, look, once } = steps<YearServices>();

const changes = { reason: say.star.changeReason, name: say.star.changeName };
const labels = { yes: say.star.nominate, add: false, drop: say.star.doNot } as const;

/** 推荐服务明星: whom, and for what; she is asked before anybody reads her name. */
export const nominateStar: Flow<YearServices> = {
  name: "nominate_star",
  title: say.star.title,
  *tell() {
    const closed = yield* look("may", ({ year }) => year.whyNotNominate());
    if (closed) return closed.refused;
    const person = yield* whoIsMeant();
    if (person === null) return say.star.nobody;
    const refusal = yield* look("candidate", ({ year }) => year.whyNotStar(person));
    if (refusal) return refusal.refused;
    const reason = yield* ask("reason", words(say.star.askReason, mostWords));
    const preview = yield* look("preview", ({ year }) => year.previewStar(person, reason));
    if ("refused" in preview) return preview.refused;
    const sure = yield* ask("sure", review({ text: preview, changes, ...labels }));
    if (!sure) return say.star.dropped;
    return yield* once("nominate", ({ year }) => year.nominate(person, reason));
  },
};

function* whoIsMeant(): Part<YearServices, string | null> {
  const said = yield* ask("name", words(say.star.askName));
  const people = yield* look("people", ({ year }) => year.candidates(said));
  const [only, ...others] = people;
  if (!only) return null;
  return yield* ask("who", choice(say.star.askWho, people), others.length === 0 ? only.id : undefined);
}
