import type { Question } from "../dialogue/index.ts";
import { readNumber, type Text } from "../language/index.ts";
import { say } from "./texts.ts";

/** Asks for a whole number, of points or of things, from `least` to `most`. */
export function numberQuestion(
  text: Text,
  { least, most }: { readonly least: number; readonly most: number },
): Question<number> {
  const isFitting = (value: unknown): value is number =>
    typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
  return {
    expects: say.expectsNumber(least, most),
    put: () => ({ text, options: [] }),
    read({ body }) {
      const said = body.type === "text" ? body.text.replace(/[+＋分件\s]/g, "") : "";
      const value = readNumber(said);
      return isFitting(value) ? { kind: "answer", value } : { kind: "refuse" };
    },
    parse: (stored) => (isFitting(stored) ? { value: stored } : undefined),
  };
}
