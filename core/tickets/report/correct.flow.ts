import { material, steps, wordsIn, type Flow } from "../../dialogue/index.ts";
import { choiceOrMore, dropped } from "../choiceOrMore.ts";
import { addedTo } from "../same/sameMatter.ts";
import { handIn } from "./report.flow.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { say } from "../texts.ts";

const { ask, once, within } = steps<TicketServices>();

/** 「不是，我说的是灯」 right after a matter was handed in: does it belong to that matter, or is it a new one? */
export const correct: Flow<TicketServices, { readonly number: number }> = {
  name: "correct",
  title: say.addTitle,
  *tell({ number }) {
    const said = yield* ask("said", material(say.askAdd(number)));
    const options = [
      { id: "part", label: say.partOf(number) },
      { id: "new", label: say.newMatterOfHers },
    ];
    const meant = yield* ask("meant", choiceOrMore(say.partOrNew([number]), options));
    if (meant === dropped) return say.anyTime;
    if (meant === "new") return yield* within("report", handIn(said, { isNew: true }));
    yield* once("kind", ({ tickets }) => tickets.putKindRight(number, wordsIn(said)));
    return yield* addedTo(number, said);
  },
};
