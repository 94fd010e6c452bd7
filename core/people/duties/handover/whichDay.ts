import { steps, words, type Part } from "../../../dialogue/index.ts";
import { join, type Text } from "../../../language/index.ts";
import type { DutyServices } from "../desk.ts";
import { say } from "../texts.ts";

const { ask, look } = steps<DutyServices>();

/** Asks from which day on, until it is one. */
export function* fromWhichDay(): Part<DutyServices, { readonly date: string; readonly said: Text }> {
  let asked: Text = say.askDay;
  for (let attempt = 1; ; attempt += 1) {
    const said = yield* ask(`day${attempt}`, words(asked));
    const day = yield* look(`date${attempt}`, ({ duties }) => duties.day(said));
    if (!("refused" in day)) return day;
    asked = join([day.refused, say.askDay]);
  }
}
