import { readNumber, type Text } from "../../language/index.ts";
import { optionNamed, wordsOf, type Heard, type Option, type Question, type Reading } from "../question.ts";
import { say } from "../texts.ts";

/** One digit picks any line: old people are asked for 1 to 9 and no more. */
const maxShown = 9;
const next: Option = { id: ">", label: say.more };
const previous: Option = { id: "<", label: say.previous };

/** The options of each page; the turns of the page are options like any other. */
function pages<Id extends string>(options: readonly Option<Id>[]): readonly (readonly Option[])[] {
  if (options.length <= maxShown) return [options];
  const result: Option[][] = [];
  for (let from = 0; from < options.length;) {
    const back = from === 0 ? [] : [previous];
    const left = options.length - from;
    const last = left <= maxShown - back.length;
    const count = last ? left : maxShown - back.length - 1;
    result.push([...options.slice(from, from + count), ...back, ...(last ? [] : [next])]);
    from += count;
  }
  return result;
}

function pageOf(draft: unknown, count: number): number {
  return typeof draft === "number" && draft >= 0 && draft < count ? Math.trunc(draft) : 0;
}

function pick(heard: Heard, shown: readonly Option[], all: readonly Option[]): Option | Reading {
  if (heard.option !== undefined) {
    return [...shown, ...all].find(({ id }) => id === heard.option) ?? { kind: "refuse" };
  }
  const said = wordsOf(heard.body) ?? "";
  const number = readNumber(said);
  if (number === undefined) return optionNamed(said, [...shown, ...all]) ?? { kind: "refuse" };
  return shown[number - 1] ?? { kind: "refuse", why: say.outOfRange(shown.length) };
}

/** Asks to pick one of `options`; the answer is its id. More than nine are put page by page. Throws without options. */
export function choice<Id extends string>(text: Text, options: readonly Option<Id>[]): Question<Id> {
  const ids = new Set<string>(options.map(({ id }) => id));
  if (options.length === 0) throw new Error(`nothing to choose from: ${text.zh}`);
  if (ids.size < options.length) throw new Error(`two options share an id: ${text.zh}`);
  const book = pages(options);
  return {
    expects: say.expects.choice,
    put: (draft) => ({ text, options: book[pageOf(draft, book.length)] ?? options }),
    read(heard, draft) {
      const page = pageOf(draft, book.length);
      const picked = pick(heard, book[page] ?? options, options);
      if ("kind" in picked) return picked;
      if (picked.id === next.id) return { kind: "wait", draft: page + 1 };
      if (picked.id === previous.id) return { kind: "wait", draft: page - 1 };
      return { kind: "answer", value: picked.id };
    },
    parse: (stored) => (typeof stored === "string" && ids.has(stored) ? { value: stored as Id } : undefined),
  };
}
