import { choice, confirm, steps, words, type Flow, type Part, type Question } from "../dialogue/index.ts";
import type { HouseholdServices, Someone } from "./households/desk.ts";
import { say } from "./households/texts.ts";
import { readAddress, readName } from "./model.ts";

const { ask, look, once } = steps<HouseholdServices>();

/** Registers a household: where it is and who heads it. */
export const addHousehold: Flow<HouseholdServices, { readonly grid: string }> = {
  name: "addHousehold",
  title: say.addTitle,
  *tell({ grid }) {
    const address = yield* ask("address", properAddress);
    const taken = yield* look("taken", ({ households }) => households.at(grid, address));
    if (taken !== null) return taken;
    const head = yield* someone(grid, address, properName(say.askHead));
    if (head === null) return say.notMoved;
    return yield* once("add", ({ households }, key) => households.add(key, { grid, address, head }));
  },
};

/** Adds somebody to a household. */
export const addMember: Flow<HouseholdServices, { readonly id: number }> = {
  name: "addMember",
  title: say.memberTitle,
  *tell({ id }) {
    const home = yield* look("home", ({ households }) => households.home(id));
    if ("refused" in home) return home.refused;
    const who = yield* someone(home.grid, home.address, properName(say.askMember));
    if (who === null) return say.notMoved;
    return yield* once("add", ({ households }, key) => households.addMember(key, id, who));
  },
};

/** Somebody known by this name, asked about when she is registered elsewhere, or somebody new; null when she is to stay. */
function* someone(
  grid: string,
  here: string,
  asked: Question<string>,
): Part<HouseholdServices, Someone | null> {
  const name = yield* ask("name", asked);
  const found = yield* look("found", ({ households }) => households.people(grid, name));
  if (found.length > 0) {
    const lines = found.map(({ label }, index) => ({ id: `p${index}`, label }));
    const picked = yield* ask(
      "who",
      choice(say.whichPerson, [...lines, { id: "new", label: say.somebodyNew(name) }]),
    );
    const known = found[Number(picked.slice(1))];
    const elsewhere = known?.address ?? here;
    if (known && elsewhere !== here) {
      const labels = { yes: say.move, no: say.leave };
      if (!(yield* ask("move", confirm(say.askMove(known.name, elsewhere), labels)))) return null;
    }
    if (known) return { id: known.id };
  }
  const phones = [
    { id: "chat", label: say.hasChat },
    { id: "phone", label: say.phoneOnly },
  ];
  const phone = yield* ask("phone", choice(say.askPhone(name), phones));
  return { name, phoneOnly: phone === "phone" };
}

/** An address of the village, tidied. */
export const properAddress: Question<string> = read(words(say.askAddress), readAddress, say.notAddress);

/** A name alone. */
export function properName(asked: typeof say.askHead): Question<string> {
  return read(words(asked), readName, say.notName);
}

function read(
  question: Question<string>,
  tidied: (words: string) => string | undefined,
  why: typeof say.askHead,
): Question<string> {
  return {
    ...question,
    read(heard, draft) {
      const reading = question.read(heard, draft);
      if (reading.kind !== "answer") return reading;
      const value = tidied(String(reading.value));
      return value === undefined ? { kind: "refuse", why } : { kind: "answer", value };
    },
  };
}
