import { choice, type Choosable, type Question } from "../dialogue/index.ts";
import { fold, isNo, isYes, type Text } from "../language/index.ts";

/** The answer of somebody who does not want to go on. */
export const dropped = "drop";

const dropWords = new Set(["不报了", "不要了", "不办了", "不说了", "不用了", "算了", "没事了", "dropit"]);

/** 「不报了」, said to any question of a report. */
export function wantsOut(said: string): boolean {
  return said.length <= 20 && dropWords.has(fold(said));
}

/** A question that 「不报了」 ends. */
export function orOut<T>(asked: Question<T>): Question<T | typeof dropped> {
  return {
    ...asked,
    parse: (stored) => (stored === dropped ? { value: dropped } : asked.parse(stored)),
    read(heard, draft) {
      const said = heard.body.type === "text" ? heard.body.text : "";
      return wantsOut(said) ? { kind: "answer", value: dropped } : asked.read(heard, draft);
    },
  };
}

/** A choice about what was said before: words that pick nothing are kept with it, and the choice is put again. */
export function choiceOrMore<Id extends string>(
  text: Text,
  options: readonly Choosable<Id>[],
): Question<Id | typeof dropped> {
  const listed = choice(text, options);
  return {
    ...listed,
    parse: (stored) => (stored === dropped ? { value: dropped } : listed.parse(stored)),
    read(heard, draft) {
      const picked = listed.read(heard, draft);
      if (picked.kind !== "refuse" || picked.why !== undefined || heard.option !== undefined) return picked;
      const said = heard.body.type === "text" ? heard.body.text : "";
      if (wantsOut(said)) return { kind: "answer", value: dropped };
      return said === "" || isYes(said) || isNo(said) ? picked : { kind: "add" };
    },
  };
}
