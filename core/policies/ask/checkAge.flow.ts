import { steps, type Flow, type Part, type Reply } from "../../dialogue/index.ts";
import { askTexts as say } from "../texts/ask.ts";
import type { AskServices } from "./desk.ts";
import type { AgeQuestion } from "./outcome.ts";
import { birthQuestion } from "./questions.ts";

const { ask, once } = steps<AskServices>();

interface Given {
  readonly question: number;
  readonly asks: AgeQuestion;
}

/** Asks when somebody was born, where that decides, and says whether the age suffices. */
export const checkAge: Flow<AskServices, Given> = {
  name: "check_age",
  title: say.title,
  *tell(given) {
    return yield* byAge(given);
  },
};

/** The same within another talk. */
export function* byAge({ question, asks }: Given): Part<AskServices, Reply> {
  const born = yield* ask("birth", birthQuestion(asks));
  return yield* once("judge", ({ asking }) => asking.judge(question, born));
}
