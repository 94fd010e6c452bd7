import type { Choosable, Json, Question } from "../dialogue/index.ts";
import { fold, readNumber, type Text } from "../language/index.ts";

/** A question that is answered in words with a grammar of their own. */
export interface Spelled<T> {
  readonly text: Text;
  readonly expects: Text;
  /** What the words mean, or one sentence why they mean nothing. */
  readonly read: (words: string) => { readonly value: T } | { readonly why: Text };
  /** Answers that need no words, each with the words it stands for. */
  readonly options?: readonly (Choosable & { readonly words: string })[];
}

const longest = 4_000;

/** Asks for words with a grammar; whatever does not fit it is answered, and asked again. */
export function spelled<T>({ text, expects, read, options = [] }: Spelled<T>): Question<T> {
  return {
    expects,
    put: () => ({ text, options }),
    read({ body, option }) {
      const said = body.type === "text" ? body.text : "";
      const number = option === undefined ? readNumber(said) : undefined;
      const picked = options.find(
        ({ id, label }, at) =>
          id === option ||
          at + 1 === number ||
          (option === undefined && [label.zh, label.en].some((name) => fold(name) === fold(said))),
      );
      const words = picked?.words ?? said;
      if (words.trim() === "" || words.length > longest) return { kind: "refuse" };
      const meant = read(words);
      return "why" in meant ? { kind: "refuse", why: meant.why } : { kind: "answer", value: meant.value };
    },
    parse: (stored: Json) => (stored === null ? undefined : { value: stored as T }),
  };
}
