import { fold, isNo, isYes, readNumber, type Text } from "../../language/index.ts";
import type { Json } from "../json.ts";
import { optionNamed, wordsOf, type Heard, type Option, type Question, type Reading } from "../question.ts";
import { say } from "../texts.ts";

/** What is put before the person once more, and what she may do with it. */
export interface Summary {
  readonly text: Text;
  /** The steps she may change, by name, with the label of each. */
  readonly changes?: Readonly<Record<string, Text>>;
  readonly yes?: Text;
  /** False where nothing can be added. */
  readonly add?: Text | false;
  readonly drop?: Text;
}

const dropWords = new Set(["不报了", "不要了", "不办了", "不交了", "drop"]);

/** Nothing more to add: hand it in. */
const handInWords = new Set(
  (
    "交 交吧 交了 交上去 交上去吧 报 报吧 报上去 提交 发吧 就这样 就这样吧 就这个 就这些 没了 没有了 没别的了 " +
    "对对对交吧 好交吧 send senditin"
  ).split(" "),
);

function readWords(said: string, draft: Json): Reading {
  if (said.length <= 20 && dropWords.has(fold(said))) return { kind: "answer", value: false };
  if (fold(said) === "好了" && draft === "adding") return { kind: "wait", draft: null };
  if (isYes(said) || (said.length <= 20 && handInWords.has(fold(said))))
    return { kind: "answer", value: true };
  if (isNo(said)) return { kind: "wait", draft: "changing" };
  return { kind: "add" };
}

function readOption(id: string): Reading {
  if (id === "yes") return { kind: "answer", value: true };
  if (id === "drop") return { kind: "answer", value: false };
  return id === "add" ? { kind: "wait", draft: "adding" } : { kind: "change", step: id.slice(1) };
}

function read(heard: Heard, draft: Json, shown: readonly Option[], whole: readonly Option[]): Reading {
  const said = wordsOf(heard.body);
  const number = heard.option === undefined && said !== undefined ? readNumber(said) : undefined;
  const picked =
    heard.option ?? (number === undefined ? optionNamed(said ?? "", whole) : shown[number - 1])?.id;
  if (picked !== undefined) {
    return whole.some(({ id }) => id === picked) ? readOption(picked) : { kind: "refuse" };
  }
  if (number !== undefined) return { kind: "refuse", why: say.outOfRange(shown.length) };
  return said === undefined ? { kind: "add" } : readWords(said, draft);
}

/**
 * Puts a summary: true when it is right, false when it is dropped. Choosing what to change drops that answer and every
 * later one. Words and media sent meanwhile join the nearest material asked before.
 */
export function review(summary: Summary): Question<boolean> {
  const canAdd = summary.add !== false;
  const yes: Option = { id: "yes", label: summary.yes ?? say.handIn };
  const add: readonly Option[] = canAdd ? [{ id: "add", label: summary.add || say.addMore }] : [];
  const drop: Option = { id: "drop", label: summary.drop ?? say.drop };
  const names = Object.entries(summary.changes ?? {});
  const changes: readonly Option[] = names.map(([step, label]) => ({ id: `~${step}`, label }));
  const whole = [yes, ...changes, ...add, drop];
  const short = [yes, ...add, drop];
  function shown(draft: Json): readonly Option[] {
    if (draft === "adding") return [yes, drop];
    return draft === "brief" ? short : whole;
  }
  function text(draft: Json): Text {
    if (draft === "adding") return say.goOn;
    if (draft === "brief") return say.handInNow;
    return draft === "changing" ? say.whatIsWrong : summary.text;
  }
  return {
    expects: say.expects.review,
    changes: names.map(([step]) => step),
    brief: "brief",
    put: (draft) => ({ text: text(draft), options: shown(draft) }),
    read(heard, draft) {
      const reading = read(heard, draft, shown(draft), whole);
      return reading.kind === "add" && !canAdd ? { kind: "refuse" } : reading;
    },
    parse: (stored) => (typeof stored === "boolean" ? { value: stored } : undefined),
  };
}
