import { choice, confirm, steps, words, type Flow, type Part } from "../../../dialogue/index.ts";
import type { PersonId } from "../../model.ts";
import type { DutyServices } from "../desk.ts";
import { isNobody } from "../model.ts";
import { say } from "../texts.ts";
import { fromWhichDay } from "./whichDay.ts";

const { ask, look, once } = steps<DutyServices>();

/** Hands a post of a unit to somebody else, or to nobody, from a day on. */
export const handPost: Flow<DutyServices, { readonly unit: string }> = {
  name: "handPost",
  title: say.handTitle,
  *tell({ unit }) {
    const found = yield* look("posts", ({ duties }) => duties.posts(unit));
    if ("refused" in found) return found.refused;
    const lines = found.posts.map(({ label }, index) => ({ id: `p${index}`, label }));
    const picked = yield* ask("post", choice(say.askPost(found.name), lines));
    const post = found.posts[Number(picked.slice(1))];
    if (!post) throw new Error(`line ${picked} was offered and is not there`);
    const to = yield* successor();
    const change = { ...post.change, to };
    const preview = yield* look("preview", ({ duties }) => duties.previewed(change));
    if ("refused" in preview) return preview.refused;
    const day = yield* fromWhichDay();
    const labels = { yes: say.handYes, no: say.handNo };
    const sure = confirm(say.handPreview(preview.line, day.said, preview.count), labels);
    if (!(yield* ask("sure", sure))) return say.notHanded;
    return yield* once("hand", ({ duties }, key) => duties.hand(key, change, day.date));
  },
};

/** Somebody by her name; null for nobody. */
function* successor(): Part<DutyServices, PersonId | null> {
  let asked = say.askSuccessor;
  for (let attempt = 1; ; attempt += 1) {
    const name = yield* ask(`to${attempt}`, words(asked));
    if (isNobody(name)) return null;
    const found = yield* look(`found${attempt}`, ({ duties }) => duties.called(name));
    const [only, ...others] = found;
    if (only && others.length === 0) return only.id;
    if (only) {
      const lines = found.map(({ label }, index) => ({ id: `p${index}`, label }));
      const picked = yield* ask(`which${attempt}`, choice(say.whichSuccessor(name), lines));
      return found[Number(picked.slice(1))]?.id ?? only.id;
    }
    asked = say.noSuchSuccessor(name);
  }
}
