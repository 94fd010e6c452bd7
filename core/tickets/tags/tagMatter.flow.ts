import { choice, steps, type Flow } from "../../dialogue/index.ts";
import { say } from "../texts.ts";
import type { TicketServices } from "../ticketDesk.ts";

const { ask, look, once } = steps<TicketServices>();

/** 甄别: a tag is put on a matter, or taken off. */
export const tagMatter: Flow<TicketServices, { readonly number: number }> = {
  name: "tag_matter",
  title: say.tagTitle,
  *tell({ number }) {
    const found = yield* look("matter", ({ tickets }) => tickets.taggable(number));
    if ("refused" in found) return found.refused;
    const tag = yield* ask("tag", choice(found.text, found.tags));
    return yield* once("turn", ({ tickets }, key) => tickets.turnTag(key, number, tag));
  },
};
