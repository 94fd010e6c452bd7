import type { Body } from "../channel/index.ts";
import { fold, normalise, type Text } from "../language/index.ts";
import type { Json } from "./json.ts";

/** One thing that can be chosen in answer to a question. Ids are kept in answers and tokens: short, no dots or spaces. */
export interface Option<Id extends string = string> {
  readonly id: Id;
  readonly label: Text;
}

/** A question as it is put to the person. */
export interface Prompt {
  readonly text: Text;
  readonly options: readonly Option[];
}

/** What the person did: `option` is set when it was one of the options that were put. */
export interface Heard {
  readonly body: Body;
  readonly option?: string;
}

/** What a question makes of what it heard. */
export type Reading =
  | { readonly kind: "answer"; readonly value: unknown }
  /** Not finished: keep `draft` and put the question again; `silent` when the last answer said it already. */
  | { readonly kind: "wait"; readonly draft: Json; readonly silent?: boolean }
  /** Not an answer. The person hears `why`, or what is expected. */
  | { readonly kind: "refuse"; readonly why?: Text }
  /** Belongs to the material answered earlier. */
  | { readonly kind: "add" }
  /** An earlier step is to be answered again, and everything after it. */
  | { readonly kind: "change"; readonly step: string };

/** What adding to an earlier answer gives: the larger answer and a receipt, or why not. */
export type Addition =
  | { readonly value: unknown; readonly receipt: Text; readonly silent: boolean }
  | { readonly why: Text };

/** One kind of question: how it is put, what counts as an answer, and whether a stored answer still fits. */
export interface Question<T> {
  put(draft: Json): Prompt;
  read(heard: Heard, draft: Json): Reading;
  /** The answer out of storage; undefined when the question has changed so much that it must be asked again. */
  parse(stored: Json): { readonly value: T } | undefined;
  /** One sentence: what can be sent here. */
  readonly expects: Text;
  /** True when 跳过 answers it with null. */
  readonly optional?: boolean;
  /** Steps that `read` may want changed; the engine checks that they exist. */
  readonly changes?: readonly string[];
  /** The answer when the talk opened with these words; left out, `read` decides. */
  open?(heard: Heard): Reading;
  /** The draft under which it is put, shorter, once something was added to the material. */
  readonly brief?: Json;
  /** The draft to go on from when an answer is taken back; left out, the person starts anew. */
  reopen?(value: Json): Json;
  /** An answer with more added; only materials can. */
  add?(value: Json, body: Body): Addition;
}

/** The option that the words name by its label in any language. */
export function optionNamed(words: string, options: readonly Option[]): Option | undefined {
  if (words.length > 400) return undefined;
  const said = fold(words);
  if (said !== "") return exactly(said, options) ?? beginningWith(said, options);
  const marks = normalise(words);
  return options.find(({ label }) => normalise(label.zh) === marks || normalise(label.en) === marks);
}

/** What the person wrote; undefined for anything but her own words. */
export function wordsOf(body: Body): string | undefined {
  return body.type === "text" ? body.text : undefined;
}
function exactly(said: string, options: readonly Option[]): Option | undefined {
  return options.find(({ label }) => fold(label.zh) === said || fold(label.en) === said);
}

/** 「同意」 means 「同意，开始用」 where no other label begins so. */
function beginningWith(said: string, options: readonly Option[]): Option | undefined {
  if (said.length < 2) return undefined;
  const found = options.filter(
    ({ label }) => fold(label.zh).startsWith(said) || fold(label.en).startsWith(said),
  );
  // The options of a page and those of the whole list may both be there.
  return new Set(found.map(({ id }) => id)).size === 1 ? found[0] : undefined;
}
