import { choice, type Choosable, type Question } from "../dialogue/index.ts";
import { fold, isNo, isYes, type Text } from "../language/index.ts";

/** The answer of somebody who does not want to go on. */
export const dropped = "drop";

const dropping =
  /^(?:(?:那|还是|我|就|先|嗯|好)*(?:不(?:想)?(?:再)?(?:报|要|办|说|讲|反映|弄|搞|用)(?:这个|它|你们)?了|算了|没(?:什么)?事了?|没什么了?|当我没说|dropit|nevermind|forgetit)(?:吧|啊|呀|哦|谢谢|麻烦了)*)+$/u;

/** 「不报了」 and its like, said to any question of a report, and nothing else. */
export function wantsOut(said: string): boolean {
  return said.length <= 20 && dropping.test(fold(said));
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
