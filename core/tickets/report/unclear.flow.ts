import {
  choice,
  material,
  materialOf,
  placeIn,
  steps,
  wordsIn,
  type Flow,
  type Material,
  type Question,
} from "../../dialogue/index.ts";
import { asksHowItStands, isYes, meaningOf } from "../../language/index.ts";
import { guessKind } from "../kinds/model.ts";
import { firstNumber } from "../model.ts";
import { unlessAccusing } from "../accusation/accusation.ts";
import { handIn } from "./report.flow.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { say } from "../texts.ts";

const { ask, look, once, within } = steps<TicketServices>();

/** Words that could mean several things: the likeliest meanings are offered, and the words go along with the choice. */
export const unclear: Flow<TicketServices> = {
  name: "unclear",
  title: say.unclearTitle,
  *tell() {
    const said = yield* ask("said", material(say.askWhat));
    const mine = yield* look("mine", (services) => services.tickets.mine(wordsIn(said)));
    const options = choice<string>(say.unclear, [
      ...mine.map(({ number, label }) => ({ id: String(number), label: say.howIsMine(label) })),
      { id: "report", label: say.meansReport },
      { id: "human", label: say.meansHuman },
    ]);
    const meant = yield* ask("meant", oneOrMoreWords(options));
    if (typeof meant !== "string") return yield* within("report", handIn(more(said, meant.words)));
    if (meant === "nothing") return say.anyTime;
    if (meant === "report") return yield* within("report", handIn(said));
    if (meant !== "human") return yield* look("view", (services) => services.tickets.view(Number(meant)));

    const accused = yield* unlessAccusing(said);
    if (accused !== null) return accused;
    const filed = yield* once("file", (services, key) =>
      services.tickets.file(key, said, placeIn(said) ?? { words: say.callMe.zh }, "human"),
    );
    return say.filed(filed.number, filed.responsible ?? undefined, filed.due);
  },
};

type Meant = string | { readonly words: string };

/** The likely meanings as a menu; a matter said in plain words answers it, and other words are kept with the first. */
function oneOrMoreWords(options: Question<string>): Question<Meant> {
  return {
    ...options,
    parse(stored) {
      const words = (stored as { words?: unknown } | null)?.words;
      if (typeof words === "string") return { value: { words } };
      return stored === "nothing" || isTicket(stored) ? { value: stored } : options.parse(stored);
    },
    read(heard, draft) {
      const picked = options.read(heard, draft);
      const said = heard.option === undefined && heard.body.type === "text" ? heard.body.text : "";
      if (isTicket(said.trim())) return { kind: "answer", value: said.trim() };
      if (picked.kind !== "refuse" || picked.why !== undefined || said === "" || isYes(said)) return picked;
      const meaning = meaningOf(said);
      if (meaning === "thanks" || meaning === "fixed") return { kind: "answer", value: "nothing" };
      if (meaning === "greeting") return picked;
      const isMatter = meaning === "matter" && guessKind(said) !== "other" && materialOf(heard.body);
      return isMatter && !("why" in isMatter) ? { kind: "answer", value: { words: said } } : { kind: "add" };
    },
  };
}

/** A number that people say for a matter. */
function isTicket(said: unknown): said is string {
  return typeof said === "string" && /^\d{4,9}$/.test(said) && Number(said) >= firstNumber;
}

/** A question about what was said before is no part of a new matter. */
function more(before: Material, words: string): Material {
  const kept = asksHowItStands(wordsIn(before)) ? [] : before.pieces;
  return { pieces: [...kept, { type: "words", text: words }] };
}
