import { choice, steps, words, type Flow, type Json, type Part, type Question } from "../dialogue/index.ts";
import { isNo, isYes } from "../language/index.ts";
import { readName } from "./model.ts";
import type { Newcomer } from "./newcomer.ts";
import { say } from "./texts.ts";

export interface JoinServices {
  readonly newcomer: Newcomer;
}

const { ask, look, once } = steps<JoinServices>();

const agree = { id: "agree", label: say.agree };
const explain = { id: "explain", label: say.explain };
const disagree = { id: "disagree", label: say.disagree };

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
    let consent = yield* ask("consent", yesOrNo(choice(say.consent, [agree, explain, disagree])));
    if (consent === "explain")
      consent = yield* ask("explained", yesOrNo(choice(say.explained, [agree, disagree])));
    if (consent === "disagree") return say.disagreed;

    const name = yield* ask("name", properName);
    const offer = yield* look("offer", (services) => (code === null ? null : services.newcomer.offer(code)));
    if (offer !== null && "refused" in offer) return offer.refused;
    const isForPost = offer !== null && offer.role !== "villager";
    const grid = isForPost ? null : yield* home(offer?.unit ?? null);

    const joined = yield* once("join", (services, key) =>
      services.newcomer.join(key, { name, grid, first, code }),
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

/** 好 agrees, 不要 does not: consent is given or refused in anybody's words. */
function yesOrNo<Id extends string>(question: Question<Id>): Question<Id> {
  return {
    ...question,
    read(heard, draft) {
      const said = heard.option === undefined && heard.body.type === "text" ? heard.body.text : "";
      if (isYes(said)) return { kind: "answer", value: agree.id };
      return isNo(said) ? { kind: "answer", value: disagree.id } : question.read(heard, draft);
    },
  };
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
