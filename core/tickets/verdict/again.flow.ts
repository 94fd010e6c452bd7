import { material, steps, type Flow } from "../../dialogue/index.ts";
import { unlessAccusing } from "../accusation/accusation.ts";
import { choiceOrMore, dropped } from "../choiceOrMore.ts";
import { handIn } from "../report/report.flow.ts";
import { reopenedReply } from "../respond/replies.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { say } from "../texts.ts";

const { ask, once, within } = steps<TicketServices>();

/** Something is said about a matter that has ended: is it broken again, or something new? */
export const again: Flow<TicketServices, { readonly number: number; readonly isSure: boolean }> = {
  name: "again",
  title: say.againTitle,
  *tell({ number, isSure }) {
    const said = yield* ask("said", material(say.askAgain(number)));
    const accused = yield* unlessAccusing(said);
    if (accused !== null) return accused;
    const options = [
      { id: "again", label: say.brokenAgain(number) },
      { id: "new", label: say.newMatterOfHers },
    ];
    const which = choiceOrMore(say.againOrNew(number), options);
    const meant = yield* ask("which", which, isSure ? "again" : undefined);
    if (meant === dropped) return say.anyTime;
    if (meant === "new") return yield* within("report", handIn(said, { isNew: true, isOrdinary: true }));

    const reopened = yield* once("reopen", ({ tickets }, key) => tickets.reopenEnded(key, number, said));
    return reopenedReply(number, reopened);
  },
};
