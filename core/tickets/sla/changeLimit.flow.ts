import { choice, optional, steps, words, type Flow, type Question } from "../../dialogue/index.ts";
import { verbatim } from "../../language/index.ts";
import { clockKinds } from "../clock/terms.ts";
import { kindOptions, say } from "../texts.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { readLength, reminding } from "./lengths.ts";

const { ask, look, once } = steps<TicketServices>();

/** Whoever may set limits changes one: for which matters, how long, how often people are reminded, and since when. */
export const changeLimit: Flow<TicketServices, { readonly unit: string; readonly clock: string }> = {
  name: "change_limit",
  title: say.slaTitle,
  *tell({ unit, clock: named }) {
    const clock = clockKinds.find((kind) => kind === named);
    const may = yield* look("may", ({ tickets }) => tickets.limits.mayChange(unit));
    if (may !== null || clock === undefined) return may?.refused ?? say.slaUsage;
    const offices = yield* look("offices", ({ tickets }) => tickets.limits.offices(unit));
    const kinds = clock === "office" ? offices.map(officeOption) : kindOptions;
    const matters = [{ id: "*", label: say.everyMatter }, ...kinds];
    const matter = yield* ask("matter", choice<string>(say.askSlaMatter(clock), matters), onlyOne(matters));
    const isOwn = yield* look("own", ({ tickets }) => tickets.limits.hasOwn({ unit, clock, matter }));
    const said = yield* ask("length", lengthOrNone(isOwn));
    const length = said === none ? null : (readLength(said) ?? null);
    const options = reminding.map((id) => ({ id, label: say.remindings[id] }));
    const how = yield* ask("how", choice(say.askReminding, options), length === null ? "usual" : undefined);
    const why = (yield* ask("why", optional(words(say.askSlaWhy)))) ?? "";

    const change = { unit, clock, matter, length, how, why };
    const preview = yield* look("preview", ({ tickets }) => tickets.limits.preview(change));
    if ("refused" in preview) return preview.refused;
    const since = preview.count === 0 ? [say.sinces.new] : [say.sinces.new, say.sinces.all];
    const wish = yield* ask("since", choice(preview.text, [...since, say.sinces.drop]));
    if (wish === "drop") return say.slaKept;
    const set = yield* once("set", ({ tickets }, key) => tickets.limits.set(key, change, wish === "all"));
    return "refused" in set ? set.refused : say.slaSet(set.moved);
  },
};

function officeOption(name: string) {
  return { id: name, label: verbatim(name) };
}

const none = "none";

function onlyOne(matters: readonly { readonly id: string }[]): string | undefined {
  return matters.length === 1 ? matters[0]?.id : undefined;
}

const inWords = words(say.askLength(false));

const length: Question<string> = {
  ...inWords,
  read(heard, draft) {
    const said = inWords.read(heard, draft);
    if (said.kind !== "answer" || readLength(String(said.value))) return said;
    return { kind: "refuse", why: say.noLength };
  },
};

/** A length of time in words; where there is an own limit, also to take it away. */
function lengthOrNone(isOwn: boolean): Question<string> {
  if (!isOwn) return length;
  const listed = choice<string>(say.askLength(true), [{ id: none, label: say.takeAway }]);
  return {
    ...listed,
    parse: (stored) => length.parse(stored),
    read(heard, draft) {
      const picked = listed.read(heard, draft);
      return picked.kind === "answer" ? picked : length.read(heard, draft);
    },
  };
}
