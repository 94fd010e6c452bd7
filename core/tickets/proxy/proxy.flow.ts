import {
  choice,
  material,
  optional,
  steps,
  words,
  wordsIn,
  type Flow,
  type Material,
  type Part,
  type Question,
} from "../../dialogue/index.ts";
import { simplify, verbatim } from "../../language/index.ts";
import { readName } from "../../people/index.ts";
import { accuses } from "../accusation/model.ts";
import { handIn } from "../report/report.flow.ts";
import { say } from "../texts.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { isMeeting, somebodyNew } from "./model.ts";
import type { Known } from "./service.ts";

const { ask, look, once, within } = steps<TicketServices>();

/** 代报: whoever keeps a grid reports for somebody in it, or what was raised at a meeting; a forwarded message opens it. */
export const proxy: Flow<TicketServices> = {
  name: "proxy",
  title: say.proxyTitle,
  *tell() {
    const what = yield* ask("what", material(say.askProxyWhat));
    if (accuses(simplify(wordsIn(what)))) {
      yield* once("forget", ({ forget }) => forget(what));
      return say.notByProxy;
    }
    const name = yield* ask("name", nameOrMeeting(what));
    const known = yield* look("known", ({ tickets }) => tickets.residents(name));
    if ("refused" in known) return known.refused;
    if (known.isMeeting) return yield* within("report", handIn(what, { isNew: true, isFromMeeting: true }));

    const options = [...known.residents, { id: somebodyNew, label: say.somebodyNew(name) }];
    const who = yield* ask("who", choice<string>(say.whichResident(name, known.residents.length), options));
    const reporter = who === somebodyNew ? yield* within("new", registered(name, known)) : who;
    if (typeof reporter !== "string") return reporter.refused;
    return yield* within("report", handIn(what, { isNew: true, reporter }));
  },
};

/**
 * A name that could be registered, or a meeting; what cannot be one is refused before anything else is asked. Whoever wrote
 * what was forwarded is offered; a second forwarded message or a picture is part of the matter, never a name.
 */
function nameOrMeeting(what: Material): Question<string> {
  const own = words(say.askForWhom);
  const writers = forwardedFrom(what).map((name, index) => ({ id: `from${index}`, label: verbatim(name) }));
  const options = [...writers, { id: "meeting", label: say.meeting }];
  return {
    ...own,
    put: () => ({ text: say.askForWhom, options }),
    read(heard, draft) {
      const picked = options.find(({ id }) => id === heard.option);
      if (picked) return { kind: "answer", value: picked.label.zh };
      if (heard.body.type !== "text") return { kind: "add" };
      const said = own.read(heard, draft);
      if (said.kind !== "answer" || isMeeting(String(said.value))) return said;
      const value = readName(String(said.value));
      return value === undefined ? { kind: "refuse", why: say.onlyTheName } : { kind: "answer", value };
    },
  };
}

const mostWriters = 3;

/** The names under which forwarded messages were written, as far as they can be names. */
function forwardedFrom({ pieces }: Material): readonly string[] {
  const names = pieces.flatMap((piece) => (piece.type === "forward" ? (readName(piece.from) ?? []) : []));
  return Array.from(new Set(names)).slice(0, mostWriters);
}

/** Somebody nobody has registered yet: where she lives, and she is there. */
function* registered(name: string, { grids }: Known): Part<TicketServices, string | Refused> {
  const [only, another] = grids;
  const grid = yield* ask("grid", choice<string>(say.askGrid(name), grids), another ? undefined : only?.id);
  const address = yield* ask("address", optional(words(say.askAddress(name))));
  return yield* once("register", ({ tickets }, key) => tickets.register(key, { name, grid, address }));
}

type Refused = { readonly refused: { readonly zh: string; readonly en: string } };
