import { choice, type Choosable, type Question } from "../dialogue/index.ts";
import { isNo, isYes, type Text } from "../language/index.ts";

/** A choice about what was said before: words that pick nothing are kept with it, and the choice is put again. */
export function choiceOrMore<Id extends string>(text: Text, options: readonly Choosable<Id>[]): Question<Id> {
  const listed = choice(text, options);
  return {
    ...listed,
    read(heard, draft) {
      const picked = listed.read(heard, draft);
      if (picked.kind !== "refuse" || picked.why !== undefined || heard.option !== undefined) return picked;
      const said = heard.body.type === "text" ? heard.body.text : "";
      return said === "" || isYes(said) || isNo(said) ? picked : { kind: "add" };
    },
  };
}
