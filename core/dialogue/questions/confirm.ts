import { isNo, isYes, readNumber, type Text } from "../../language/index.ts";
import { optionNamed, wordsOf, type Option, type Question } from "../question.ts";
import { say } from "../texts.ts";

/** Asks yes or no; 好, 嗯, 对的 count as yes. */
export function confirm(
  text: Text,
  labels: { readonly yes: Text; readonly no: Text } = { yes: say.yes, no: say.no },
): Question<boolean> {
  const options: readonly Option[] = [
    { id: "yes", label: labels.yes },
    { id: "no", label: labels.no },
  ];
  return {
    expects: say.expects.confirm,
    put: () => ({ text, options }),
    read({ body, option }) {
      const said = wordsOf(body) ?? "";
      const number = readNumber(said);
      const picked = option ?? options[(number ?? 0) - 1]?.id ?? optionNamed(said, options)?.id;
      if (picked === "yes" || isYes(said)) return { kind: "answer", value: true };
      if (picked === "no" || isNo(said)) return { kind: "answer", value: false };
      return number === undefined
        ? { kind: "refuse" }
        : { kind: "refuse", why: say.outOfRange(options.length) };
    },
    parse: (stored) => (typeof stored === "boolean" ? { value: stored } : undefined),
  };
}
