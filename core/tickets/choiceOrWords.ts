import { choice, words, type Question } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";

/** A menu of reasons; a reason in one's own words answers as well. The answer is a reason's id, or the words. */
export function choiceOrWords(text: Text, reasons: Readonly<Record<string, Text>>): Question<string> {
  const listed = choice<string>(
    text,
    Object.entries(reasons).map(([id, label]) => ({ id, label })),
  );
  const own = words(text);
  return {
    ...listed,
    parse: (stored) => own.parse(stored),
    read(heard, draft) {
      const picked = listed.read(heard, draft);
      const isStrange = picked.kind === "refuse" && picked.why === undefined && heard.option === undefined;
      return isStrange ? own.read(heard, draft) : picked;
    },
  };
}
