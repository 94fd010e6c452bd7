import { choice, steps, type Flow } from "../../dialogue/index.ts";
import type { ExchangeServices } from "../desk.ts";
import { outgoingTexts as say } from "../texts/outgoing.ts";

const { ask, look, once } = steps<ExchangeServices>();

interface Given {
  /** The code of a unit; null where she has to say which. */
  readonly unit: string | null;
}

/** 导出: a table of what she is in charge of, made by a job and sent as a file. */
export const exportTable: Flow<ExchangeServices, Given> = {
  name: "export_table",
  title: say.title,
  *tell({ unit }) {
    const places = yield* look("places", ({ exchange }) => exchange.placesToExport());
    if ("refused" in places) return places.refused;
    const where = unit ?? (yield* ask("where", choice(say.askUnit, places.units), only(places.units)));
    const offer = yield* look("offer", ({ exchange }) => exchange.toExport(where));
    if ("refused" in offer) return offer.refused;
    const what = yield* ask("what", choice(say.askSubject(offer.place), offer.subjects));
    const format = yield* ask("format", choice(say.askFormat, formats));
    return yield* once("take", ({ exchange }, key) => exchange.takeOut(key, where, what, format));
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
