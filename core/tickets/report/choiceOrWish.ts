import { materialOf, wordsIn, type Material, type Question } from "../../dialogue/index.ts";
import {
  asksHowItStands,
  fold,
  isIntent,
  isNo,
  isYes,
  meaningOf,
  placeOf,
  recognise,
  simplify,
  type Intent,
} from "../../language/index.ts";
import { accuses } from "../accusation/model.ts";
import { guessKind } from "../kinds/model.ts";
import { firstNumber } from "../model.ts";
import { say } from "../texts.ts";

/** A wish or a matter that was picked, or words that say by themselves what they are after. */
export type Meant = string | { readonly words: string; readonly wish: Intent };

/** The likely meanings as a menu; words that say plainly what they are after answer it, and others are kept with the first. */
export function choiceOrWish(options: Question<string>): Question<Meant> {
  return {
    ...options,
    parse(stored) {
      const { words, wish } = (stored ?? {}) as { words?: unknown; wish?: unknown };
      if (typeof words === "string" && typeof wish === "string" && isIntent(wish))
        return { value: { words, wish } };
      return stored === "nothing" || isTicket(stored) ? { value: stored } : options.parse(stored);
    },
    read(heard, draft) {
      const picked = options.read(heard, draft);
      const said = heard.option === undefined && heard.body.type === "text" ? heard.body.text : "";
      if (isNoneOf(said)) return { kind: "refuse", why: say.sayItAgain };
      if (isTicket(said.trim())) return { kind: "answer", value: said.trim() };
      if (picked.kind !== "refuse" || picked.why !== undefined || said === "" || isYes(said)) return picked;
      const meaning = meaningOf(said);
      if (meaning === "thanks" || meaning === "fixed") return { kind: "answer", value: "nothing" };
      if (meaning === "greeting") return picked;
      const wish = wishIn(said);
      const isTooLong = heard.body.type === "text" && "why" in (materialOf(heard.body) ?? {});
      return wish === undefined || isTooLong
        ? { kind: "add" }
        : { kind: "answer", value: { words: said, wish } };
    },
  };
}

/** What words are surely after; an accusation takes the way of a report. */
function wishIn(said: string): Intent | undefined {
  if (accuses(simplify(said))) return "report";
  const { likely, standing } = recognise(said);
  const [first] = likely;
  if (standing === "unsure" || first === undefined || wanted([first], ["progress", "withdraw"]))
    return undefined;
  if (placeOf(first) !== "report") return first;
  return guessKind(simplify(said)) === "other" ? undefined : "report";
}

const noneWords = new Set(
  "都不是 都不对 没有一样 不是这些 不是我要的 不是报事 不是这个意思 noneofthese neither".split(" "),
);

/** None of what is offered: then it is said once more, or to a person. */
function isNoneOf(said: string): boolean {
  return isNo(said) || (said.length <= 20 && noneWords.has(fold(said)));
}

/** Is one of these wanted? */
export function wanted(likely: readonly Intent[], these: readonly Intent[]): boolean {
  return likely.some((intent) => these.includes(placeOf(intent)));
}

/** A number that people say for a matter. */
function isTicket(said: unknown): said is string {
  return typeof said === "string" && /^\d{4,9}$/.test(said) && Number(said) >= firstNumber;
}

/** A question about what was said before is no part of a new matter. */
export function more(before: Material, words: string): Material {
  const kept = asksHowItStands(wordsIn(before)) ? [] : before.pieces;
  return { pieces: [...kept, { type: "words", text: words }] };
}
