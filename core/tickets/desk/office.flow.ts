import { optional, steps, words, type Flow } from "../../dialogue/index.ts";
import { say } from "../texts.ts";
import type { TicketServices } from "../ticketDesk.ts";

const { ask, look, once } = steps<TicketServices>();

/** Adds a department to a unit: its name, and what it is there for. */
export const addOffice: Flow<TicketServices, { readonly unit: string }> = {
  name: "add_office",
  title: say.addOffice,
  *tell({ unit }) {
    const name = yield* ask("name", words(say.askOfficeName));
    const why = yield* look("why_not", ({ tickets }) => tickets.desk.whyNoOffice(unit, name));
    if (why) return why.refused;
    const duties = yield* ask("duties", optional(words(say.askOfficeDuties)));
    return yield* once("add", ({ tickets }) => tickets.desk.addOffice(unit, name, duties));
  },
};

/** Gives an office another name. */
export const renameOffice: Flow<TicketServices, { readonly office: number }> = {
  name: "rename_office",
  title: say.renameOffice,
  *tell({ office }) {
    const name = yield* ask("name", words(say.askOfficeName));
    return yield* once("rename", ({ tickets }) => tickets.desk.renameOffice(office, name));
  },
};
