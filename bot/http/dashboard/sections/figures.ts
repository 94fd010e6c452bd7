import type { Figures } from "../../../../core/dashboard/index.ts";
import { rateTexts, type Rate } from "../../../../core/evaluation/index.ts";
import type { Text } from "../../../../core/language/index.ts";
import { lineChart } from "../chart.ts";
import { html, type Html } from "../html.ts";
import { say } from "../texts.ts";
import { numberOf, type Words } from "../words.ts";

/** A share in per cent, never rounded up to what it is not; where it stands for few, it says that instead, and for none a dash. */
export function shareOf({ share, isSmall }: Rate, words: Words): Html {
  if (share === null) return html`${words.of(say.noShare)}`;
  if (isSmall) return html`<span class="quiet">${words.of(say.few)}</span>`;
  return html`${Math.floor(share * 1_000 + 1e-9) / 10}%`;
}

/** How many came and how many were settled, week by week: a picture, and the same as a table for whoever wants figures. */
export function trendFigure({ weeks, to }: Figures, words: Words): Html {
  const sum = (name: "filed" | "settled") => weeks.reduce((total, week) => total + week[name], 0);
  const date = (at: number) => words.of(words.calendar.date(at));
  const chart = lineChart(
    [
      { name: words.of(say.filed), look: "first", values: weeks.map(({ filed }) => filed) },
      { name: words.of(say.settled), look: "second", values: weeks.map(({ settled }) => settled) },
    ],
    {
      sentence: words.of(say.trendSentence(sum("filed"), sum("settled"))),
      from: date(weeks[0]?.from ?? to),
      to: date(to - 1),
    },
  );
  return html`<section class="panel trend-panel" aria-labelledby="trend">
    <h2 id="trend">${words.of(say.trend)}</h2>
    ${chart}
    <details id="trend-table">
      <summary>${words.of(say.trendTable)}</summary>
      ${weekTable(weeks, words)}
    </details>
  </section>`;
}

type Week = Figures["weeks"][number];

function weekTable(weeks: readonly Week[], words: Words): Html {
  const rows = weeks.map(
    ({ from, filed, settled }) =>
      html`<tr>
        <th scope="row">${words.of(words.calendar.date(from))}</th>
        <td>${filed}</td>
        <td>${settled}</td>
      </tr>`,
  );
  return html`<table class="figures">
    <thead>
      <tr>
        <th scope="col">${words.of(say.week)}</th>
        <th scope="col">${words.of(say.filed)}</th>
        <th scope="col">${words.of(say.settled)}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

/** The rates of the last four weeks with what they are out of. */
export function rateTable({ rates, from, to }: Figures, words: Words): Html {
  const { calendar } = words;
  const title = words.of(say.rates(calendar.date(from), calendar.date(to - 1)));
  const row = (name: Text, rate: Rate) =>
    html`<tr>
      <th scope="row">${words.of(name)}</th>
      <td>${shareOf(rate, words)}</td>
      <td>${numberOf(rate.numerator)}/${numberOf(rate.denominator)}</td>
    </tr>`;
  return html`<section class="panel rates-panel" aria-labelledby="rates">
    <h2 id="rates">${title}</h2>
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">${words.of(say.rate)}</th>
          <th scope="col">${words.of(say.share)}</th>
          <th scope="col">${words.of(say.outOf)}</th>
        </tr>
      </thead>
      <tbody>
        ${rates.map(({ name, rate }) => row(rateTexts[name].name, rate))}
      </tbody>
    </table>
  </section>`;
}
