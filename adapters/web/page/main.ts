/** The page: everyone's phones side by side, over one live stream. */
import { clientId } from "./clientId.ts";
import { Conversation } from "./conversation.ts";
import { button, byId } from "./dom.ts";
import { recall, remember } from "./kept.ts";
import { takeInvitation } from "./invitation.ts";
import { Pane } from "./pane.ts";
import type { LiveLine, Persona, Refusal } from "./protocol.ts";
import { fetchSetting } from "./server.ts";
import { LiveStream } from "./stream.ts";
import type { Connection } from "./stream.ts";
import { UnsentQueue } from "./unsent.ts";
import type { Setting, Unsent } from "./server.ts";
import { keepTimeIn } from "./time.ts";
import { wordsOf } from "./words.ts";
import type { Language } from "./words.ts";

const kinds: readonly Persona["pane"][] = ["villager", "grid_worker", "command_room", "admin"];
/** The history is read once more when a message that was being sent as the stream opened has surely been marked. */
const secondLookMs = 2_000;

class Sandbox {
  readonly #setting: Setting;
  readonly #conversations: ReadonlyMap<string, Conversation>;
  readonly #queue: UnsentQueue;
  readonly #stream: LiveStream;
  readonly #panes = new Map<Persona["pane"], Pane>();
  readonly #chosen: Partial<Record<Persona["pane"], string>>;
  #language: Language = recall("language") === "en" ? "en" : "zh";
  #tabWatcher: IntersectionObserver | undefined;
  #connection: Connection = "connecting";

  constructor(setting: Setting) {
    this.#setting = setting;
    keepTimeIn(setting.timeZone);
    this.#chosen = (recall("chosen") as Partial<Record<Persona["pane"], string>> | undefined) ?? {};
    const all = setting.personas.map((persona) => new Conversation(persona));
    this.#conversations = new Map(all.map((each) => [each.persona.actor, each] as const));
    this.#queue = new UnsentQueue({
      changed: (actor) => this.#conversations.get(actor)?.onChange(),
      stored: (unsent, { line }) => line && this.#conversations.get(unsent.actor)?.receive(line),
      refused: (unsent, refusal) => this.#giveBack(unsent, refusal),
    });
    byId("language").addEventListener("click", () => this.#switchLanguage());
    this.#stream = new LiveStream({
      opened: () => this.#catchUp(),
      received: (live) => this.#receive(live),
      changed: (connection) => this.#showConnection(connection),
    });
  }

  open(): void {
    const code = takeInvitation();
    if (code !== undefined) this.#beginWith(code);
    this.#drawAll();
    this.#stream.open();
  }

  /** Whoever opened an invitation is a newcomer and says its code. */
  #beginWith(code: string): void {
    const newcomer = this.#setting.personas.find(({ isNew }) => isNew);
    if (!newcomer) return;
    const { actor, pane } = newcomer;
    this.#chosen[pane] = actor;
    remember("chosen", this.#chosen);
    const say = { type: "text", text: `/start ${code}` } as const;
    this.#queue.add({ actor, client: clientId(), at: Date.now(), say });
  }

  #catchUp(): void {
    const load = () => this.#conversations.forEach((conversation) => void conversation.load());
    load();
    setTimeout(load, secondLookMs);
    this.#queue.hurry();
  }

  #receive({ actor, line }: LiveLine): void {
    const conversation = this.#conversations.get(actor);
    if (!conversation) return;
    if (line.from === "bot" && !this.#isShown(conversation)) conversation.unread += 1;
    conversation.receive(line);
    this.#panes.get(conversation.persona.pane)?.drawSwitch();
  }

  #isShown({ persona }: Conversation): boolean {
    return this.#chosen[persona.pane] === persona.actor;
  }

  /** What was refused for good goes back to where it was written, with the reason. */
  #giveBack({ actor, say }: Unsent, refusal: Refusal | undefined): void {
    const conversation = this.#conversations.get(actor);
    if (!conversation) return;
    const { zh, en } = wordsOf;
    conversation.notice = refusal ?? { zh: zh.refused, en: en.refused };
    if (say?.type === "text") conversation.draft = [say.text, conversation.draft].filter(Boolean).join("\n");
    conversation.onChange();
  }

  #drawAll(): void {
    const words = wordsOf[this.#language];
    document.documentElement.lang = words.htmlLang;
    document.title = words.title;
    byId("banner-sentence").textContent = words.demoSentence;
    byId("language").textContent = words.otherLanguage;
    this.#showConnection(this.#connection);
    this.#panes.clear();
    for (const conversation of this.#conversations.values()) conversation.onChange = () => undefined;
    for (const kind of kinds) this.#openPane(kind);
    byId("panes").replaceChildren(...[...this.#panes.values()].map((pane) => pane.element));
    const tabs = [...this.#panes.values()].map((pane) =>
      button({ class: `tab tab-${pane.kind}`, "aria-controls": pane.element.id }, words[pane.kind], () =>
        byId(pane.element.id).scrollIntoView({ behavior: "smooth", inline: "start", block: "nearest" }),
      ),
    );
    byId("tabs").replaceChildren(...tabs);
    this.#followTabs();
  }

  #openPane(kind: Persona["pane"]): Pane | undefined {
    const own = [...this.#conversations.values()].filter(({ persona }) => persona.pane === kind);
    const conversation = own.find((each) => this.#isShown(each)) ?? own[0];
    if (!conversation) return undefined;
    this.#chosen[kind] = conversation.persona.actor;
    const pane = new Pane(conversation, {
      language: this.#language,
      setting: this.#setting,
      queue: this.#queue,
      conversations: this.#conversations,
      choose: (actor) => this.#choose(kind, actor),
    });
    for (const each of own) each.onChange = () => undefined;
    conversation.onChange = () => pane.draw();
    this.#panes.set(kind, pane);
    return pane;
  }

  #choose(kind: Persona["pane"], actor: string): void {
    const before = this.#panes.get(kind)?.element;
    this.#chosen[kind] = actor;
    remember("chosen", this.#chosen);
    const pane = this.#openPane(kind);
    if (pane) before?.replaceWith(pane.element);
    pane?.element.querySelector("select")?.focus();
    this.#followTabs();
  }

  #switchLanguage(): void {
    this.#language = this.#language === "zh" ? "en" : "zh";
    remember("language", this.#language);
    this.#drawAll();
  }

  #showConnection(connection: Connection): void {
    this.#connection = connection;
    const place = byId("connection");
    place.textContent = wordsOf[this.#language][connection];
    place.dataset["state"] = connection;
  }

  /** The tab of the pane in view is marked; only matters where not all panes fit. */
  #followTabs(): void {
    this.#tabWatcher?.disconnect();
    const watcher = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const tab = document.querySelector(`[aria-controls="${target.id}"]`);
          tab?.setAttribute("aria-pressed", String(isIntersecting));
        }
      },
      { root: byId("panes"), threshold: 0.6 },
    );
    for (const pane of this.#panes.values()) watcher.observe(pane.element);
    this.#tabWatcher = watcher;
  }
}

/** The personas are needed for anything at all, so they are asked for until they come. */
async function open(): Promise<void> {
  for (;;) {
    const setting = await fetchSetting().catch(() => undefined);
    if (setting) {
      new Sandbox(setting).open();
      return;
    }
    byId("connection").textContent = wordsOf.zh.reconnecting;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  }
}

await open();
