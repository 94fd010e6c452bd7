import { trainClassifier, type Classifier } from "../../core/language/index.ts";
import type { Wish } from "./arguments.ts";
import { labelled, rowsOf, type Labelled } from "./files.ts";
import {
  accuracy,
  calibrationError,
  classFigures,
  macroF1,
  routedFrom,
  surePart,
  type Judged,
} from "./figures.ts";
import { latencies, memoryNow, memorySince, part, percent, shortened, table } from "./print.ts";

/** What to learn from, and what to be asked about. */
interface Round {
  readonly name: string;
  readonly train: readonly Labelled[];
  readonly test: readonly Labelled[];
}

/** A guess about one row, and what it was made from. */
interface Asked extends Judged {
  readonly row: Labelled;
  readonly because: readonly string[];
  /** Was it as sure as guesses must be to be right 97 times of 100, by the classifier's own held-out examples? */
  readonly isSure: boolean;
  readonly milliseconds: number;
}

/** What a row offers: all of it, its title by itself, its text by itself. */
const views = ["message", "title only", "text only"] as const;
type View = (typeof views)[number];

/** How right a guess must be to be followed without asking. */
const sureRight = 0.97;

/** Measures how well texts are sorted into labels (the tasks category and intent), and prints it. */
export function measureSorting(wish: Wish): void {
  const before = memoryNow();
  const asked = new Map<View, Asked[]>(views.map((view) => [view, []]));
  for (const round of roundsOf(wish)) {
    if (round.train.length === 0 || round.test.length === 0)
      throw new Error(`${round.name}: nothing to learn from, or nothing to be asked about`);
    const began = performance.now();
    const classifier = trainClassifier(round.train);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `${round.name}: learnt from ${round.train.length} in ${seconds} s, asked about ${round.test.length}`,
    );
    for (const view of views)
      asked.get(view)?.push(...round.test.flatMap((row) => ask(classifier, row, view)));
    console.log(`  memory ${memorySince(before)}; stored as ${sizeOf(classifier)} MB of JSON`);
  }
  console.log(`\n${summary(asked)}\n`);
  for (const view of views.slice(0, 2)) printClasses(view, asked.get(view) ?? []);
  console.log(`classify: ${latencies((asked.get("message") ?? []).map(({ milliseconds }) => milliseconds))}`);
  printWorst(asked.get("message") ?? [], wish.errors);
}

function sizeOf(classifier: Classifier): string {
  return (JSON.stringify(classifier.toJson()).length / 1e6).toFixed(1);
}

function ask(classifier: Classifier, row: Labelled, view: View): readonly Asked[] {
  const hasBoth = row.title !== undefined && row.title !== "" && row.text !== "";
  if (view !== "message" && !hasBoth) return [];
  const [text, title] =
    view === "message" ? [row.text, row.title] : [view === "text only" ? row.text : (row.title ?? "")];
  const began = performance.now();
  const { label, share, because } = classifier.classify(text ?? "", title);
  const milliseconds = performance.now() - began;
  const isSure = share >= (classifier.sureFrom(sureRight) ?? Infinity);
  return [{ row, right: row.label, guessed: label, share, because, isSure, milliseconds }];
}

/** Test files, else the rows' own split, else each fold held out once. */
function roundsOf(wish: Wish): readonly Round[] {
  const rows = rowsOf(wish.train, labelled);
  if (wish.test.length > 0) return [{ name: "test files", train: rows, test: rowsOf(wish.test, labelled) }];
  const train = rows.filter(({ split }) => split === "train");
  if (train.length > 0)
    return [{ name: "split", train, test: rows.filter(({ split }) => split !== "train") }];
  const folds = rows.map((row, at) => row.fold ?? String(at % wish.folds));
  const wanted = wish.fold === undefined ? Array.from(new Set(folds)).sort() : [wish.fold];
  return wanted.map((fold) => ({
    name: `fold ${fold}`,
    train: rows.filter((_, at) => folds[at] !== fold),
    test: rows.filter((_, at) => folds[at] === fold),
  }));
}

function summary(asked: ReadonlyMap<View, readonly Asked[]>): string {
  const head = [
    "asked by",
    "rows",
    "macro-F1",
    "accuracy",
    "97 % right at best",
    "sure by itself",
    "of these right",
    "share is off by",
  ];
  const lines = views.flatMap((view) => {
    const judged = asked.get(view) ?? [];
    if (judged.length === 0) return [];
    const sure = judged.filter(({ isSure }) => isSure);
    return [
      [
        view,
        String(judged.length),
        part(macroF1(judged)),
        part(accuracy(judged)),
        percent(surePart(judged, sureRight).part),
        percent(sure.length / judged.length),
        percent(routedFrom(sure, 0).right),
        part(calibrationError(judged)),
      ],
    ];
  });
  return table([head, ...lines]);
}

function printClasses(view: View, judged: readonly Asked[]): void {
  if (judged.length === 0) return;
  const head = [view, "rows", "precision", "recall", "F1"];
  const lines = classFigures(judged).map(({ label, count, precision, recall, f1 }) => [
    label,
    String(count),
    part(precision),
    part(recall),
    part(f1),
  ]);
  console.log(`${table([head, ...lines])}\n`);
}

function printWorst(judged: readonly Asked[], count: number): void {
  const wrong = judged.filter(({ right, guessed }) => right !== guessed);
  const worst = wrong.toSorted((one, other) => other.share - one.share).slice(0, count);
  for (const { row, right, guessed, share, because } of worst) {
    console.log(`${percent(share)} ${guessed}, but it is ${right}: because of ${because.join(" ")}`);
    console.log(`    ${shortened([row.title ?? "", row.text].join(" "))}`);
  }
}
