import { material, steps, type Flow } from "../../dialogue/index.ts";
import { settledReply } from "./replies.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { say } from "../texts.ts";

const { ask, once } = steps<TicketServices>();

/** Notes a matter as settled when nothing was said about it yet: how, in a sentence or a photo. */
export const settle: Flow<TicketServices, { readonly number: number }> = {
  name: "settle",
  title: say.settleTitle,
  *tell({ number }) {
    const how = yield* ask("how", material(say.askHow(number)));
    const settled = yield* once("settle", (services, key) => services.tickets.settle(key, number, how));
    return settledReply(number, settled);
  },
};
