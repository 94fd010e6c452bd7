import { material, steps, type Flow } from "../../dialogue/index.ts";
import { addedTo } from "../same/sameMatter.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { say } from "../texts.ts";

const { ask } = steps<TicketServices>();

/** A villager adds words, photos or voice to a matter she waits for. */
export const add: Flow<TicketServices, { readonly number: number }> = {
  name: "add",
  title: say.addTitle,
  *tell({ number }) {
    return yield* addedTo(number, yield* ask("said", material(say.askAdd(number))));
  },
};
