import { choice, confirm, steps, words, type Flow, type Part } from "../../dialogue/index.ts";
import { say } from "../texts.ts";
import type { TicketServices } from "../ticketDesk.ts";
import type { Asked, OfficeOption } from "./model.ts";

const { ask, look, once, within } = steps<TicketServices>();

/** No other office is asked. */
const enough = "enough";

/** Several offices settle one matter: one leads and answers, the others are asked for their part. */
export const join: Flow<TicketServices, { readonly number: number }> = {
  name: "join_offices",
  title: say.jointTitle,
  *tell({ number }) {
    const found = yield* look("offices", ({ tickets }) => tickets.desk.offices(number));
    if ("refused" in found) return found.refused;
    const { offices } = found;
    const lead = found.lead ?? (yield* ask("lead", choice<string>(say.askLead(number), offices)));
    const helpers = yield* within(
      "helpers",
      askHelpers(
        number,
        offices.filter(({ id }) => id !== lead),
      ),
    );
    if (helpers.length === 0) return say.nobodyHelps(number);
    const isSure = yield* ask(
      "sure",
      confirm(say.sureJoin(number, named(offices, lead), helpers), say.sureLabels),
    );
    if (!isSure) return say.notDispatched(number);
    return yield* once("join", ({ tickets }, key) => tickets.desk.join(key, number, lead, helpers));
  },
};

function named(offices: readonly OfficeOption[], id: string) {
  return offices.find((office) => office.id === id)?.label;
}

/** Asks for one office after the other, and what each is to do. */
function* askHelpers(
  number: number,
  offices: readonly OfficeOption[],
): Part<TicketServices, readonly Asked[]> {
  const helpers: Asked[] = [];
  let left = offices;
  while (left.length > 0) {
    const end = helpers.length === 0 ? [] : [{ id: enough, label: say.enoughHelpers }];
    const question = choice<string>(say.askHelper(number, helpers.length), [...end, ...left]);
    const office = yield* ask(`office-${helpers.length + 1}`, question);
    if (office === enough) break;
    const label = named(left, office) ?? say.thisOffice;
    const part = yield* ask(`part-${helpers.length + 1}`, words(say.askPart(label)));
    helpers.push({ office, label, part });
    left = left.filter(({ id }) => id !== office);
  }
  return helpers;
}
