import {
  filesIn,
  material,
  placeIn,
  steps,
  wordsIn,
  type Begin,
  type Flow,
  type Material,
  type Part,
  type Place,
  type Reply,
} from "../../dialogue/index.ts";
import { simplify } from "../../language/index.ts";
import { accuses } from "../accusation/model.ts";
import { spoken, unlessAccusing } from "../accusation/accusation.ts";
import { dropped, orOut } from "../choiceOrMore.ts";
import type { KindId } from "../kinds/model.ts";
import { kindQuestion } from "../kinds/question.ts";
import { headline } from "../model.ts";
import { sameMatter } from "../same/sameMatter.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { say } from "../texts.ts";
import { filedReply } from "./replies.ts";
import { noReport, placeOrOut, summary, summaryText } from "./summary.ts";
import { inVillage, whichVillage } from "./whichVillage.ts";
import { askInstead } from "./wishes.ts";

const { ask, look, once, within } = steps<TicketServices>();

const whatIsTheMatter = material(say.askWhat);

/** Reports a problem in the person's own words: asks only what they do not say, and ends with a number to follow it by. */
export const report: Flow<TicketServices> = {
  name: "report",
  title: say.reportTitle,
  about({ what }) {
    const words = wordsIn((what && whatIsTheMatter.parse(what)?.value) || { pieces: [] });
    // Nobody who looks at her phone reads in a reminder that she accuses somebody.
    return say.reportAbout(accuses(simplify(words)) ? "" : words);
  },
  *tell() {
    const what = yield* ask("what", orOut(whatIsTheMatter));
    return what === dropped ? say.dropped : yield* handIn(what);
  },
};

/** What is known already of a matter that is told anew, and whether it is surely a new one. */
export interface Known {
  readonly where?: Place;
  readonly kind?: KindId;
  readonly isNew?: boolean;
  /** She was asked already whether it accuses an official. */
  readonly isOrdinary?: boolean;
  /** Whose matter it is, where somebody else tells it. */
  readonly reporter?: string;
  readonly isFromMeeting?: boolean;
}

/** What follows once it is known what the matter is: where, of which kind, is it told already, and may it be handed in. */
export function* handIn(sent: Material, given: Known = {}): Part<TicketServices, Reply | Begin> {
  const more = isOnlyPlace(sent) ? yield* ask("matter", whatIsTheMatter) : { pieces: [] };
  const what = { pieces: [...sent.pieces, ...more.pieces] };
  const accused = isOwnWord(given) ? yield* unlessAccusing(what) : null;
  if (accused !== null) return accused;
  const guess = yield* look("guess", (services) => services.tickets.guess(wordsIn(what)));
  const village = yield* whichVillage(guess.villages);
  if (village === dropped) return say.dropped;
  const guessed = placeIn(what) ?? (guess.place === null ? undefined : { words: guess.place });
  const mayBeOther =
    isOwnWord(given) && (yield* look("doubt", ({ wishes }) => wishes.isLikelyOnly("report", wordsIn(what))));
  const said = yield* ask("where", placeOrOut(say.askWhere, mayBeOther), given.where ?? guessed);
  if (said === dropped) return say.dropped;
  if (said === noReport) return askInstead(what, "report");
  const where = inVillage(said, village);
  const there = { pieces: [...what.pieces, ...spoken(where.words).pieces] };
  const accusedThere = isOwnWord(given)
    ? yield* within("there", unlessAccusing(spoken(where.words), there))
    : null;
  if (accusedThere !== null) return accusedThere;
  const kind = yield* ask("kind", kindQuestion(guess.likely), given.kind ?? guess.kind ?? undefined);
  if (kind === dropped) return say.dropped;
  // What she says against somebody who serves here must not join what that one reads.
  const isNew = given.isNew === true || guess.named !== null;
  const told = isNew ? null : yield* within("be", sameMatter(what, kind, where));
  if (told !== null) return told;

  const words = headline(wordsIn(what), 200);
  const text = summaryText({ kind, where: where.words, words, files: filesIn(what) }, guess);
  const sure = yield* ask("sure", summary(text, kind, mayBeOther));
  if (sure === noReport) return askInstead(what, "report");
  if (typeof sure !== "boolean")
    return yield* within("re", handIn(what, { ...given, where, kind: sure.kind, isOrdinary: true }));
  if (!sure) return say.dropped;

  if (isForOthers(given)) {
    const whyNot = yield* look("may", ({ tickets }) => tickets.whyNotFor(given.reporter));
    if (whyNot !== null) return whyNot.refused;
  }
  const filed = yield* once("file", ({ tickets }, key) => tickets.file(key, what, where, kind, given));
  return filedReply(filed);
}

/** What somebody tells for another, or for a meeting, has been told to an official already. */
function isOwnWord(given: Known): boolean {
  return !isForOthers(given) && given.isOrdinary !== true;
}

function isForOthers({ reporter, isFromMeeting }: Known): boolean {
  return reporter !== undefined || isFromMeeting === true;
}

/** A location alone says where, and not yet what. */
function isOnlyPlace({ pieces }: Material): boolean {
  return pieces.every(({ type }) => type === "location");
}
