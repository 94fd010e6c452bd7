import { choice, steps, type Flow } from "../../dialogue/index.ts";
import type { ExchangeServices } from "../desk.ts";
import type { Exported } from "../model.ts";
import { outgoingTexts as say } from "../texts/outgoing.ts";
import { periodTexts } from "../texts/period.ts";
import { periodQuestion } from "./period/periodQuestion.ts";

const { ask, look, once } = steps<ExchangeServices>();

interface Given {
  /** The code of a unit; null where she has to say which. */
  readonly unit: string | null;
  /** What she asked for by name; null where she has to say what. */
  readonly subject: Exported | null;
}

/** 导出: a table of what she is in charge of, made by a job and sent as a file. */
export const exportTable: Flow<ExchangeServices, Given> = {
  name: "export_table",
  title: say.title,
  *tell({ unit, subject }) {
    const places = yield* look("places", ({ exchange }) => exchange.placesToExport());
    if ("refused" in places) return places.refused;
    const where = unit ?? (yield* ask("where", choice(say.askUnit, places.units), only(places.units)));
    const offer = yield* look("offer", ({ exchange }) => exchange.toExport(where));
    if ("refused" in offer) return offer.refused;
    const isOffered = offer.subjects.some(({ id }) => id === subject);
    if (subject !== null && !isOffered) return say.unnamed(offer.place);
    const what = subject ?? (yield* ask("what", choice(say.askSubject(offer.place), offer.subjects)));
    const periods = yield* look("periods", ({ exchange }) => exchange.periods(what));
    const period = periods && (yield* ask("period", periodQuestion(periodTexts.ask, periods)));
    const format = yield* ask("format", choice(say.askFormat, formats));
    const wanted = { unit: where, subject: what, period, format };
    return yield* once("take", ({ exchange }, key) => exchange.takeOut(key, wanted));
  },
};

const formats = [
  { id: "xlsx", label: say.xlsx },
  { id: "csv", label: say.csv },
] as const;

/** Where there is one place nobody is asked. */
function only(units: readonly { readonly id: string }[]): string | undefined {
  return units.length === 1 ? units[0]?.id : undefined;
}
