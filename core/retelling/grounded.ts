import { figuresIn, type Figure } from "./figures.ts";
import type { Passage, Sentence } from "./model.ts";
import { termsIn } from "./terms.ts";

/**
 * Whether what a model said rests on the passages it was given. Everything here is counted and compared, nothing is
 * believed: no words in a question or a passage can change what is let through.
 */

/** Why a sentence is not let through. */
export type Unfounded =
  | "nothing_said"
  | "too_long"
  | "no_citation"
  | "not_verbatim"
  | "figure_not_quoted"
  | "term_not_quoted"
  | "foreign_words"
  | "says_the_opposite"
  | "far_from_passage";

const mostSentences = 5;
const longestSentence = 120;
const longestAnswer = 300;
/** Shorter words stand everywhere. */
const shortestQuote = 6;
/** So many of the telling characters of a sentence stand in what it cites: plainer words for the rest. */
const leastShared = 0.5;

/** Why an answer must not be told; undefined when every sentence of it rests on what it cites. */
export function unfoundedIn(
  sentences: readonly Sentence[],
  passages: readonly Passage[],
): Unfounded | undefined {
  if (sentences.length === 0 || sentences.some(({ text }) => text.trim() === "")) return "nothing_said";
  const length = sentences.reduce((sum, { text }) => sum + text.length, 0);
  const isLong = sentences.some(({ text }) => text.length > longestSentence);
  if (isLong || length > longestAnswer || sentences.length > mostSentences) return "too_long";
  for (const sentence of sentences) {
    const fault = faultIn(sentence, passages);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultIn({ text, cites }: Sentence, passages: readonly Passage[]): Unfounded | undefined {
  if (cites.length === 0) return "no_citation";
  if (!cites.every(({ passage, quote }) => standsIn(passages[passage - 1], quote))) return "not_verbatim";
  const cited = cites.flatMap(({ passage }) => passages[passage - 1] ?? []);
  const ground = cited.map((passage) => `${passage.title}\n${passage.text}`).join("\n");
  // Not the passage but the words quoted from it: a figure that stands elsewhere in it may be about something else.
  const quotes = cites.map(({ quote }) => quote).join("\n");
  const figures = figuresIn([quotes, ...cited.map(({ title }) => title)].join("\n"));
  if (!figuresIn(text).every((figure) => isAmong(figure, figures))) return "figure_not_quoted";
  const terms = termsIn(quotes);
  if (!termsIn(text).every((term) => terms.includes(term))) return "term_not_quoted";
  if (!foreignIn(text).every((word) => foreignIn(ground).includes(word))) return "foreign_words";
  if (negates(text) !== negates(quotes)) return "says_the_opposite";
  return sharedWith(text, ground) < leastShared ? "far_from_passage" : undefined;
}

/** Only what no reader sees may differ: spaces, line breaks, the width of a sign. */
function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

function standsIn(passage: Passage | undefined, quote: string): boolean {
  const words = plain(quote);
  const isLongEnough = words.replace(/\p{P}/gu, "").length >= shortestQuote;
  return passage !== undefined && isLongEnough && plain(passage.text).includes(words);
}

function isAmong({ value, unit }: Figure, figures: readonly Figure[]): boolean {
  return figures.some((figure) => figure.value === value && (unit === "" || figure.unit === unit));
}

/** Words in Latin letters: addresses, names of programs, accounts. */
function foreignIn(text: string): readonly string[] {
  return (plain(text).match(/[a-z][a-z0-9]*/giu) ?? []).map((word) => word.toLowerCase());
}

const negations = /[不无沒没未免禁勿非别]|停止|取消|除外/u;

function negates(text: string): boolean {
  return negations.test(text);
}

/** Says nothing about what a sentence is about. */
const common = new Set(
  "的了是在和与或请您你我他她它们可以要就也都会能这那有到去来说把被给对从为上下里年月日天个人",
);

function sharedWith(text: string, ground: string): number {
  const telling = Array.from(text.matchAll(/\p{Script=Han}/gu), ([sign]) => sign).filter(
    (sign) => !common.has(sign),
  );
  const shared = telling.filter((sign) => ground.includes(sign));
  return telling.length === 0 ? 0 : shared.length / telling.length;
}
