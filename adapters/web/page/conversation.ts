import type { Button, Line, Persona, Refusal } from "./protocol.ts";
import { fetchHistory } from "./server.ts";

/** A line sent a moment ago may not be in the history yet: it is marked as sent only after it was. */
const settlingMs = 10_000;
const firstLimit = 100;
const longestHistory = 500;

/** One persona's chat as this page knows it; outlives the pane that shows it. */
export class Conversation {
  readonly persona: Persona;
  lines: readonly Line[] = [];
  draft = "";
  replyingTo: Line | undefined;
  /** Why the last message was refused, or what else must be said above the composer. */
  notice: Refusal | undefined;
  unread = 0;
  /** Called after every change. */
  onChange: () => void = () => undefined;
  #limit = firstLimit;
  #loaded = false;
  readonly #arrivals = new Map<string, number>();

  constructor(persona: Persona) {
    this.persona = persona;
  }

  /** False until the history was read once: an empty chat is then really empty. */
  get isLoaded(): boolean {
    return this.#loaded;
  }

  get hasEarlier(): boolean {
    return this.lines.length >= this.#limit && this.#limit < longestHistory;
  }

  /** Reads the history again; keeps what arrived live and is not in it yet. A failure keeps what is shown. */
  async load(): Promise<void> {
    const history = await fetchHistory(this.persona.actor, this.#limit).catch(() => undefined);
    if (!history) return;
    const known = new Set(history.map((line) => line.id));
    const settling = performance.now() - settlingMs;
    const isSettling = ({ id }: Line) => !known.has(id) && (this.#arrivals.get(id) ?? -Infinity) > settling;
    this.lines = [...history, ...this.lines.filter(isSettling)];
    this.#loaded = true;
    this.onChange();
  }

  async loadEarlier(): Promise<void> {
    this.#limit = longestHistory;
    await this.load();
  }

  /** Takes a live line; the same line again (a repeated attempt) changes nothing, unless it is there to change it. */
  receive(line: Line): void {
    if (line.isChange) {
      this.lines = this.lines.map((other) => (other.id === line.id ? { ...line, at: other.at } : other));
      this.onChange();
      return;
    }
    if (this.lines.some((other) => other.id === line.id)) return;
    this.#arrivals.set(line.id, performance.now());
    this.lines = [...this.lines, line];
    this.onChange();
  }

  /** The button that carries this token, newest first. */
  buttonOf(token: string): Button | undefined {
    return this.lines.flatMap((line) => line.buttons ?? []).findLast((button) => button.token === token);
  }
}
