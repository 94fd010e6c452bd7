import { choice, words, type Question } from "../../../dialogue/index.ts";
import type { Text } from "../../../language/index.ts";
import { periodTexts as say, type Periods } from "../../texts/period.ts";
import { periodOf, type PeriodKey } from "./model.ts";
import { readPeriod } from "./read.ts";

/** Asks of which days; one of those offered, or any other in one's own words. */
export function periodQuestion(text: Text, { today, options }: Periods): Question<PeriodKey> {
  const listed = choice(text, options);
  const own = words(text);
  return {
    ...listed,
    parse: (stored) =>
      typeof stored === "string" && periodOf(stored) !== undefined ? { value: stored } : undefined,
    read(heard, draft) {
      const picked = listed.read(heard, draft);
      if (picked.kind !== "refuse" || picked.why !== undefined || heard.option !== undefined) return picked;
      const said = own.read(heard, draft);
      const key = said.kind === "answer" ? readPeriod(String(said.value), today) : undefined;
      return key === undefined ? { kind: "refuse", why: say.noPeriod } : { kind: "answer", value: key };
    },
  };
}
