import { clean } from "../../language/index.ts";
import type { Text } from "../../language/index.ts";
import { wordsOf, type Question } from "../question.ts";
import { say } from "../texts.ts";

/** One message of a platform holds no more than this (Telegram: 4,096). */
const maxWords = 4000;

/** Asks for words of one's own. @param most characters: fewer where they stand on something that others read. */
export function words(text: Text, most = maxWords): Question<string> {
  return {
    expects: say.expects.words,
    put: () => ({ text, options: [] }),
    read({ body }) {
      const said = clean((body.type === "forward" ? body.text : wordsOf(body)) ?? "");
      if (said.length > most) {
        const why = most < maxWords ? say.shorter(said.length, most) : say.tooLong(said.length, most);
        return { kind: "refuse", why };
      }
      return said === "" ? { kind: "refuse" } : { kind: "answer", value: said };
    },
    parse: (stored) => (typeof stored === "string" ? { value: stored } : undefined),
  };
}
