import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

/** The text of a file; `.gz` is unpacked. */
export function textOf(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/**
 * The rows of files with one JSON object a line (or one array of them), each read by a shape.
 * @throws naming the file and the row that is no JSON or does not fit.
 */
export function rowsOf<T>(paths: readonly string[], shape: z.ZodType<T>): readonly T[] {
  return paths.flatMap((path) => {
    const text = textOf(path).trim();
    const rows = text.startsWith("[")
      ? z.array(z.unknown()).parse(parsed(text, path))
      : text.split("\n").map((line, at) => line.trim() && parsed(line, `${path}, row ${at + 1}`));
    return rows.flatMap((row, at) => {
      if (row === "") return [];
      const read = shape.safeParse(row);
      if (read.success) return [read.data];
      throw new Error(`${path}, row ${at + 1}: ${z.prettifyError(read.error)}`);
    });
  });
}

function parsed(json: string, where: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Error(`${where} is not JSON`, { cause: error });
  }
}

const words = z
  .string()
  .nullish()
  .transform((given) => given ?? undefined);
const name = z.union([z.string(), z.number()]).transform(String);

/** What appeals call their nature, and what the program would do with one. */
const natures: Readonly<Record<string, string>> = {
  投诉: "report",
  举报: "report",
  求助: "report",
  咨询: "ask",
  建议: "suggest",
};

/** A labelled text; the nature of an appeal is read as report, ask or suggest. */
export const labelled = z
  .object({
    label: name.nullish(),
    nature: z.string().nullish(),
    title: words,
    text: words,
    fold: name.nullish(),
    split: z.string().nullish(),
  })
  .transform(({ label, nature, title, text, fold, split }, context) => {
    const own = label ?? (nature ? (natures[nature] ?? nature) : undefined);
    if (own === undefined || (title ?? text) === undefined) {
      context.addIssue("a row needs a label (or nature), and a text or a title");
      return z.NEVER;
    }
    return { label: own, title, text: text ?? "", fold: fold ?? undefined, split: split ?? undefined };
  });
export type Labelled = z.output<typeof labelled>;

/** A question and the passages that answer it. */
export const question = z
  .object({ id: name, question: words, title: words, relevant: z.array(name) })
  .transform(({ id, question: asked, title, relevant }) => ({ id, words: asked ?? title ?? "", relevant }));
export type Question = z.output<typeof question>;

/** A passage of a corpus: a text, or a reply that is one. */
export const passage = z
  .object({ id: name, title: words, text: words, reply: words })
  .transform(({ id, title, text, reply }) => ({ id, title, text: text ?? reply ?? "" }));
export type Passage = z.output<typeof passage>;

/** Groups of messages about one issue, by who grouped them and the group's name; or one grouping without a name. */
const grouping = z.record(z.string(), z.array(name));
export const groupings = z.union([
  grouping.transform((only) => ({ all: only })),
  z.record(z.string(), grouping),
]);
