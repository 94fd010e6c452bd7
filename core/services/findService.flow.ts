import { choice, steps, type Flow } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import { choiceOrWords } from "../tickets/index.ts";
import { noneOfThem, nothing, notFound, type DirectoryServices, type Lines } from "./desk.ts";
import { say } from "./texts.ts";

const { ask, look } = steps<DirectoryServices>();

interface Given {
  /** What she wants done; null where she has to say. */
  readonly words: string | null;
}

/** 办事服务: a kind of matter, or words for one; then the one she means, and all that is known of it. */
export const findService: Flow<DirectoryServices, Given> = {
  name: "find_service",
  title: say.title,
  *tell(given) {
    const menu = yield* look("menu", ({ directory }) => directory.menu());
    if (menu.options.length === 0) return nothing;
    const what = yield* ask("what", choiceOrWords(menu.text, labelsIn(menu)), given.words ?? undefined);
    const found = yield* look("found", ({ directory }) => directory.find(what));
    const [first, another] = found.options;
    if (!first) return notFound;
    const which = yield* ask("which", choice(found.text, found.options), another ? undefined : first.id);
    if (which === noneOfThem.id) return notFound;
    return yield* look("card", ({ directory }) => directory.card(Number(which)));
  },
};

function labelsIn({ options }: Lines): Readonly<Record<string, Text>> {
  return Object.fromEntries(options.map(({ id, label }) => [id, label]));
}
