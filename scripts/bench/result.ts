/** One measured figure. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What was measured beside it in the same run, if anything. */
  readonly beside?: { readonly name: string; readonly value: number };
  readonly target?: { readonly value: number; readonly is: "at least" | "at most" };
  /** What a reader must know to judge it. */
  readonly note?: string;
}

export function meets({ value, target }: Figure): boolean | undefined {
  if (!target) return undefined;
  return target.is === "at least" ? value >= target.value : value <= target.value;
}

function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(value >= 10 ? 1 : 2);
}

/** All figures as one table, with the ratio to what was measured beside. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    `${shown(figure.value)} ${figure.unit}`,
    figure.beside ? `${figure.beside.name} ${shown(figure.beside.value)}` : "",
    figure.beside ? `${(figure.value / figure.beside.value).toFixed(2)} ×` : "",
    figure.target ? `${figure.target.is === "at least" ? "≥" : "≤"} ${shown(figure.target.value)}` : "",
    { true: "met", false: "MISSED", undefined: "" }[String(meets(figure)) as "true" | "false" | "undefined"],
  ]);
  const whole = [["figure", "measured", "beside it", "ratio", "target", ""], ...rows];
  const widths =
    whole[0]?.map((_, column) => Math.max(...whole.map((row) => row[column]?.length ?? 0))) ?? [];
  return whole
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .join("\n");
}

/** The value below which `share` of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
