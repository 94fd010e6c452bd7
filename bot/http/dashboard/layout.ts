import type { Language, Text } from "../../../core/language/index.ts";
import { html, type Html, type Piece } from "./html.ts";
import { say, type Fault } from "./texts.ts";

/** How the page's own files are reached from where it stands, such as "../../". */
export interface Frame {
  readonly language: Language;
  readonly root: string;
  readonly isDemo: boolean;
}

const languageTags: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en" };

/** A whole document. `head` is what only this page needs there. */
export function pageOf(
  { language, root, isDemo }: Frame,
  title: Text,
  { head, header, body }: { readonly head?: Html; readonly header?: Piece; readonly body: Piece },
): string {
  const words = (text: Text): string => text[language];
  const { markup } = html`<!doctype html>
    <html lang="${languageTags[language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="robots" content="noindex" />
        <title>${words(title)} · ${words(say.title)}</title>
        <link rel="icon" href="${root}board/page/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${root}board/page/board.css" />
        ${head}
      </head>
      <body>
        <a class="skip" href="#main">${words(say.skip)}</a>
        <header class="top">
          <h1>${words(title)}</h1>
          ${isDemo && html`<p class="demo"><strong>${words(say.demo)}</strong> <span>${words(say.demoSentence)}</span></p>`}
          ${header}
        </header>
        <main id="main" tabindex="-1">${body}</main>
      </body>
    </html> `;
  return markup;
}

/** What somebody can do who reads why there is nothing else. */
const ways: Readonly<Record<Fault, "ask" | "back" | "none">> = {
  unknown: "ask",
  used: "ask",
  expired: "ask",
  over: "ask",
  foreign: "ask",
  not_yours: "back",
  absent: "back",
  no_post: "none",
  failed: "none",
};

/** A page that says in both languages why there is nothing else, and what to do. */
export function faultPage(frame: Frame, fault: Fault): string {
  const way = ways[fault];
  const sentences = (["zh", "en"] as const)
    .toSorted((one) => (one === frame.language ? -1 : 1))
    .map(
      (language) =>
        html`<div lang="${languageTags[language]}">
          <p class="large">${say.faults[fault][language]}</p>
          ${way === "ask" && html`<p>${say.askAgain[language]}</p>`}
          ${way === "back" && html`<p><a href="${frame.root}board">${say.backToMine[language]}</a></p>`}
        </div>`,
    );
  return pageOf(frame, say.title, { body: html`<section class="sheet">${sentences}</section>` });
}

/** A page with one button: a link that is only looked at, as previews of chats do, is not used up. */
export function openPage(frame: Frame, name: string, action: string): string {
  const both = (text: Text) =>
    html`<span lang="zh-CN">${text.zh}</span> <span lang="en" class="second">${text.en}</span>`;
  return pageOf(frame, say.openTitle, {
    body: html`<section class="sheet">
      <p class="large">${both(say.openFor(name))}</p>
      <form method="post" action="${action}">
        <button type="submit" class="main-button">${both(say.openButton)}</button>
      </form>
      <p>${both(say.openNote)}</p>
    </section>`,
  });
}
