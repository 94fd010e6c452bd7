import {
  material,
  materialOf,
  optional,
  placeIn,
  steps,
  type Flow,
  type Material,
  type Question,
} from "../../dialogue/index.ts";
import { unlessAccusing } from "../accusation/accusation.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { say } from "../texts.ts";

const { ask, once } = steps<TicketServices>();

/** Finds a person: whatever is said, or nothing, goes to the grid worker as a matter with its own number and clock. */
export const human: Flow<TicketServices> = {
  name: "human",
  title: say.humanTitle,
  *tell() {
    const said = (yield* ask("said", optional(oneMessage))) ?? nothingSaid;
    const accused = yield* unlessAccusing(said);
    if (accused !== null) return accused;
    const { number, responsible, due } = yield* once("file", (services, key) =>
      services.tickets.file(key, said, placeIn(said) ?? { words: say.callMe.zh }, "human"),
    );
    return say.filed(number, responsible ?? undefined, due);
  },
};

const nothingSaid: Material = { pieces: [{ type: "words", text: say.humanAnyway.zh }] };

/** The first message is enough: whoever wants a person is not asked twice. */
const oneMessage: Question<Material> = {
  ...material(say.askHuman),
  read({ body }) {
    const value = materialOf(body);
    if (value === undefined) return { kind: "refuse" };
    return "why" in value ? { kind: "refuse", why: value.why } : { kind: "answer", value };
  },
};
