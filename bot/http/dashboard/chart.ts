import { html, type Html } from "./html.ts";
import { numberOf } from "./words.ts";

/** One line of a chart: its values from left to right, and its name. */
export interface Series {
  readonly name: string;
  /** Of the style sheet; lines differ by dashes and marks as well as by colour. */
  readonly look: "first" | "second";
  readonly values: readonly number[];
}

/** As wide as a panel on a phone, so that words are as large there as beside it. */
const [width, height] = [336, 190];
const [left, right, top, bottom] = [56, 12, 14, 28];

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
    ? html`<circle class="dot first" cx="${x}" cy="${y}" r="4" />`
    : html`<rect class="dot second" x="${x - 4}" y="${y - 4}" width="8" height="8" />`;
}

/** Two lines over the same weeks, drawn for readers who do not see colours; `sentence` is what the picture says in words. */
export function lineChart(
  series: readonly Series[],
  { sentence, from, to }: { readonly sentence: string; readonly from: string; readonly to: string },
): Html {
  const most = topOf(Math.max(...series.flatMap(({ values }) => values)));
  const { x, y } = scaleOf(series[0]?.values.length ?? 0, most);
  const grid = [0, most / 2, most].map(
    (value) =>
      html`<line class="grid" x1="${left}" x2="${width - right}" y1="${y(value)}" y2="${y(value)}" />
        <text x="${left - 6}" y="${y(value) + 6}" text-anchor="end">${numberOf(value)}</text>`,
  );
  const lines = series.map(({ look, values }) => {
    const points = values.map((value, index) => `${x(index)},${y(value)}`).join(" ");
    return html`<polyline class="line ${look}" points="${points}" />
      ${values.map((value, index) => markAt(look, x(index), y(value)))}`;
  });
  return html`<ul class="legend">
      ${series.map((one) => legendOf(one))}
    </ul>
    <svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${sentence}">
      ${grid}${lines}
      <text x="${left}" y="${height - 6}">${from}</text>
      <text x="${width - right}" y="${height - 6}" text-anchor="end">${to}</text>
    </svg>`;
}

/** Which line is which. */
function legendOf({ name, look }: Series): Html {
  return html`<li>
    <svg class="sample" viewBox="0 0 44 12" aria-hidden="true">
      <line class="line ${look}" x1="0" x2="44" y1="6" y2="6" />
      ${markAt(look, 22, 6)}</svg
    >${name}
  </li>`;
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
