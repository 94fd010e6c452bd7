/** One phone: whose it is, what was said, and where to write. */
import type { BubbleDeeds } from "./bubble.ts";
import { clientId } from "./clientId.ts";
import { Composer } from "./composer.ts";
import type { Conversation } from "./conversation.ts";
import { button, make } from "./dom.ts";
import { Messages } from "./messages.ts";
import type { Persona, Say } from "./protocol.ts";
import type { Setting, Unsent } from "./server.ts";
import type { UnsentQueue } from "./unsent.ts";
import type { Language, Words } from "./words.ts";
import { wordsOf } from "./words.ts";

export interface PaneDeeds {
  readonly language: Language;
  readonly setting: Setting;
  readonly queue: UnsentQueue;
  readonly conversations: ReadonlyMap<string, Conversation>;
  /** The visitor speaks as somebody else in this pane. */
  choose(actor: string): void;
}

export class Pane {
  readonly element: HTMLElement;
  readonly kind: Persona["pane"];
  readonly #conversation: Conversation;
  readonly #deeds: PaneDeeds;
  readonly #words: Words;
  readonly #messages: Messages;
  readonly #composer: Composer;
  readonly #switch = make("select", { class: "switch" });

  constructor(conversation: Conversation, deeds: PaneDeeds) {
    this.kind = conversation.persona.pane;
    this.#conversation = conversation;
    this.#deeds = deeds;
    this.#words = wordsOf[deeds.language];
    this.#messages = new Messages(conversation, deeds.queue, this.#bubbleDeeds());
    this.#composer = new Composer(conversation, {
      words: this.#words,
      longestText: deeds.setting.longestText,
      maxFileBytes: deeds.setting.maxFileBytes,
      say: (say) => this.#send({ say }),
      attach: (file) => this.#send({ file }),
    });
    this.element = make("section", { class: `pane pane-${this.kind}`, id: `pane-${this.kind}` });
    this.element.setAttribute("aria-label", this.#words[this.kind]);
    this.element.append(this.#drawHeader(), this.#messages.element, this.#composer.element);
    this.draw();
  }

  draw(): void {
    this.#conversation.unread = 0;
    this.drawSwitch();
    this.#messages.draw(() => this.#drawEmpty());
    this.#composer.draw();
  }

  /** Names everyone of this pane, with what is unread in their chats. */
  drawSwitch(): void {
    const options = this.#deeds.setting.personas
      .filter((persona) => persona.pane === this.kind)
      .map((persona) => {
        const unread = this.#deeds.conversations.get(persona.actor)?.unread ?? 0;
        const role = this.#deeds.language === "en" ? persona.roleEn : persona.role;
        const label = `${persona.name} · ${role}${unread > 0 ? `（${this.#words.unread(unread)}）` : ""}`;
        return make("option", { value: persona.actor }, label);
      });
    this.#switch.replaceChildren(...options);
    this.#switch.value = this.#conversation.persona.actor;
  }

  #drawHeader(): HTMLElement {
    this.#switch.setAttribute("aria-label", `${this.#words[this.kind]}: ${this.#words.speakAs}`);
    this.#switch.addEventListener("change", () => this.#deeds.choose(this.#switch.value));
    const initial = this.#conversation.persona.name.slice(0, 1);
    return make(
      "header",
      { class: "pane-header" },
      make("span", { class: "face", "aria-hidden": "true" }, initial),
      this.#switch,
      make("span", { class: "demo" }, this.#words.demo),
    );
  }

  #drawEmpty(): HTMLElement {
    const { emptyTitle, emptyHint, suggestions } = this.#words;
    const offers = suggestions[this.kind].map(({ label, text }) =>
      button({ class: "choice" }, label, () => this.#send({ say: { type: "text", text } })),
    );
    return make(
      "li",
      { class: "empty" },
      make("h2", {}, emptyTitle),
      make("p", {}, emptyHint),
      make("div", { class: "choices" }, ...offers),
    );
  }

  #bubbleDeeds(): BubbleDeeds {
    const conversation = this.#conversation;
    return {
      words: this.#words,
      personName: conversation.persona.name,
      buttonOf: (token) => conversation.buttonOf(token),
      lineOf: (id) => conversation.lines.find((line) => line.id === id),
      press: ({ token }, line) => this.#send({ say: { type: "press", token }, replyTo: line.id }),
      reply: (line) => {
        conversation.replyingTo = line;
        this.#composer.draw();
        this.#composer.focus();
      },
    };
  }

  #send(content: { say?: Say; file?: NonNullable<Unsent["file"]>; replyTo?: string }): void {
    const replyTo = content.replyTo ?? this.#conversation.replyingTo?.id;
    if (content.replyTo === undefined) this.#conversation.replyingTo = undefined;
    this.#messages.follow();
    this.#deeds.queue.add({
      actor: this.#conversation.persona.actor,
      client: clientId(),
      at: Date.now(),
      ...content,
      ...(replyTo !== undefined && { replyTo }),
    });
  }
}
