import { quantile } from "./figures.ts";

/** Rows of cells as a table; the first row is its head. Chinese characters are as wide as two. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? "")))) ?? [];
  return rows
    .map((row) => row.map((cell, column) => padded(cell, widths[column] ?? 0)).join("  "))
    .join("\n");
}

function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (/[\u2e80-\uffdc]/u.test(character) ? 2 : 1), 0);
}

function padded(cell: string, width: number): string {
  return cell + " ".repeat(Math.max(0, width - widthOf(cell)));
}

/** A figure between 0 and 1 as the design writes it: .892. */
export function part(value: number): string {
  return Number.isNaN(value) ? "-" : value.toFixed(3).replace(/^0/, "");
}

export function percent(value: number): string {
  return Number.isNaN(value) ? "-" : `${(value * 100).toFixed(1)} %`;
}

/** Half and all but one in twenty of some durations in milliseconds. */
export function latencies(durations: readonly number[]): string {
  const [half, most] = [quantile(durations, 0.5), quantile(durations, 0.95)];
  return `p50 ${half.toFixed(2)} ms, p95 ${most.toFixed(2)} ms (${durations.length} times)`;
}

/** Memory that the process holds now, in MB. */
export function memoryNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}

/** What memory became, against before. */
export function memorySince(before: number): string {
  const now = memoryNow();
  return `+${Math.max(0, now - before).toFixed(0)} MB, ${now.toFixed(0)} MB in all`;
}

/** At most so many characters of a text, on one line. */
export function shortened(text: string, length = 70): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}
