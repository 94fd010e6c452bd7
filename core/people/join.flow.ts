import { choice, steps, words, type Flow, type Json, type Part, type Question } from "../dialogue/index.ts";
import { agree, consentTo, disagree, explain } from "./consent.ts";
import { readName } from "./model.ts";
import type { Newcomer } from "./newcomer.ts";
import { say } from "./texts.ts";

export interface JoinServices {
  readonly newcomer: Newcomer;
}

const { ask, look, once } = steps<JoinServices>();

/** How somebody came: what she said before she was known (answered once she has joined), and the code she came with. */
export interface Coming {
  readonly first: Json;
  readonly code: string | null;
}

/** First contact: consent before anything is kept, then a name and where one lives. */
export const join: Flow<JoinServices, Coming> = {
  name: "join",
  title: say.joinTitle,
  *tell({ first, code }) {
    let consent = yield* ask("consent", consentTo(say.consent, [agree, explain, disagree], first));
    if (consent.id === "explain")
      consent = yield* ask("explained", consentTo(say.explained, [agree, disagree], consent.said));
    if (consent.id === "disagree") return say.disagreed;
    const { said } = consent;

    const name = yield* ask("name", properName);
    const offer = yield* look("offer", (services) => (code === null ? null : services.newcomer.offer(code)));
    if (offer !== null && "refused" in offer) return offer.refused;
    const isForPost = offer !== null && offer.role !== "villager";
    const grid = isForPost ? null : yield* home(offer?.unit ?? null);

    const joined = yield* once("join", (services, key) =>
      services.newcomer.join(key, { name, grid, first: said, code }),
    );
    return joined.post === null
      ? say.welcome(joined.name, joined.worker ?? undefined)
      : say.welcomeToPost(joined.name, joined.post);
  },
};

/** Where she lives: a village by its name, the township where the name is used twice, and the grid in it. */
function* home(known: string | null): Part<JoinServices, string> {
  let village = known;
  let said = "";
  for (let attempt = 1; village === null; attempt += 1) {
    said = yield* ask(`village${attempt}`, words(attempt === 1 ? say.askVillage : say.noSuchVillage(said)));
    const found = yield* look(`found${attempt}`, (services) => services.newcomer.villages(said));
    const [only] = found;
    const listed = found.map(({ code, name }) => ({ id: code, label: { zh: name, en: name } }));
    const none = { id: "none", label: say.noneOfThese };
    if (found.length === 1 && only?.isExact === true) village = only.code;
    else if (found.length > 0) {
      const picked = yield* ask(`which${attempt}`, choice(say.askWhichVillage, [...listed, none]));
      village = picked === none.id ? null : picked;
    }
  }
  const grids = yield* look("grids", (services) => services.newcomer.grids(village));
  const [first] = grids;
  if (first && grids.length === 1) return first.code;
  return yield* ask(
    "grid",
    choice(
      say.askGrid,
      grids.map(({ code, name }) => ({ id: code, label: { zh: name, en: name } })),
    ),
  );
}

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
