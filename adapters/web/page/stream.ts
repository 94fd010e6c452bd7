import type { LiveLine } from "./protocol.ts";

/** Whether new messages can arrive now. */
export type Connection = "connecting" | "connected" | "reconnecting";

export interface StreamListener {
  /** The stream is open: whatever came before must be read from the history. */
  opened(): void;
  received(live: LiveLine): void;
  changed(connection: Connection): void;
}

/** Twice the server's heartbeat and a little: silence beyond it is a dead line. */
const longestSilenceMs = 35_000;
const longestPauseMs = 10_000;

/**
 * Keeps one live stream open as long as the page is looked at. A hidden page lets go of it: browsers allow six connections per
 * server, and a seventh tab would hang.
 */
export class LiveStream {
  readonly #listener: StreamListener;
  #source: EventSource | undefined;
  #watchdog: number | undefined;
  #retry: number | undefined;
  #failures = 0;

  constructor(listener: StreamListener) {
    this.#listener = listener;
    document.addEventListener("visibilitychange", () => (document.hidden ? this.#close() : this.open()));
    addEventListener("online", () => this.open());
  }

  open(): void {
    this.#close();
    if (document.hidden) return;
    const source = new EventSource("/sandbox/live");
    source.addEventListener("error", () => this.#lose());
    source.addEventListener("heartbeat", () => this.#hear());
    source.addEventListener("ready", () => {
      this.#failures = 0;
      this.#hear();
      this.#listener.changed("connected");
      this.#listener.opened();
    });
    source.addEventListener("message", (event: MessageEvent<string>) => {
      this.#hear();
      this.#listener.received(JSON.parse(event.data) as LiveLine);
    });
    this.#source = source;
    this.#hear();
  }

  #hear(): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#lose(), longestSilenceMs);
  }

  #lose(): void {
    this.#close();
    this.#failures += 1;
    this.#listener.changed("reconnecting");
    this.#retry = setTimeout(() => this.open(), Math.min(500 * 2 ** this.#failures, longestPauseMs));
  }

  #close(): void {
    clearTimeout(this.#watchdog);
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = undefined;
  }
}
