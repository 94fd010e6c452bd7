import { choice, steps, words, type Flow } from "../../dialogue/index.ts";
import type { KindId } from "../kinds/model.ts";
import { kindOptions } from "../texts.ts";
import { say } from "../texts.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { anyKind } from "./model.ts";

const { ask, look, once } = steps<TicketServices>();

interface Given {
  readonly kind: KindId | typeof anyKind | null;
  readonly words: string | null;
}

const any = "any";

/** Keeps words for answers: for one kind of matter or any, for the place of whoever makes them. */
export const addTemplate: Flow<TicketServices, Given> = {
  name: "add_template",
  title: say.templateTitle,
  *tell(given) {
    const units = yield* look("units", ({ tickets }) => tickets.templates.units());
    if (units.length === 0) return say.mayNotKeepTemplates;
    const kinds = [{ id: any, label: say.anyKind }, ...kindOptions];
    const said = given.kind === anyKind ? any : given.kind;
    const picked = yield* ask("kind", choice<string>(say.askTemplateKind, kinds), said ?? undefined);
    const kind = picked === any ? anyKind : (picked as KindId);
    const text = yield* ask("words", words(say.askTemplateWords), given.words ?? undefined);
    const [first, another] = units;
    const unit = yield* ask(
      "unit",
      choice<string>(say.askTemplateUnit, units),
      another ? undefined : first?.id,
    );
    const kept = yield* once("add", ({ tickets }) => tickets.templates.add({ kind, words: text, unit }));
    if (kept !== "kept") return kept.refused;
    const choices = [{ label: say.seeTemplates, token: "/tasks words" }];
    return { text: say.templateKept(kind, text), choices };
  },
};
