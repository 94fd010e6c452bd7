import { choice, review, steps, words, type Flow, type Question } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { choiceOrWords } from "../choiceOrWords.ts";
import { readNumbers } from "../tasks/model.ts";
import { say } from "../texts.ts";
import type { TicketServices } from "../ticketDesk.ts";

const { ask, look, once } = steps<TicketServices>();

const reasons: ReadonlyMap<string, Text> = new Map(Object.entries(say.passReasons));

interface Given {
  /** Which; everything that could be handed on, unless given. */
  readonly numbers: readonly number[] | null;
  /** The one it was begun from. */
  readonly first: number | null;
}

/** Hands several matters to a colleague: which, to whom, why; seen once more before it is done. */
export const passSeveral: Flow<TicketServices, Given> = {
  name: "pass_several",
  title: say.passSeveralTitle,
  *tell(given) {
    const mine = given.numbers ?? (yield* look("mine", ({ tickets }) => tickets.several.passable()));
    if (mine.length === 0) return say.nothingToPass;
    const first = mine.find((number) => number === given.first);
    const which =
      given.numbers === null && mine.length > 1
        ? yield* ask("which", choice(say.whichToPass(mine), whichOnes(mine.length, first)))
        : "all";
    const some = which === "some" ? yield* ask("numbers", numbersAmong(mine)) : mine;
    const numbers = which === "only" && first !== undefined ? [first] : some;
    const plan = yield* look("plan", ({ tickets }) => tickets.several.planPassing(numbers));
    if ("refused" in plan) return plan.refused;

    const to = yield* ask("to", choice<string>(say.toWhomSeveral(plan.going), plan.candidates));
    const check = yield* look("check", ({ tickets }) => tickets.several.checkPassing(numbers, to));
    if ("refused" in check) return check.refused;
    const { going, staying } = check;
    const picked = yield* ask("why", choiceOrWords(say.whyPass, say.passReasons));
    const why = reasons.get(picked)?.zh ?? picked;
    const whom = plan.candidates.find(({ id }) => id === to)?.label ?? say.wholeTeam;
    const summary = {
      text: say.passPreview(whom, going, staying, why),
      changes: { to: say.passElse },
      yes: say.passNow,
      add: false,
      drop: say.doNotPass,
    } as const;
    if (!(yield* ask("sure", review(summary)))) return say.notPassed;
    const passed = yield* once("pass", ({ tickets }, key) => tickets.several.pass(key, going, { to, why }));
    return "refused" in passed
      ? passed.refused
      : say.passedSeveral(passed.to, passed.numbers, passed.staying);
  },
};

function whichOnes(count: number, first: number | undefined) {
  return [
    ...(first === undefined ? [] : [{ id: "only", label: say.passOnly(first) }]),
    { id: "all", label: say.passAll(count) },
    { id: "some", label: say.passSome },
  ];
}

/** Numbers out of a list, said one after another. */
function numbersAmong(mine: readonly number[]): Question<readonly number[]> {
  const own = words(say.askNumbers);
  return {
    ...own,
    read(heard, draft) {
      const said = own.read(heard, draft);
      if (said.kind !== "answer") return said;
      const { numbers, rest } = readNumbers(String(said.value));
      const strange = numbers.filter((number) => !mine.includes(number));
      if (numbers.length === 0 || rest !== "") return { kind: "refuse", why: say.askNumbers };
      return strange.length > 0
        ? { kind: "refuse", why: say.notAmongYours(strange) }
        : { kind: "answer", value: numbers };
    },
    parse: (stored) => (Array.isArray(stored) ? { value: stored as number[] } : undefined),
  };
}
