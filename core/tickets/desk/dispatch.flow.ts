import { choice, confirm, material, optional, steps, type Flow } from "../../dialogue/index.ts";
import { say } from "../texts.ts";
import type { TicketServices } from "../ticketDesk.ts";

const { ask, look, once } = steps<TicketServices>();

/** Sends a matter to one of the four platforms or a department, with a word about it. */
export const dispatch: Flow<TicketServices, { readonly number: number }> = {
  name: "dispatch",
  title: say.dispatchTitle,
  *tell({ number }) {
    const found = yield* look("offices", ({ tickets }) => tickets.desk.offices(number));
    if ("refused" in found) return found.refused;
    const office = yield* ask(
      "office",
      choice<string>(say.askOffice(number, found.isProposed), found.offices),
    );
    const said = yield* ask("said", optional(material(say.askNoteForOffice(number))));
    const chosen = found.offices.find(({ id }) => id === office);
    const isSure = yield* ask("sure", confirm(say.sureDispatch(number, chosen?.label), say.sureLabels));
    if (!isSure) return say.notDispatched(number);
    return yield* once("dispatch", ({ tickets }, key) => tickets.desk.dispatch(key, number, office, said));
  },
};
