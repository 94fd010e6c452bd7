/** Draws one line of a chat. */
import { button, make } from "./dom.ts";
import type { Button, Line, ShownFile } from "./protocol.ts";
import { excerpt, pieces } from "./text.ts";
import { timeOfDay } from "./time.ts";
import type { Words } from "./words.ts";

/** What a bubble needs to know and do besides its line. */
export interface BubbleDeeds {
  readonly words: Words;
  /** The speaker, for those who hear the page. */
  readonly personName: string;
  buttonOf(token: string): Button | undefined;
  /** The line a reply answers, for quoting it. */
  lineOf(id: string): Line | undefined;
  press(button: Button, line: Line): void;
  reply(line: Line): void;
}

/** One line as a list item; the same line always draws the same. */
export function drawLine(line: Line, deeds: BubbleDeeds): HTMLLIElement {
  const { words, personName } = deeds;
  const speaker = line.from === "bot" ? words.bot : personName;
  const item = make("li", { class: `line from-${line.from}`, "data-id": line.id });
  const bubble = make(
    "div",
    { class: line.sticker ? "bubble is-sticker" : "bubble" },
    make("span", { class: "visually-hidden" }, `${speaker}: `),
    quoteOf(line, deeds),
    ...contentOf(line, deeds),
    make("time", { datetime: new Date(line.at).toISOString(), class: "moment" }, timeOfDay(line.at)),
  );
  item.append(
    make("div", { class: "row" }, bubble, line.from === "bot" ? replyButton(line, deeds) : undefined),
  );
  if (line.buttons) item.append(drawButtons(line.buttons, line, deeds));
  return item;
}

function contentOf(line: Line, deeds: BubbleDeeds): (Node | undefined)[] {
  const { words } = deeds;
  const label =
    line.pressed === undefined ? undefined : (deeds.buttonOf(line.pressed)?.label ?? words.pressedUnknown);
  return [
    line.file && drawFile(line.file, line.seconds, words),
    line.place && make("span", { class: "place" }, `📍 ${placeName(line.place)}`),
    line.sticker && make("span", { role: "img", "aria-label": words.aSticker }, "😊"),
    label === undefined ? undefined : make("span", { class: "words" }, label),
    line.text === undefined ? undefined : drawText(line.text),
  ].filter((node) => node !== undefined);
}

/** Words keep their line breaks and their own direction. */
function drawText(text: string): HTMLElement {
  const parts = pieces(text).map((piece) =>
    piece.url === undefined
      ? piece.text
      : make("a", { href: piece.url, target: "_blank", rel: "noopener noreferrer" }, piece.text),
  );
  return make("span", { class: "words", dir: "auto" }, ...parts);
}

function placeName({ latitude, longitude, label }: NonNullable<Line["place"]>): string {
  const numbers = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  return label === undefined ? numbers : `${label} (${numbers})`;
}

function drawFile(file: ShownFile, seconds: number | undefined, words: Words): HTMLElement {
  if (file.url === undefined) return make("span", {}, words.elsewhere);
  switch (file.kind) {
    case "photo":
      return make(
        "a",
        { href: file.url, target: "_blank", rel: "noopener", "aria-label": words.openPhoto },
        make("img", { src: file.url, alt: file.name ?? words.photo }),
      );
    case "video":
      return make("video", { src: file.url, controls: true, preload: "metadata", "aria-label": words.video });
    case "voice":
      return drawVoice(file.url, seconds, words);
    case "document":
      return make("a", { href: file.url, download: true }, file.name ?? words.document);
  }
}

/** A recording to press: the browser's own player has letters too small to read. */
function drawVoice(url: string, seconds: number | undefined, words: Words): HTMLElement {
  const length = seconds === undefined ? "" : `${String(Math.max(1, Math.round(seconds)))}″`;
  const sound = new Audio(url);
  sound.preload = "none";
  const idle = `▶ ${words.voice} ${length}`;
  const player = button({ class: "voice", "aria-label": words.playVoice(length) }, idle, async () => {
    if (!sound.paused) {
      sound.pause();
      sound.currentTime = 0;
      return;
    }
    await sound.play().catch(() => (player.textContent = words.voiceFailed));
  });
  sound.addEventListener("playing", () => (player.textContent = `■ ${words.stopVoice}`));
  for (const end of ["pause", "ended"]) sound.addEventListener(end, () => (player.textContent = idle));
  sound.addEventListener("error", () => (player.textContent = words.voiceFailed));
  return player;
}

function drawButtons(buttons: readonly Button[], line: Line, deeds: BubbleDeeds): HTMLElement {
  const drawn = buttons.map((each) => button({ class: "choice" }, each.label, () => deeds.press(each, line)));
  return make("div", { class: "choices" }, ...drawn);
}

function replyButton(line: Line, deeds: BubbleDeeds): HTMLElement {
  const label = `${deeds.words.reply}: ${excerpt(summaryOf(line, deeds), 20)}`;
  return button({ class: "reply", "aria-label": label, title: deeds.words.reply }, "↩", () =>
    deeds.reply(line),
  );
}

function quoteOf(line: Line, deeds: BubbleDeeds): HTMLElement | undefined {
  const quoted =
    line.replyTo === undefined || line.pressed !== undefined ? undefined : deeds.lineOf(line.replyTo);
  return quoted && make("q", { class: "quote" }, excerpt(summaryOf(quoted, deeds), 24));
}

/** A message in a few words, for quoting and for hearing. */
export function summaryOf(line: Line, { words }: Pick<BubbleDeeds, "words">): string {
  if (line.text !== undefined && line.text !== "") return line.text;
  if (line.file) return words[line.file.kind];
  if (line.place) return words.place;
  return line.sticker ? words.aSticker : words.pressedUnknown;
}
