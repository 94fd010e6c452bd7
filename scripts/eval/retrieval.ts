import { createIndex, type SearchIndex } from "../../core/language/index.ts";
import type { Wish } from "./arguments.ts";
import { passage, question, rowsOf, type Passage, type Question } from "./files.ts";
import { mean, rankFigures } from "./figures.ts";
import { latencies, memoryNow, memorySince, part, shortened, table } from "./print.ts";

/** One question, and what was found for it. */
interface Searched {
  readonly question: Question;
  readonly found: readonly string[];
  readonly reciprocal: number;
  readonly recall: number;
  readonly milliseconds: number;
}

const wanted = 10;

/**
 * Measures how well passages are found, and prints it. With answered questions (`--past`) it is measured a second time with those learnt. A question is
 * never learnt before it is asked: where past and test share any, the past is learnt in parts without them.
 */
export function measureRetrieval(wish: Wish): void {
  const passages = rowsOf(wish.corpus, passage);
  const questions = rowsOf(wish.test, question);
  const past = rowsOf(wish.past, question);
  const plain = searchAll(passages, questions, []);
  const lines = [lineOf("passages alone", plain)];
  if (past.length > 0)
    lines.push(lineOf(`with ${past.length} past questions`, withPast(wish, passages, past)));
  console.log(`\n${table([["index", "questions", "MRR@10", "R@10", "found at all"], ...lines])}`);
  printWorst(plain, passages, wish.errors);
}

function withPast(wish: Wish, passages: readonly Passage[], past: readonly Question[]): readonly Searched[] {
  const questions = rowsOf(wish.test, question);
  const tested = new Set(questions.map(({ words }) => words));
  if (!past.some(({ words }) => tested.has(words))) return searchAll(passages, questions, past);
  return Array.from({ length: wish.folds }, (_, fold) => {
    const asked = questions.filter((__, at) => at % wish.folds === fold);
    const hidden = new Set(asked.map(({ words }) => words));
    return searchAll(
      passages,
      asked,
      past.filter(({ words }) => !hidden.has(words)),
    );
  }).flat();
}

function searchAll(
  passages: readonly Passage[],
  questions: readonly Question[],
  past: readonly Question[],
): readonly Searched[] {
  const before = memoryNow();
  const began = performance.now();
  const index = createIndex(withAnswered(passages, past));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const searched = questions.map((asked) => search(index, asked));
  console.log(
    `${passages.length} passages, ${past.length} past questions: index made in ${seconds} s, memory ${memorySince(before)}`,
  );
  console.log(`  search: ${latencies(searched.map(({ milliseconds }) => milliseconds))}`);
  return searched;
}

function withAnswered(passages: readonly Passage[], past: readonly Question[]) {
  const answered = new Map<string, string[]>();
  for (const { words, relevant } of past)
    for (const id of relevant) answered.set(id, [...(answered.get(id) ?? []), words]);
  return passages.map(({ id, title, text }) => ({
    id,
    text,
    ...(title === undefined ? {} : { title }),
    past: answered.get(id) ?? [],
  }));
}

function search(index: SearchIndex, asked: Question): Searched {
  const began = performance.now();
  const found = index.search(asked.words, wanted).map(({ id }) => id);
  const milliseconds = performance.now() - began;
  return { question: asked, found, milliseconds, ...rankFigures(found, new Set(asked.relevant)) };
}

function lineOf(name: string, searched: readonly Searched[]): readonly string[] {
  return [
    name,
    String(searched.length),
    part(mean(searched.map(({ reciprocal }) => reciprocal))),
    part(mean(searched.map(({ recall }) => recall))),
    part(mean(searched.map(({ reciprocal }) => (reciprocal > 0 ? 1 : 0)))),
  ];
}

function printWorst(searched: readonly Searched[], passages: readonly Passage[], count: number): void {
  const texts = new Map(passages.map(({ id, text }) => [id, text]));
  const missed = searched.filter(({ reciprocal }) => reciprocal === 0).slice(0, count);
  for (const { question: asked, found } of missed) {
    console.log(`not found: ${asked.words}`);
    console.log(`    wanted ${shortened(texts.get(asked.relevant[0] ?? "") ?? "nothing that is there")}`);
    console.log(`    found  ${shortened(texts.get(found[0] ?? "") ?? "nothing")}`);
  }
}
