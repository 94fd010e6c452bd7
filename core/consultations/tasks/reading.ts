import { daysBetween, findWhen, isLater, type Wall } from "../../language/index.ts";

export type TaskId = number & { readonly __id?: "task" };

/** open: somebody must do it · done · dropped: taken back by whoever gave it. */
export type TaskState = "open" | "done" | "dropped";

/** Who must do what by when. */
export interface TaskLine {
  /** As she is called in the list of those who may be given one. */
  readonly owner: string;
  readonly due: Wall;
  readonly what: string;
}

export type TaskFlaw = "owner" | "several" | "when" | "past" | "far" | "what" | "long";

/** A line that cannot be read, and why. */
export interface WrongLine {
  readonly line: number;
  readonly words: string;
  readonly why: TaskFlaw;
}

/** More than these are a plan, not what one consultation comes to. */
export const mostTasks = 20;
const mostDays = 366;
const longestWhat = 200;

const numbering = /^(?:\(?\d{1,2}[.、)]\s*(?!\d)|[-*•·]\s*)/u;
const circled = /[①-⑳]\s*/gu;
const edges = /^[\s:,、。;.-]+|[\s:,、;-]+$/gu;
const asking = /^(?:请|由|让|交给?)\s*/u;

/**
 * Reads 「自然资源所 12月1日 测量界址」, one task a line: who, by when and what, with who and when in either order.
 * @param names everybody who can be given one; a name that stands there twice is nobody's.
 */
export function readTaskLines(
  words: string,
  names: readonly string[],
  now: Wall,
): { readonly tasks: readonly TaskLine[]; readonly wrong: readonly WrongLine[] } {
  const lines = words
    .replaceAll(circled, "")
    .normalize("NFKC")
    .split(/[\n;]/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const tasks: TaskLine[] = [];
  const wrong: WrongLine[] = [];
  for (const [at, line] of lines.entries()) {
    const read = readTaskLine(line, names, now);
    if (typeof read === "string") wrong.push({ line: at + 1, words: line, why: read });
    else tasks.push(read);
  }
  return { tasks, wrong };
}

function readTaskLine(line: string, names: readonly string[], now: Wall): TaskLine | TaskFlaw {
  const found = findWhen(line, now);
  const parts = (found?.around ?? [line, ""]).map((part) => part.replace(numbering, "").replace(edges, ""));
  const owned = ownerIn(parts, names);
  if (!owned) return "owner";
  const { owner, rest } = owned;
  if (names.filter((name) => name === owner).length > 1) return "several";
  if (!found) return "when";
  if (!isLater(found.wall, now)) return "past";
  if (daysBetween(now.date, found.wall.date) > mostDays) return "far";
  const what = rest
    .map((part) => part.replace(edges, ""))
    .filter((part) => part !== "")
    .join(" ");
  if (what === "") return "what";
  return what.length > longestWhat ? "long" : { owner, due: found.wall, what };
}

interface Owned {
  readonly owner: string;
  readonly rest: readonly string[];
}

/** The name one of the parts begins with; else the only one that stands anywhere in them. */
function ownerIn(parts: readonly string[], names: readonly string[]): Owned | undefined {
  const longest = names.toSorted((one, other) => other.length - one.length);
  for (const [at, part] of parts.entries()) {
    const plain = part.replace(asking, "");
    const owner = longest.find((name) => plain.startsWith(name));
    if (owner !== undefined) return { owner, rest: parts.with(at, plain.slice(owner.length)) };
  }
  const inside = longest.filter((name) => parts.some((part) => part.includes(name)));
  const [only, another] = Array.from(new Set(inside));
  if (only === undefined || another !== undefined) return undefined;
  const without = new RegExp(`(?:请|由|让)?${escaped(only)}(?:负责)?`, "u");
  return { owner: only, rest: parts.map((part) => part.replace(without, "")) };
}

function escaped(words: string): string {
  return words.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
