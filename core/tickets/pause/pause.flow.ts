import { choice, steps, words, type Flow, type Question } from "../../dialogue/index.ts";
import { say } from "../texts.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { pauseReasons, readPause } from "./model.ts";

const { ask, look, once } = steps<TicketServices>();

/** Whoever must settle a matter waits for something: its clock stands still for some days, and everybody can read why. */
export const pause: Flow<TicketServices, { readonly number: number }> = {
  name: "pause",
  title: say.pauseTitle,
  *tell({ number }) {
    const may = yield* look("may", ({ tickets }) => tickets.pausable(number));
    if ("refused" in may) return may.refused;
    const why = yield* ask("why", reasonOrOwnWords(number));
    const days = yield* ask("days", choice(say.askPauseDays(number), may.days.map(lengthOption)));
    return yield* once("pause", ({ tickets }, key) =>
      tickets.pause(key, number, { why, days: Number(days) }),
    );
  },
};

function lengthOption(days: number) {
  return { id: String(days), label: say.daysLong(days) };
}

/** The usual reasons as a menu; one's own words answer as well. */
function reasonOrOwnWords(number: number): Question<string> {
  const options = pauseReasons.map((id) => ({ id, label: say.pauseReasons[id] }));
  const listed = choice<string>(say.askPauseReason(number), options);
  const own = words(say.askPauseReason(number));
  return {
    ...listed,
    parse: (stored) => own.parse(stored),
    read(heard, draft) {
      const picked = listed.read(heard, draft);
      const isStrange = picked.kind === "refuse" && picked.why === undefined && heard.option === undefined;
      if (!isStrange) return picked;
      const said = own.read(heard, draft);
      if (said.kind !== "answer") return said;
      return readPause(String(said.value)) ? said : { kind: "refuse", why: say.pauseReasonTooShort };
    },
  };
}
