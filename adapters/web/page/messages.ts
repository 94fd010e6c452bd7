/** The list of a chat: keeps what is drawn, draws what is new, and scrolls only with a reader who is at the end. */
import { drawLine } from "./bubble.ts";
import type { BubbleDeeds } from "./bubble.ts";
import type { Conversation } from "./conversation.ts";
import { button, make } from "./dom.ts";
import type { Line } from "./protocol.ts";
import { dayOf } from "./time.ts";
import type { Unsent } from "./server.ts";
import type { UnsentQueue } from "./unsent.ts";

/** Nearer to the end than this, the reader is following. */
const followingPixels = 80;

export class Messages {
  readonly element: HTMLElement;
  readonly #list = make("ol", { class: "list" });
  readonly #scroller: HTMLElement;
  readonly #jump: HTMLButtonElement;
  readonly #conversation: Conversation;
  readonly #queue: UnsentQueue;
  readonly #deeds: BubbleDeeds;
  #drawn = new Map<string, HTMLElement>();
  #isFollowing = true;
  /** Where following last scrolled to. */
  #end = 0;
  #lastId: string | undefined;

  constructor(conversation: Conversation, queue: UnsentQueue, deeds: BubbleDeeds) {
    this.#conversation = conversation;
    this.#queue = queue;
    this.#deeds = deeds;
    const { words } = deeds;
    const name = `${words.messages}: ${conversation.persona.name}`;
    this.#scroller = make("div", { class: "scroller", role: "log", "aria-live": "polite", tabindex: "0" });
    this.#scroller.setAttribute("aria-label", name);
    this.#scroller.append(this.#list);
    this.#jump = button({ class: "jump", hidden: true }, words.newMessages, () => this.follow());
    this.element = make("div", { class: "messages" }, this.#scroller, this.#jump);
    this.#scroller.addEventListener("scroll", () => this.#noticeScroll(), { passive: true });
    const resized = new ResizeObserver(() => this.#isFollowing && this.#toEnd());
    resized.observe(this.#list);
    resized.observe(this.#scroller);
  }

  /** Brings the list up to date with the conversation and the queue. */
  draw(empty: () => HTMLElement): void {
    // The reader may have scrolled since: that event comes only with the next frame.
    if (this.#scroller.scrollTop < this.#end - followingPixels) this.#isFollowing = false;
    const drawn = new Map<string, HTMLElement>();
    const items = this.#items(drawn);
    this.#drawn = drawn;
    reconcile(this.#list, items.length === 0 && this.#conversation.isLoaded ? [empty()] : items);
    const lastId = this.#conversation.lines.at(-1)?.id;
    if (this.#isFollowing) this.#toEnd();
    else if (lastId !== this.#lastId) this.#jump.hidden = false;
    this.#lastId = lastId;
  }

  /** Goes to the end and stays there as more comes. */
  follow(): void {
    this.#isFollowing = true;
    this.#toEnd();
  }

  #items(drawn: Map<string, HTMLElement>): HTMLElement[] {
    const { lines } = this.#conversation;
    const items: HTMLElement[] = [];
    let day = "";
    for (const line of lines) {
      const itsDay = dayOf(line.at, Date.now(), this.#deeds.words);
      if (itsDay !== day) items.push(this.#keep(drawn, `day-${itsDay}`, () => drawDay(itsDay)));
      day = itsDay;
      const reading = line.isChange ? `${line.id} ${line.text ?? ""}` : line.id;
      items.push(this.#keep(drawn, reading, () => drawLine(line, this.#deeds)));
    }
    if (this.#conversation.hasEarlier) {
      items.unshift(this.#keep(drawn, "earlier", () => this.#drawEarlier()));
    }
    const stored = new Set(lines.map((line) => line.id));
    const { actor } = this.#conversation.persona;
    const unsent = this.#queue.of(actor).filter(({ client }) => !stored.has(`${actor}/${client}`));
    return [...items, ...unsent.map((each) => this.#drawUnsent(each))];
  }

  #keep(drawn: Map<string, HTMLElement>, key: string, draw: () => HTMLElement): HTMLElement {
    const item = this.#drawn.get(key) ?? draw();
    drawn.set(key, item);
    return item;
  }

  #drawEarlier(): HTMLElement {
    const deed = () => this.#conversation.loadEarlier();
    return make("li", { class: "day" }, button({ class: "quiet" }, this.#deeds.words.earlier, deed));
  }

  #drawUnsent(unsent: Unsent): HTMLElement {
    const { words } = this.#deeds;
    const isFailing = this.#queue.isFailing(unsent.actor);
    const item = drawLine(lineOfUnsent(unsent), { ...this.#deeds, lineOf: () => undefined });
    item.classList.add("is-unsent");
    const state = make("p", { class: "state" }, isFailing ? words.unsent : words.sending);
    if (isFailing) {
      state.append(
        " ",
        button({ class: "quiet" }, words.dropUnsent, () => this.#queue.drop(unsent)),
      );
    }
    item.append(state);
    return item;
  }

  #noticeScroll(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    this.#isFollowing = scrollHeight - scrollTop - clientHeight < followingPixels;
    if (this.#isFollowing) this.#jump.hidden = true;
  }

  #toEnd(): void {
    this.#jump.hidden = true;
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#end = this.#scroller.scrollTop;
  }
}

/** Touches only what changed: an element taken out and put back would lose the focus and stop playing. */
function reconcile(list: HTMLElement, items: readonly HTMLElement[]): void {
  const wanted = new Set<Element>(items);
  for (const child of Array.from(list.children)) if (!wanted.has(child)) child.remove();
  let at = list.firstElementChild;
  for (const item of items) {
    if (item === at) at = at.nextElementSibling;
    else list.insertBefore(item, at);
  }
}

function drawDay(day: string): HTMLElement {
  return make("li", { class: "day" }, make("span", {}, day));
}

function lineOfUnsent({ actor, client, at, say, file }: Unsent): Line {
  const common = { id: `${actor}/${client}`, from: "person" as const, at };
  if (file) return { ...common, text: `${file.kind === "voice" ? "🎤" : "📎"} ${file.name ?? ""}`.trim() };
  if (!say) return common;
  switch (say.type) {
    case "text":
      return { ...common, text: say.text };
    case "press":
      return { ...common, pressed: say.token };
    case "location":
      return { ...common, place: say };
    case "sticker":
      return { ...common, sticker: true };
  }
}
