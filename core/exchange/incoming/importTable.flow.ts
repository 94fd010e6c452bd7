import { choice, steps, type Flow } from "../../dialogue/index.ts";
import type { ExchangeServices } from "../desk.ts";
import type { Imported } from "../model.ts";
import { incomingTexts as say } from "../texts/incoming.ts";
import { fileQuestion } from "./fileQuestion.ts";
import { fieldsOf } from "./model.ts";

const { ask, look, once } = steps<ExchangeServices>();

interface Given {
  /** The code of a unit, and what is brought into it; null where she has to say. */
  readonly unit: string | null;
  readonly subject: Imported | null;
}

/** 导入: a table is sent and looked at by a job; nothing changes before she has seen what it would do. */
export const importTable: Flow<ExchangeServices, Given> = {
  name: "import_table",
  title: say.title,
  *tell({ unit, subject }) {
    const places = yield* look("places", ({ exchange }) => exchange.placesToImport());
    if ("refused" in places) return places.refused;
    const where = unit ?? (yield* ask("where", choice(say.askUnit, places.units), only(places.units)));
    const offer = yield* look("offer", ({ exchange }) => exchange.toImport(where));
    if ("refused" in offer) return offer.refused;
    const what = yield* ask(
      "what",
      choice(say.askSubject(offer.place), offer.subjects),
      subject ?? undefined,
    );
    const sent = yield* ask("file", fileQuestion(say.askFile(what, fieldsOf[what])));
    if ("template" in sent)
      return yield* once("template", ({ exchange }, key) => exchange.askTemplate(key, where, what));
    return yield* once("take", ({ exchange }, key) => exchange.bringIn(key, where, what, sent.file));
  },
};

/** Where there is one place nobody is asked. */
function only(units: readonly { readonly id: string }[]): string | undefined {
  return units.length === 1 ? units[0]?.id : undefined;
}
