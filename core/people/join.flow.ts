import { choice, steps, words, type Flow, type Json, type Question } from "../dialogue/index.ts";
import { agree, consentTo, disagree, explain } from "./consent.ts";
import { readName } from "./model.ts";
import type { Newcomer } from "./service.ts";
import { say } from "./texts.ts";

export interface JoinServices {
  readonly newcomer: Newcomer;
}

const { ask, look, once } = steps<JoinServices>();

/**
 * First contact: consent before anything is kept, then a name and where one lives. `first` is what she said before she
 * was known; it is answered once she has joined.
 */
export const join: Flow<JoinServices, { readonly first: Json }> = {
  name: "join",
  title: say.joinTitle,
  *tell({ first }) {
    let consent = yield* ask("consent", consentTo(say.consent, [agree, explain, disagree], first));
    if (consent.id === "explain")
      consent = yield* ask("explained", consentTo(say.explained, [agree, disagree], consent.said));
    if (consent.id === "disagree") return say.disagreed;
    const { said } = consent;

    const name = yield* ask("name", properName);
    const grids = yield* look("grids", (services) => services.newcomer.grids());
    if (grids.length === 0) return say.noGrid;
    const homes = grids.map((grid) => ({ id: grid.code, label: { zh: grid.name, en: grid.name } }));
    const grid = yield* ask("grid", choice(say.askGrid, homes));

    const joined = yield* once("join", (services, key) =>
      services.newcomer.join(key, { name, grid, first: said }),
    );
    return say.welcome(joined.name, joined.worker ?? undefined);
  },
};

const anyWords = words(say.askName);

const properName: Question<string> = {
  ...anyWords,
  read(heard, draft) {
    const reading = anyWords.read(heard, draft);
    if (reading.kind !== "answer") return reading;
    const name = readName(String(reading.value));
    return name === undefined ? { kind: "refuse", why: say.notName } : { kind: "answer", value: name };
  },
};
