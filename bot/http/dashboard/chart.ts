import { html, type Html } from "./html.ts";

/** One line of a chart: its values from left to right, its name where it ends. */
export interface Series {
  readonly name: string;
  /** Of the style sheet; lines differ by dashes and marks as well as by colour. */
  readonly look: "first" | "second";
  readonly values: readonly number[];
}

const [width, height] = [360, 200];
const [left, right, top, bottom] = [34, 74, 14, 28];

/** A round number not below the largest value, so that half of it is whole as well. */
export function topOf(largest: number): number {
  if (largest <= 2) return 2;
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 2, 4, 6, 8, 10].find((factor) => factor * power >= largest) ?? 10;
  return step * power;
}

interface Scale {
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}

function scaleOf(count: number, most: number): Scale {
  const across = (width - left - right) / Math.max(1, count - 1);
  return {
    x: (index) => Math.round((left + index * across) * 10) / 10,
    y: (value) => Math.round((top + (1 - value / most) * (height - top - bottom)) * 10) / 10,
  };
}

function markAt(look: Series["look"], x: number, y: number): Html {
  return look === "first"
    ? html`<circle class="mark first" cx="${x}" cy="${y}" r="4" />`
    : html`<rect class="mark second" x="${x - 4}" y="${y - 4}" width="8" height="8" />`;
}

/** Where names stand beside the ends of their lines: never one upon the other. */
function namePlaces(ends: readonly number[]): readonly number[] {
  const apart = 20;
  const [first = 0, second = 0] = ends;
  if (Math.abs(first - second) >= apart) return ends;
  const middle = Math.min(Math.max((first + second) / 2, top + apart / 2), height - bottom - apart / 2);
  return first <= second
    ? [middle - apart / 2, middle + apart / 2]
    : [middle + apart / 2, middle - apart / 2];
}

/** Two lines over the same weeks, drawn for readers who do not see colours; `sentence` is what the picture says in words. */
export function lineChart(
  series: readonly Series[],
  { sentence, from, to }: { readonly sentence: string; readonly from: string; readonly to: string },
): Html {
  const most = topOf(Math.max(...series.flatMap(({ values }) => values)));
  const { x, y } = scaleOf(series[0]?.values.length ?? 0, most);
  const names = namePlaces(series.map(({ values }) => y(values.at(-1) ?? 0)));
  const grid = [0, most / 2, most].map(
    (value) =>
      html`<line class="grid" x1="${left}" x2="${width - right}" y1="${y(value)}" y2="${y(value)}" />
        <text x="${left - 6}" y="${y(value) + 6}" text-anchor="end">${value}</text>`,
  );
  const lines = series.map(({ name, look, values }, at) => {
    const points = values.map((value, index) => `${x(index)},${y(value)}`).join(" ");
    return html`<polyline class="line ${look}" points="${points}" />
      ${values.map((value, index) => markAt(look, x(index), y(value)))}
      <text x="${width - right + 8}" y="${(names[at] ?? 0) + 6}">${name} ${values.at(-1) ?? 0}</text>`;
  });
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${sentence}">
    ${grid}${lines}
    <text x="${left}" y="${height - 6}">${from}</text>
    <text x="${width - right}" y="${height - 6}" text-anchor="end">${to}</text>
  </svg>`;
}

/** A bar filled so far; `label` says the same in words. */
export function bar(done: number, all: number, label: string): Html {
  const filled = all === 0 ? 0 : Math.round((Math.min(done, all) / all) * 1_000) / 10;
  return html`<svg
    class="bar"
    viewBox="0 0 100 8"
    preserveAspectRatio="none"
    role="img"
    aria-label="${label}"
  >
    <rect class="rest" width="100" height="8" />
    <rect class="done" width="${filled}" height="8" />
  </svg>`;
}
