import { createIndex, searchIndexFrom, type Passage, type SearchIndex } from "../../core/language/index.ts";
import { median, quantile, type Figure } from "./result.ts";

const passages = Number(process.env["BENCH_PASSAGES"] ?? 100_000);
const questions = 2_000;
const policySize = 40;

/** Made-up words, the first ones said often and the last ones hardly ever, as words are. */
const characters = Array.from({ length: 1_500 }, (_, at) => String.fromCharCode(0x4e00 + at * 13));
const words = 30_000;

/** Numbers from 0 to 1 that are the same in each run. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = mulberry(37);

function word(): string {
  const rank = Math.floor(words ** random());
  const length = rank % 5 === 0 ? 3 : 2;
  return Array.from({ length }, (_, at) => characters[(rank * (7 + at * 31)) % characters.length]).join("");
}

function sentence(count: number): string {
  return Array.from({ length: count }, word).join("");
}

function passage(id: number): Passage {
  const text = `${sentence(20)}，${sentence(25)}。${sentence(15)}`;
  return {
    id: String(id),
    title: `${sentence(5)}的通知`,
    document: String(Math.floor(id / policySize)),
    text,
  };
}

function timed(run: () => void): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

/** How long one more policy takes to be added, replaced and found. */
function addPolicies(index: SearchIndex): readonly number[] {
  return Array.from({ length: 10 }, (_, round) => {
    const policy = Array.from({ length: policySize }, (__, at) => passage(round * 7_919 + at));
    return timed(() => {
      index.add(policy);
      index.search(policy[0]?.text.slice(0, 12) ?? "", 3);
    });
  });
}

interface Measured {
  readonly building: number;
  readonly loading: number;
  readonly bytes: number;
  readonly times: readonly number[];
  readonly adding: readonly number[];
}

function measure(): Measured {
  let index = createIndex([]);
  const all = Array.from({ length: passages }, (_, id) => passage(id));
  const building = timed(() => index.add(all));
  const bytes = index.toBytes();
  const loading = timed(() => {
    index = searchIndexFrom(bytes) ?? createIndex([]);
    index.search("通知", 1);
  });
  const asked = Array.from({ length: questions }, () => `请问${sentence(3)}${word()}怎么${word()}？`);
  for (const question of asked.slice(0, 100)) index.search(question, 10);
  const times = asked.map((question) => timed(() => index.search(question, 10)));
  return { building, loading, bytes: bytes.length, times, adding: addPolicies(index) };
}

/** Questions about made-up policies: how soon they are answered, how soon the index is there, what it holds. */
export function benchSearch(): Promise<readonly Figure[]> {
  const { building, loading, bytes, times, adding } = measure();
  const most = (value: number): NonNullable<Figure["target"]> => ({ value, is: "at most" });
  const count = passages.toLocaleString("en");
  const note = `${String(policySize)} passages; ten times`;
  return Promise.resolve([
    { name: `search: a question among ${count} passages, p50`, value: median(times), unit: "ms" },
    {
      name: "search: the same, p99",
      value: quantile(times, 0.99),
      unit: "ms",
      target: most(15),
      note: "made-up words, as rare and as frequent as words are; five words are asked for",
    },
    { name: "search: index ready from bytes", value: loading, unit: "ms", target: most(2_000) },
    { name: "search: index in bytes", value: bytes / 1e6, unit: "MB", target: most(300) },
    { name: "search: index made anew", value: building / 1000, unit: "s" },
    { name: "search: a policy replaced and asked for, worst", value: Math.max(...adding), unit: "ms", note },
  ]);
}
