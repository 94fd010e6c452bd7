/**
 * `npm run eval -- <category | intent | retrieval | same-issue> --train f --test f …`: how well the program understands, measured on labelled files
 * with the very code that serves people; scripts/eval/README.md has the shapes of the files.
 */
import { cutter } from "../core/language/index.ts";
import { usage, wishFrom, type Task, type Wish } from "./eval/arguments.ts";
import { measureRetrieval } from "./eval/retrieval.ts";
import { measureSameIssue } from "./eval/sameIssue.ts";
import { measureSorting } from "./eval/sorting.ts";

const measures: Readonly<Record<Task, (wish: Wish) => void>> = {
  category: measureSorting,
  intent: measureSorting,
  retrieval: measureRetrieval,
  "same-issue": measureSameIssue,
};

const wish = wishFrom(process.argv.slice(2));
if (typeof wish === "string") {
  console.error(`${wish}\n\n${usage}`);
  process.exit(1);
}
console.log(`${wish.task}, words cut by ${cutter()}, Node ${process.version}`);
try {
  measures[wish.task](wish);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
