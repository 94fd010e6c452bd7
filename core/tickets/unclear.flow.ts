import { choice, material, placeIn, steps, type Flow } from "../dialogue/index.ts";
import { handIn } from "./report.flow.ts";
import type { TicketServices } from "./ticketDesk.ts";
import { say } from "./texts.ts";

const { ask, look, once, within } = steps<TicketServices>();

/** Words that could mean several things: the likeliest meanings are offered, and the words go along with the choice. */
export const unclear: Flow<TicketServices> = {
  name: "unclear",
  title: say.unclearTitle,
  *tell() {
    const said = yield* ask("said", material(say.askWhat));
    const mine = yield* look("mine", (services) => services.tickets.mine());
    const meant = yield* ask(
      "meant",
      choice(say.unclear, [
        ...mine.map(({ number, label }) => ({ id: String(number), label: say.howIsMine(label) })),
        { id: "report", label: say.meansReport },
        { id: "human", label: say.meansHuman },
      ]),
    );
    if (meant === "report") return yield* within("report", handIn(said));
    if (meant !== "human") return yield* look("view", (services) => services.tickets.view(Number(meant)));

    const filed = yield* once("file", (services, key) =>
      services.tickets.file(key, said, placeIn(said) ?? { words: say.callMe.zh }, "human"),
    );
    return say.filed(filed.number, filed.responsible ?? undefined, filed.due);
  },
};
