import { material, optional, steps, type Flow } from "../dialogue/index.ts";
import type { TicketServices } from "./services.ts";
import { say } from "./texts.ts";

const { ask, once } = steps<TicketServices>();

/** Finds a person: whatever is said, or nothing, goes to the grid worker as a matter with its own number and clock. */
export const human: Flow<TicketServices> = {
  name: "human",
  title: say.humanTitle,
  *tell() {
    const said = (yield* ask("said", optional(material(say.askHuman)))) ?? {
      pieces: [{ type: "words", text: say.humanAnyway.zh }],
    };
    const { number, responsible, due } = yield* once("file", (services, key) =>
      services.tickets.file(key, said, { words: say.callMe.zh }, "human"),
    );
    return say.filed(number, responsible ?? undefined, due);
  },
};
