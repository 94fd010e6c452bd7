import type { Question } from "../../dialogue/index.ts";
import { readNumber, type Text } from "../../language/index.ts";
import { say } from "../texts.ts";

/** Asks for a number of points, from 1 to `most`. */
export function pointsQuestion(text: Text, most: number): Question<number> {
  const isFitting = (value: unknown): value is number =>
    typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= most;
  return {
    expects: say.judge.expectsPoints(most),
    put: () => ({ text, options: [] }),
    read({ body }) {
      const said = body.type === "text" ? body.text.replace(/[+＋分\s]/g, "") : "";
      const value = readNumber(said);
      return isFitting(value) ? { kind: "answer", value } : { kind: "refuse" };
    },
    parse: (stored) => (isFitting(stored) ? { value: stored } : undefined),
  };
}
