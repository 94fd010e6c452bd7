import type { ServerResponse } from "node:http";
import type { LiveLine } from "./page/protocol.ts";

/** A reader this far behind is cut off: its page opens again and reads the history instead. */
const mostBytesWaiting = 1_000_000;

/** The open pages. Nothing is kept for absent ones: a page reads the history whenever its stream opens. */
export class Live {
  readonly #streams = new Set<ServerResponse>();
  readonly #heartbeat: NodeJS.Timeout;

  /** Sends a heartbeat this often, so that a page notices a dead line and proxies keep it open. */
  constructor(heartbeatMs: number) {
    this.#heartbeat = setInterval(() => this.#write("event: heartbeat\ndata: {}\n\n"), heartbeatMs).unref();
  }

  /** Takes over a response as one page's stream until either side closes it. */
  open(stream: ServerResponse): void {
    stream.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
      "x-content-type-options": "nosniff",
    });
    stream.write("event: ready\ndata: {}\n\n");
    this.#streams.add(stream);
    stream.on("close", () => this.#streams.delete(stream));
    stream.on("error", () => this.#streams.delete(stream));
  }

  publish(live: LiveLine): void {
    this.#write(`data: ${JSON.stringify(live)}\n\n`);
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const stream of this.#streams) stream.end();
    this.#streams.clear();
  }

  #write(text: string): void {
    for (const stream of this.#streams) {
      if (stream.writableLength > mostBytesWaiting) stream.destroy();
      else stream.write(text);
    }
  }
}
