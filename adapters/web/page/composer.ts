/** Where a person writes. Keeps the words until they are on their way, and gets them back when they are refused. */
import type { Conversation } from "./conversation.ts";
import { button, make } from "./dom.ts";
import { summaryOf } from "./bubble.ts";
import type { Say } from "./protocol.ts";
import { excerpt } from "./text.ts";
import { drawTray } from "./tray.ts";
import type { Unsent } from "./server.ts";
import type { Words } from "./words.ts";

export interface ComposerDeeds {
  readonly words: Words;
  readonly longestText: number;
  readonly maxFileBytes: number;
  say(say: Say): void;
  attach(file: NonNullable<Unsent["file"]>): void;
}

export class Composer {
  readonly element = make("form", { class: "composer" });
  readonly #notice = make("p", { class: "notice", role: "alert", hidden: true });
  readonly #quote = make("p", { class: "answering", hidden: true });
  readonly #tray = make("div", { class: "tray-place" });
  readonly #more: HTMLButtonElement;
  readonly #field: HTMLTextAreaElement;
  readonly #conversation: Conversation;
  readonly #deeds: ComposerDeeds;

  constructor(conversation: Conversation, deeds: ComposerDeeds) {
    this.#conversation = conversation;
    this.#deeds = deeds;
    const { words } = deeds;
    this.#field = make("textarea", { rows: "1", placeholder: words.write, enterkeyhint: "send" });
    this.#field.setAttribute("aria-label", words.writeAs(conversation.persona.name));
    this.#field.value = conversation.draft;
    const toggle = () => this.#toggleTray(this.#tray.childElementCount === 0);
    this.#more = button({ class: "more", "aria-expanded": "false" }, "＋", toggle);
    this.#more.setAttribute("aria-label", words.more);
    const send = make("button", { class: "send", type: "submit" }, words.send);
    const bar = make("div", { class: "bar" }, this.#more, this.#field, send);
    this.element.append(this.#notice, this.#quote, this.#tray, bar);
    this.#listen();
    this.draw();
    queueMicrotask(() => this.#grow());
  }

  /** Shows what the conversation holds: a refusal, the message being answered, words that came back. */
  draw(): void {
    const { draft, notice, replyingTo } = this.#conversation;
    const { words } = this.#deeds;
    if (this.#field.value !== draft) {
      this.#field.value = draft;
      this.#grow();
    }
    const sentence = notice && (words.htmlLang === "en" ? notice.en : notice.zh);
    this.#notice.hidden = sentence === undefined;
    if (this.#notice.textContent !== (sentence ?? "")) this.#notice.textContent = sentence ?? "";
    this.#quote.hidden = replyingTo === undefined;
    this.#quote.replaceChildren();
    if (!replyingTo) return;
    const quoted = make("span", {}, words.replyingTo + excerpt(summaryOf(replyingTo, this.#deeds), 24));
    this.#quote.append(
      quoted,
      button({ class: "quiet", "aria-label": words.cancelReply }, "✕", () => this.#unreply()),
    );
  }

  focus(): void {
    this.#field.focus();
  }

  #listen(): void {
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#field.addEventListener("input", () => {
      this.#conversation.draft = this.#field.value;
      this.#grow();
    });
    this.#field.addEventListener("keydown", (event) => {
      // While Chinese is being composed, Enter chooses a word (229 is what Safari says instead of isComposing).
      const isComposing = event.isComposing || event.keyCode === 229;
      if (event.key !== "Enter" || event.shiftKey || isComposing) return;
      event.preventDefault();
      this.#submit();
    });
  }

  #submit(): void {
    const text = this.#field.value;
    const { words, longestText } = this.#deeds;
    if (text.trim() === "") return;
    if (text.length > longestText) {
      this.#complain(words.tooLong(longestText.toLocaleString("en")));
      return;
    }
    this.#conversation.draft = "";
    this.#conversation.notice = undefined;
    this.#deeds.say({ type: "text", text });
    this.draw();
  }

  #toggleTray(isOpen: boolean): void {
    const { words } = this.#deeds;
    const say = (said: Say) => this.#deeds.say(said);
    this.#more.setAttribute("aria-expanded", String(isOpen));
    this.#more.setAttribute("aria-label", isOpen ? words.closeMore : words.more);
    const close = () => this.#toggleTray(false);
    const complain = (sentence: string) => this.#complain(sentence);
    const attach = (file: NonNullable<Unsent["file"]>) => this.#attach(file);
    this.#tray.replaceChildren(...(isOpen ? [drawTray({ words, say, attach, complain, close })] : []));
    if (!isOpen) this.#more.focus();
  }

  #attach(file: NonNullable<Unsent["file"]>): void {
    const { words, maxFileBytes } = this.#deeds;
    if (file.blob.size > maxFileBytes) {
      this.#complain(words.fileTooLarge(String(Math.floor(maxFileBytes / 100_000) / 10)));
      return;
    }
    this.#conversation.notice = undefined;
    this.#deeds.attach(file);
  }

  #complain(sentence: string): void {
    this.#conversation.notice = { zh: sentence, en: sentence };
    this.draw();
  }

  #unreply(): void {
    this.#conversation.replyingTo = undefined;
    this.draw();
    this.focus();
  }

  #grow(): void {
    this.#field.style.height = "auto";
    this.#field.style.height = `${String(Math.min(this.#field.scrollHeight + 2, 160))}px`;
  }
}
