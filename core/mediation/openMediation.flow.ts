import {
  choice,
  confirm,
  optional,
  steps,
  words,
  type Flow,
  type Part,
  type Question,
} from "../dialogue/index.ts";
import { readName } from "../people/index.ts";
import type { Refusal } from "../tickets/index.ts";
import type { Side } from "./candidates.ts";
import type { MediationServices } from "./desk.ts";
import { mostOthers, splitNames } from "./model.ts";
import { say } from "./texts.ts";

const { ask, look, once, within } = steps<MediationServices>();

const someoneElse = "else";

/** Calls in a mediator for a dispute: who the other sides are, what it is called, who mediates. */
export const openMediation: Flow<MediationServices, { readonly number: number }> = {
  name: "open_mediation",
  title: say.opening.openTitle,
  *tell({ number }) {
    const may = yield* look("may", ({ mediation }) => mediation.mayOpen(number));
    if ("refused" in may) return may.refused;
    const said = yield* ask("who", names(number, may.reporter));
    const others = yield* within("side", sides(number, splitNames(said)));
    const topic = (yield* ask("topic", optional(shortWords()))) ?? "";
    const mediator = yield* within("by", someMediator(number, others));
    const shown = yield* look("shown", ({ mediation }) => mediation.preview(number, others, mediator));
    const parties = [{ name: may.reporter }, ...others];
    const preview = say.opening.preview({ number, parties, topic, ...shown, changesKind: may.changesKind });
    const sure = yield* ask("sure", confirm(preview, { yes: say.opening.goOn, no: say.opening.notNow }));
    if (!sure) return say.opening.notOpened;
    return yield* once("open", ({ mediation }, key) =>
      mediation.open(key, number, { others, topic, mediator }),
    );
  },
};

/** Gives a mediation to another mediator. */
export const replaceMediator: Flow<MediationServices, { readonly number: number }> = {
  name: "replace_mediator",
  title: say.opening.replaceTitle,
  *tell({ number }) {
    const may: { readonly others: readonly Side[] } | Refusal = yield* look("may", ({ mediation }) =>
      mediation.mayReplace(number),
    );
    if ("refused" in may) return may.refused;
    const to = yield* within("by", someMediator(number, may.others));
    return yield* once("replace", ({ mediation }, key) => mediation.replace(key, number, to));
  },
};

/** Asks for names, and nothing but names; never the reporter's own. */
function names(number: number, reporter: string): Question<string> {
  const asked = words(say.opening.askWho(number));
  return {
    ...asked,
    read(heard, draft) {
      const reading = asked.read(heard, draft);
      if (reading.kind !== "answer") return reading;
      const said = splitNames(String(reading.value));
      const wrong = said.find((name) => readName(name) === undefined);
      if (wrong !== undefined || said.length === 0)
        return { kind: "refuse", why: say.opening.notAName((wrong ?? String(reading.value)).slice(0, 30)) };
      if (said.length > mostOthers) return { kind: "refuse", why: say.opening.tooMany };
      return said.includes(reporter) ? { kind: "refuse", why: say.opening.isReporter(reporter) } : reading;
    },
  };
}

const longestTopic = 30;

function shortWords(): Question<string> {
  const asked = words(say.opening.askTopic);
  return {
    ...asked,
    read(heard, draft) {
      const reading = asked.read(heard, draft);
      const isLong = reading.kind === "answer" && Array.from(String(reading.value)).length > longestTopic;
      return isLong ? { kind: "refuse", why: say.opening.topicTooLong } : reading;
    },
  };
}

/** Who is meant by each name: somebody of the village, or a name only. */
function* sides(number: number, called: readonly string[]): Part<MediationServices, readonly Side[]> {
  const found: Side[] = [];
  for (const [at, name] of called.entries()) {
    const known = yield* look(`known${at}`, ({ mediation }) => mediation.people(number, name));
    const options = known.map(({ label }, index) => ({ id: String(index), label }));
    const none = { id: "none", label: say.opening.noneOfThem(name) };
    const picked =
      known.length === 0
        ? "none"
        : yield* ask(`which${at}`, choice(say.opening.whichOne(name), [...options, none]));
    const person = known[Number(picked)];
    found.push(person ? { id: person.id, name: person.name } : { id: null, name });
  }
  return found;
}

/** Who mediates: somebody of the village team, or somebody else of the village by name. */
function* someMediator(number: number, others: readonly Side[]): Part<MediationServices, string> {
  const team = yield* look("team", ({ mediation }) => mediation.mediators(number, others));
  const options = [
    ...team.map(({ label }, at) => ({ id: String(at), label })),
    { id: someoneElse, label: say.opening.someoneElse },
  ];
  const picked = yield* ask("who", choice<string>(say.opening.askMediator(number), options));
  const member = team[Number(picked)];
  if (member) return member.id;
  let question = say.opening.askElse;
  for (let round = 0; ; round += 1) {
    const name = yield* ask(`name${round}`, words(question));
    const known = yield* look(`known${round}`, ({ mediation }) => mediation.elders(number, others, name));
    question = say.opening.nobodyElse(name.slice(0, 30));
    if (known.length === 0) continue;
    const which = known.map(({ label }, at) => ({ id: String(at), label }));
    const chosen = yield* ask(`which${round}`, choice(say.opening.whichOne(name), which));
    const elder = known[Number(chosen)];
    if (elder) return elder.id;
  }
}
