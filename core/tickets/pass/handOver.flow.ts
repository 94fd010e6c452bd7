import { choice, material, optional, steps, type Flow } from "../../dialogue/index.ts";
import { passedReply } from "../respond/replies.ts";
import { say } from "../texts.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { wholeTeam } from "./model.ts";

const { ask, look, once } = steps<TicketServices>();

/** Gives a matter to the village team, or to somebody in it, with a word about it. */
export const handOver: Flow<TicketServices, { readonly number: number }> = {
  name: "hand_over",
  title: say.handOverTitle,
  *tell({ number }) {
    const team = yield* look("team", ({ tickets }) => tickets.candidates(number));
    if ("refused" in team) return team.refused;
    const whole = team.isInOffice ? [] : [{ id: wholeTeam, label: say.wholeTeam }];
    const options = [...whole, ...team.candidates];
    const to = yield* ask("to", choice<string>(say.askWhom(number), options));
    const said = yield* ask("said", optional(material(say.askNoteFor(number))));
    const passed = yield* once("pass", ({ tickets }, key) => tickets.handOver(key, number, to, said));
    return passedReply(number, passed);
  },
};
