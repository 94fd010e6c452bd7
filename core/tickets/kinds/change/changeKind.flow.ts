import { choice, optional, steps, words, type Flow } from "../../../dialogue/index.ts";
import { kindOptions, say } from "../../texts.ts";
import type { TicketServices } from "../../ticketDesk.ts";
import { isChoosable } from "./model.ts";

const { ask, look, once } = steps<TicketServices>();

const choosable = kindOptions.filter(({ id }) => isChoosable(id));

/** Whoever acts on a matter puts right what it is about, and may say why. */
export const changeKind: Flow<TicketServices, { readonly number: number }> = {
  name: "change_kind",
  title: say.changeKindTitle,
  *tell({ number }) {
    const now = yield* look("now", ({ tickets }) => tickets.kindNow(number));
    if ("refused" in now) return now.refused;
    const others = choosable.filter(({ id }) => id !== now.kind);
    const kind = yield* ask("kind", choice(say.askKindOf(number, now.kind), others));
    const reason = yield* ask("reason", optional(words(say.askWhyKind)));
    const changed = yield* once("change", ({ tickets }, key) =>
      tickets.changeKind(key, number, { kind, reason: reason ?? "" }),
    );
    return changed === "changed" ? say.kindChanged(number, kind) : changed.refused;
  },
};
