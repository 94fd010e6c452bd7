import { createLikeness, type Likeness } from "../../core/language/index.ts";
import type { Wish } from "./arguments.ts";
import { groupings, passage, rowsOf, textOf } from "./files.ts";
import { mean, rankFigures } from "./figures.ts";
import { latencies, memoryNow, memorySince, part, shortened, table } from "./print.ts";

interface Searched {
  readonly words: string;
  readonly found: readonly string[];
  readonly reciprocal: number;
  readonly recall: number;
  readonly milliseconds: number;
}

/**
 * Measures whether messages about the same issue are found by one of them, by titles alone, among all messages; and prints it. Recall counts the first ten
 * others, of ten at most.
 */
export function measureSameIssue(wish: Wish): void {
  const before = memoryNow();
  const messages = rowsOf(wish.corpus, passage);
  const titles = new Map(messages.map(({ id, title, text }) => [id, title ?? text]));
  const began = performance.now();
  const index = createLikeness(Array.from(titles, ([id, text]) => ({ id, text })));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${titles.size} messages: index made in ${seconds} s, memory ${memorySince(before)}`);

  const lines: (readonly string[])[] = [["grouped by", "asked", "R@10", "MRR@10", "found at all"]];
  const all: Searched[] = [];
  for (const [name, groups] of groupingsOf(wish)) {
    const searched = groups.flatMap((group) => searchGroup(index, titles, group));
    lines.push(lineOf(name, searched));
    all.push(...searched);
  }
  console.log(`  search: ${latencies(all.map(({ milliseconds }) => milliseconds))}`);
  console.log(`\n${table([...lines, lineOf("together", all)])}`);
  printWorst(all, titles, wish.errors);
}

function groupingsOf({ test }: Wish): readonly (readonly [string, readonly (readonly string[])[]])[] {
  return test.flatMap((path) =>
    Object.entries(groupings.parse(JSON.parse(textOf(path)))).map(
      ([name, groups]) => [name, Object.values(groups)] as const,
    ),
  );
}

function searchGroup(
  index: Likeness,
  titles: ReadonlyMap<string, string>,
  group: readonly string[],
): readonly Searched[] {
  const known = Array.from(new Set(group)).filter((id) => titles.has(id));
  if (known.length < 2) return [];
  return known.map((id) => {
    const words = titles.get(id) ?? "";
    const began = performance.now();
    const found = index
      .nearest(words, 11)
      .map((one) => one.id)
      .filter((other) => other !== id);
    const milliseconds = performance.now() - began;
    const others = new Set(known.filter((other) => other !== id));
    return { words, found, milliseconds, ...rankFigures(found, others) };
  });
}

function lineOf(name: string, searched: readonly Searched[]): readonly string[] {
  return [
    name,
    String(searched.length),
    part(mean(searched.map(({ recall }) => recall))),
    part(mean(searched.map(({ reciprocal }) => reciprocal))),
    part(mean(searched.map(({ reciprocal }) => (reciprocal > 0 ? 1 : 0)))),
  ];
}

function printWorst(searched: readonly Searched[], titles: ReadonlyMap<string, string>, count: number): void {
  const worst = searched.toSorted((one, other) => one.recall - other.recall).slice(0, count);
  for (const { words, found, recall } of worst) {
    console.log(`${part(recall)} for ${shortened(words)}`);
    console.log(`    first found ${shortened(titles.get(found[0] ?? "") ?? "nothing")}`);
  }
}
