import { choice, type Choosable, type Question } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";

/** A choice about what was said before: words that pick nothing are kept with it, and the choice is put again. */
export function choiceOrMore<Id extends string>(text: Text, options: readonly Choosable<Id>[]): Question<Id> {
  const listed = choice(text, options);
  return {
    ...listed,
    read(heard, draft) {
      const picked = listed.read(heard, draft);
      const isMore = picked.kind === "refuse" && picked.why === undefined && heard.body.type === "text";
      return isMore && heard.option === undefined ? { kind: "add" } : picked;
    },
  };
}
