import { endsSoonMs, type Board, type Figures } from "../../../core/dashboard/index.ts";
import type { Text } from "../../../core/language/index.ts";
import type { Calendar } from "../../../core/time/index.ts";
import { html, type Html } from "./html.ts";
import { pageOf, type Frame } from "./layout.ts";
import { callList } from "./sections/calls.ts";
import { placeList } from "./sections/places.ts";
import { queueList } from "./sections/queue.ts";
import { rateTable, trendFigure } from "./sections/figures.ts";
import { say } from "./texts.ts";
import { numberOf, type Words } from "./words.ts";

/** What a page of the dashboard says, and to whom. */
export interface View {
  readonly board: Board;
  readonly figures: Figures;
  readonly now: number;
  /** When the reader's session ends, epoch milliseconds. */
  readonly until: number;
  /** Who opened it, as people call her. */
  readonly reader: string;
  readonly calendar: Calendar;
  readonly frame: Frame;
  /** True where the reader asked for a language other than her own. */
  readonly isOtherLanguage: boolean;
}

/** The whole page: how a unit stands now, and how it has been. */
export function boardPage(view: View): string {
  const { board, figures, frame } = view;
  const words = wordsOf(view);
  const title = say.titleOf(board.unit.name);
  const until = view.calendar.moment(view.until);
  const refresh = html`<noscript><meta http-equiv="refresh" content="60" /></noscript>
    <script src="${frame.root}board/page/refresh.js" defer></script> `;
  return pageOf(frame, title, {
    head: refresh,
    header: [whereTo(view, words), tools(view, words)],
    body: [
      view.until - view.now <= endsSoonMs && html`<p class="ends">${words.of(say.endsSoon(until))}</p>`,
      tiles(view, words),
      board.calls.length > 0 && callList(board.calls, words),
      queueList(board, words),
      placeList(board, figures, words),
      html`<div class="column">
        ${trendFigure(figures, words)}${rateTable(figures, words)}
        ${board.calls.length === 0 && callList([], words)}
      </div>`,
      html`<p class="note">${words.of(say.footer)} ${words.of(say.until(view.reader, until))}</p>`,
    ],
  });
}

function wordsOf({ frame: { language }, now, calendar, isOtherLanguage }: View): Words {
  const inLanguage = isOtherLanguage ? `&lang=${language}` : "";
  return {
    language,
    now,
    calendar,
    of: (text) => text[language],
    linkTo: (code) => `board?unit=${encodeURIComponent(code)}${inLanguage}`,
  };
}

/** Where the page stands, and what else its reader may open. */
function whereTo({ board: { above, beside, unit } }: View, words: Words): Html | undefined {
  if (above.length === 0 && beside.length === 0) return undefined;
  const link = ({ code, name }: { readonly code: string; readonly name: string }) =>
    html`<li><a href="${words.linkTo(code)}">${name}</a></li>`;
  return html`<nav aria-label="${words.of(say.where)}">
    <ul class="where">
      ${above.map(link)}
      <li aria-current="page">${unit.name}</li>
      ${beside.map(link)}
    </ul>
  </nav>`;
}

function tools({ board, frame, now, calendar }: View, words: Words): Html {
  const other = frame.language === "zh" ? "en" : "zh";
  const status = (name: "live" | "paused" | "lost") => words.of(say[name]);
  return html`<p class="status">
      <span id="as-of">${words.of(say.asOf(calendar.moment(now)))}</span>
      <span
        id="status"
        role="status"
        data-live="${status("live")}"
        data-paused="${status("paused")}"
        data-lost="${status("lost")}"
      ></span>
    </p>
    <div class="tools">
      <button id="pause" type="button" aria-pressed="false" hidden>${words.of(say.pause)}</button>
      <a
        class="button"
        href="board?unit=${encodeURIComponent(board.unit.code)}&amp;lang=${other}"
        lang="${other === "zh" ? "zh-CN" : "en"}"
        hreflang="${other}"
        >${words.of(say.language)}</a
      >
      <form method="post" action="board/leave"><button type="submit">${words.of(say.leave)}</button></form>
    </div>`;
}

function tiles({ board: { sum } }: View, words: Words): Html {
  const tile = (name: Text, count: number, look = "") =>
    html`<div class="tile ${count > 0 && look}">
      <dt>${words.of(name)}</dt>
      <dd>${numberOf(count)}</dd>
    </div>`;
  return html`<section class="tiles" aria-labelledby="now">
    <h2 id="now" class="unseen">${words.of(say.now)}</h2>
    <dl>
      ${tile(say.overdue, sum.overdue, "pressing")}${tile(say.soon, sum.soon)}${tile(say.open, sum.open)}${tile(say.supervised, sum.supervised)}
    </dl>
  </section>`;
}
