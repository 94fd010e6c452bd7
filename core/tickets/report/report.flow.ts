import {
  choice,
  filesIn,
  material,
  place,
  placeIn,
  review,
  steps,
  wordsIn,
  type Flow,
  type Material,
  type Part,
  type Reply,
} from "../../dialogue/index.ts";
import { headline } from "../model.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { kindOptions, say } from "../texts.ts";

const { ask, look, once } = steps<TicketServices>();

const whatIsTheMatter = material(say.askWhat);

/** Reports a problem in the person's own words: asks only what they do not say, and ends with a number to follow it by. */
export const report: Flow<TicketServices> = {
  name: "report",
  title: say.reportTitle,
  about: ({ what }) =>
    say.reportAbout(wordsIn((what && whatIsTheMatter.parse(what)?.value) || { pieces: [] })),
  *tell() {
    return yield* handIn(yield* ask("what", whatIsTheMatter));
  },
};

/** What follows once it is known what the matter is: where, of which kind, and may it be handed in. */
export function* handIn(what: Material): Part<TicketServices, Reply> {
  const guess = yield* look("guess", (services) => services.tickets.guess(wordsIn(what)));
  const known = placeIn(what) ?? (guess.place === null ? undefined : { words: guess.place });
  const where = yield* ask("where", place(say.askWhere), known);
  const kind = yield* ask("kind", choice(say.askKind, kindOptions), guess.kind);

  const text = say.summary(kind, where.words, headline(wordsIn(what), 200), filesIn(what));
  const sure = yield* ask(
    "sure",
    review({ text, changes: { where: say.changePlace, kind: say.changeKind } }),
  );
  if (!sure) return say.dropped;

  const filed = yield* once("file", (services, key) => services.tickets.file(key, what, where, kind));
  const { number, responsible, due } = filed;
  const choices = [{ label: say.seeProgress, token: `/mine ${number}` }];
  return { text: say.filed(number, responsible ?? undefined, due), choices };
}
