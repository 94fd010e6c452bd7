import {
  choice,
  material,
  materialOf,
  steps,
  wordsIn,
  type Flow,
  type Material,
  type Question,
  type Reply,
} from "../../dialogue/index.ts";
import { fold, isYes, join, meaningOf, respelled, type Text } from "../../language/index.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { say } from "../texts.ts";
import { dangerIn, type Danger } from "./model.ts";
import type { More, State } from "./more.ts";

const { ask, once } = steps<TicketServices>();

/** How often she is asked for more before the talk ends by itself; what she says later is passed on all the same. */
const mostRounds = 12;

/** A danger to life: what to do comes first, then everybody is told, and every further word goes to them at once. */
export const danger: Flow<TicketServices, { readonly danger: Danger }> = {
  name: "danger",
  title: say.dangerTitle,
  *tell(given) {
    const what = yield* ask("what", material(say.askWhat));
    const raised = yield* once("raise", ({ tickets }, key) => tickets.raise(key, what, given.danger));
    const { number } = raised;
    let said = join([say.dangerDo(given.danger), say.dangerTold(number, raised.told)]);
    let [isPlaceKnown, isStateKnown] = [raised.isPlaceKnown, false];
    for (let round = 1; round <= mostRounds && !(isPlaceKnown && isStateKnown); round += 1) {
      const text = join([said, isPlaceKnown ? say.dangerMore : say.dangerWhere]);
      const more = yield* ask(`more${round}`, whatNow(text, statesFor(given.danger, round)));
      if (more.state === "calm") {
        yield* once("calm", ({ tickets }, key) => tickets.calm(key, number));
        return say.dangerCalm(number);
      }
      const place = yield* once(`pass${round}`, ({ tickets }, key) => tickets.passOn(key, number, more));
      if (more.state === "over") return say.dangerOver(number);
      isPlaceKnown ||= place;
      isStateKnown ||= more.state !== null;
      said = nextInstruction(more.said, given.danger);
    }
    return ended(number, said, given.danger);
  },
};

/** Each number stays what it was while she was asked: who says "still inside" twice does not call off those who come. */
function ended(number: number, said: Text, kind: Danger): Reply {
  const states: readonly State[] = [...statesFor(kind, mostRounds), "calm"];
  const choices = states.map((state) => ({
    label: say.dangerStates[state],
    token: `/mine ${number} ${state === "over" ? "safe" : state}`,
  }));
  return { text: join([said, say.dangerMore]), choices };
}

/** Another danger in her words brings its own instruction. */
function nextInstruction(said: Material | null, before: Danger): Text {
  const other = said === null ? undefined : dangerIn(respelled(wordsIn(said)));
  return other === undefined || other === before
    ? say.dangerPassed
    : join([say.dangerDo(other), say.dangerPassed]);
}

const indoors: readonly Danger[] = ["gas", "fire", "collapse", "violence"];

function statesFor(kind: Danger, round: number): readonly State[] {
  const first: readonly State[] = indoors.includes(kind)
    ? ["out", "inside", "come"]
    : ["called", "cannot", "come"];
  return [...first, round === 1 ? "calm" : "over"];
}

/** Buttons that fit, and any message besides: nothing she sends is refused. */
function whatNow(text: Text, states: readonly State[]): Question<More> {
  const listed = choice<State>(
    text,
    states.map((id) => ({ id, label: say.dangerStates[id] })),
  );
  return {
    ...listed,
    parse: (stored) => ({ value: stored as unknown as More }),
    read(heard, draft) {
      const picked = listed.read(heard, draft);
      if (picked.kind === "answer") return { kind: "answer", value: { state: picked.value, said: null } };
      const words = heard.body.type === "text" ? heard.body.text : "";
      // Said in words it ends the alarm in every round, whichever buttons stand there.
      if (isSaid("over", words)) return { kind: "answer", value: { state: "over", said: null } };
      if (isSaid("calm", words)) return { kind: "answer", value: { state: "calm", said: null } };
      if (isYes(words) || meaningOf(words) === "thanks") return { kind: "wait", draft: null };
      const said = heard.option === undefined ? materialOf(heard.body) : undefined;
      if (said === undefined || "why" in said) return { kind: "refuse" };
      return { kind: "answer", value: { state: null, said } };
    },
  };
}

function isSaid(state: State, words: string): boolean {
  const { zh, en } = say.dangerStates[state];
  return [fold(zh), fold(en)].includes(fold(words));
}
