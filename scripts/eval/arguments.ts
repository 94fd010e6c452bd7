import { parseArgs } from "node:util";

/** What can be measured. */
const tasks = ["category", "intent", "retrieval", "same-issue"] as const;
export type Task = (typeof tasks)[number];

/** What was asked on the command line. */
export interface Wish {
  readonly task: Task;
  readonly train: readonly string[];
  readonly test: readonly string[];
  readonly corpus: readonly string[];
  readonly past: readonly string[];
  /** Hold out only this value of the field `fold`. */
  readonly fold: string | undefined;
  /** Without test files: so many parts, each held out once, where rows name no fold themselves. */
  readonly folds: number;
  /** How many of the worst mistakes to print. */
  readonly errors: number;
}

/** How it is called. */
export const usage = [
  "npm run eval -- category   --train f.jsonl [--test f.jsonl] [--fold 2 | --folds 5] [--errors 20]",
  "npm run eval -- intent     --train f.jsonl [--test f.jsonl] [--folds 5] [--errors 20]",
  "npm run eval -- retrieval  --test questions.jsonl --corpus passages.jsonl [--past answered.jsonl] [--folds 5] [--errors 20]",
  "npm run eval -- same-issue --test clusters.json --corpus messages.jsonl [--errors 20]",
].join("\n");

/** The wish, or a sentence that says what is wrong with it. */
export function wishFrom(words: readonly string[]): Wish | string {
  const parsed = parsedFrom(words);
  if (typeof parsed === "string") return parsed;
  const { values, positionals } = parsed;
  const task = tasks.find((known) => known === positionals[0]);
  if (!task || positionals.length > 1) return `the first word is one of: ${tasks.join(" ")}`;
  const [folds, errors] = [Number(values.folds ?? 5), Number(values.errors ?? 0)];
  if (!Number.isInteger(folds) || folds < 2 || folds > 100) return "--folds is a whole number from 2 to 100";
  if (!Number.isInteger(errors) || errors < 0) return "--errors is a whole number";
  const { train = [], test = [], corpus = [], past = [], fold } = values;
  const wish = { task, train, test, corpus, past, fold, folds, errors };
  const missing = needed[task].filter((name) => wish[name].length === 0);
  return missing.length === 0 ? wish : `${task} needs ${missing.map((name) => `--${name}`).join(" and ")}`;
}

const optional = { type: "string" } as const;
const repeatable = { type: "string", multiple: true } as const;
const options = {
  train: repeatable,
  test: repeatable,
  corpus: repeatable,
  past: repeatable,
  fold: optional,
  folds: optional,
  errors: optional,
} as const;

const needed: Readonly<Record<Task, readonly ("train" | "test" | "corpus")[]>> = {
  category: ["train"],
  intent: ["train"],
  retrieval: ["test", "corpus"],
  "same-issue": ["test", "corpus"],
};

function parsedFrom(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
