import {
  choice,
  material,
  placeIn,
  steps,
  wordsIn,
  type Begin,
  type Choosable,
  type Flow,
  type Material,
  type Part,
  type Reply,
} from "../../dialogue/index.ts";
import { isIntent, placeOf, simplify, type Intent } from "../../language/index.ts";
import { accuses, isAboutService } from "../accusation/model.ts";
import { spoken, unlessAccusing } from "../accusation/accusation.ts";
import { tellsOfDispute } from "../dispute/model.ts";
import { choiceOrWish, more, wanted } from "./choiceOrWish.ts";
import { handIn } from "./report.flow.ts";
import { unclearName, type Unclear } from "./wishes.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { say } from "../texts.ts";

const { ask, look, once, within } = steps<TicketServices>();

/** Words that could mean several things: the likeliest meanings are offered, and the words go along with the choice. */
export const unclear: Flow<TicketServices, Unclear> = {
  name: unclearName,
  title: say.unclearTitle,
  *tell(given) {
    const said = given.said ?? (yield* ask("said", material(say.askWhat)));
    const mine = yield* look("mine", (services) => services.tickets.mine(wordsIn(said)));
    const lines = mine.map(({ number, label }) => ({ id: String(number), label: say.howIsMine(label) }));
    const hers = isMineOffered(given) ? lines : [];
    const options = [...hers, ...wishOptions(given, hers.length > 0 ? mostLikely : mostWishes)];
    const text = promptFor(given, mine.length === 0);
    const picked = yield* ask("meant", choiceOrWish(choice<string>(text, [...options, others])));
    const meant =
      picked === others.id
        ? yield* ask("other", choiceOrWish(choice<string>(say.otherWishes, otherOptions(options))))
        : picked;
    if (typeof meant !== "string") return yield* elsewhere(given.wrong === undefined ? said : nothing, meant);
    if (meant === "nothing") return say.anyTime;
    const reply = yield* granted(said, meant);
    // Who reports, and says then that it was no report, has chosen nothing yet.
    if (meant !== "report" || !("begin" in reply)) yield* learnt(said, isIntent(meant) ? meant : "progress");
    return reply;
  },
};

const nothing: Material = { pieces: [] };

function* granted(said: Material, meant: string): Part<TicketServices, Reply | Begin> {
  if (meant === "report") return yield* within("report", handIn(said));
  if (meant === "human") return yield* toPerson(said);
  if (!isIntent(meant)) return yield* look("view", ({ tickets }) => tickets.view(Number(meant)));
  return yield* look("go", ({ wishes }) => wishes.grant(meant, said));
}

/** Her matters stand first where she may ask for them. */
function isMineOffered({ likely, notYet }: Unclear): boolean {
  return notYet === undefined && (likely.length === 0 || wanted(likely, ["progress", "withdraw", "chat"]));
}

/** What is not among the likely ones can be had, too. */
const others: Choosable = { id: "others", label: say.somethingElse };

function otherOptions(offered: readonly Choosable[]): readonly Choosable[] {
  const known = new Set(offered.map(({ id }) => id));
  const rest = Object.entries(say.wishes).filter(([id]) => !known.has(id));
  return [...rest.map(([id, label]) => ({ id, label })), ...offered.filter(({ id }) => id === "human")];
}

const [mostLikely, mostWishes] = [3, 4];
const always: readonly Intent[] = ["policy", "report"];

/** Three wishes, the likeliest first, one more where the words are a little like it and so many fit, and a person at last. */
function wishOptions(given: Unclear, most: number): readonly Choosable[] {
  const { likely, perhaps = [], unanswered } = given;
  const known = offerable(likely, given).slice(0, mostLikely);
  const usual = offerable([...known, ...always], given).slice(0, mostLikely);
  const wishes = offerable([...usual, ...perhaps], given).slice(0, most);
  const asked = unanswered === true && { policy: say.askPersonThen };
  const labels: Partial<Record<Intent, Choosable["label"]>> = { ...say.wishes, ...asked };
  return [...wishes, "human" as const].flatMap((id) => {
    const label = labels[id];
    return label ? [{ id, label }] : [];
  });
}

/** The places of these that have a line and are not ruled out, each once; a person has hers at the end. */
function offerable(intents: readonly Intent[], { notYet, wrong }: Unclear): readonly Intent[] {
  const places = intents
    .map(placeOf)
    .filter((intent) => intent !== notYet && intent !== wrong && intent !== "human" && intent in say.wishes);
  return Array.from(new Set(places));
}

function promptFor({ asksMine, notYet, wrong, unanswered }: Unclear, hasNone: boolean) {
  const sentences: Partial<Record<Intent, Choosable["label"]>> = say.notYet;
  const honest = notYet === undefined ? undefined : sentences[notYet];
  if (honest) return honest;
  if (unanswered === true) return say.unclearUnanswered;
  if (wrong === "report") return say.unclearInstead;
  if (wrong === "policy") return say.unclearNoPolicy;
  return asksMine === true && hasNone ? say.unclearNoneMine : say.unclear;
}

/** What she says instead of choosing: a matter joins what she said before, anything else is a wish of its own. */
function* elsewhere(said: Material, meant: { readonly words: string; readonly wish: Intent }) {
  if (meant.wish === "report") return yield* within("report", handIn(more(said, meant.words)));
  return yield* look("other", ({ wishes }) => wishes.grant(meant.wish, spoken(meant.words)));
}

/** What is between people is kept nowhere else; and who wants a person says nothing about what her words are after. */
function* learnt(said: Material, wish: Intent): Part<TicketServices, void> {
  const words = wordsIn(said);
  if (words === "" || wish === "human" || isBetweenPeople(simplify(words))) return;
  yield* once("learn", ({ wishes }, key) => wishes.learn(key, words, wish));
}

function isBetweenPeople(words: string): boolean {
  return accuses(words) || isAboutService(words) || tellsOfDispute(words);
}

function* toPerson(said: Material): Part<TicketServices, Reply> {
  const accused = yield* unlessAccusing(said);
  if (accused !== null) return accused;
  const filed = yield* once("file", (services, key) =>
    services.tickets.file(key, said, placeIn(said) ?? { words: say.callMe.zh }, "human"),
  );
  return say.filed(filed.number, filed.responsible ?? undefined, filed.due);
}
