import { choice, steps, type Flow } from "../../dialogue/index.ts";
import { say } from "../texts.ts";
import type { TicketServices } from "../ticketDesk.ts";
import type { DayChange } from "./service.ts";

const { ask, once } = steps<TicketServices>();

/** A holiday or a day to work on is entered by hand, for what comes from now on or for what is under way too. */
export const changeDay: Flow<TicketServices, DayChange> = {
  name: "change_day",
  title: say.dayTitle,
  *tell(day) {
    const { all, drop } = say.sinces;
    const wish = yield* ask("since", choice(say.askDay(day), [say.sinces.new, all, drop]));
    if (wish === "drop") return say.slaKept;
    const set = yield* once("set", ({ tickets }, key) => tickets.limits.setDay(key, day, wish === "all"));
    return "refused" in set ? set.refused : say.daySet(day, set.moved);
  },
};
