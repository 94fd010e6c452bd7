import { randomUUID } from "node:crypto";
import { channelContract } from "../../core/channel/testing/channelContract.ts";
import type { Delivery, OpenChannel, Person, Shown } from "../../core/channel/testing/channelContract.ts";
import type { LiveLine, Say } from "./page/protocol.ts";
import { samples, startWebServer } from "./testing/webServer.ts";

type Server = Awaited<ReturnType<typeof startWebServer>>;

/** Reads the live stream as a page does. */
async function watch(origin: string): Promise<LiveLine[]> {
  const seen: LiveLine[] = [];
  const response = await fetch(`${origin}/sandbox/live`);
  const stream = response.body?.pipeThrough(new TextDecoderStream());
  void (async () => {
    let rest = "";
    for await (const part of stream ?? []) {
      const messages = (rest + part).split("\n\n");
      rest = messages.pop() ?? "";
      for (const message of messages) {
        if (message.startsWith("data: ")) seen.push(JSON.parse(message.slice(6)) as LiveLine);
      }
    }
  })().catch(() => undefined);
  return seen;
}

class WebPerson implements Person {
  readonly #server: Server;
  readonly #seen: readonly LiveLine[];
  #last: () => Promise<Delivery> = async () => "unheard";

  constructor(server: Server, seen: readonly LiveLine[]) {
    this.#server = server;
    this.#seen = seen;
  }

  says(text: string) {
    return this.#post({ type: "text", text });
  }

  repliesTo(id: string, text: string) {
    return this.#post({ type: "text", text }, id);
  }

  sendsLocation(latitude: number, longitude: number) {
    return this.#post({ type: "location", latitude, longitude });
  }

  sendsSticker() {
    return this.#post({ type: "sticker" });
  }

  async presses(label: string) {
    const buttons = this.#seen.flatMap(({ line }) => line.buttons ?? []);
    const token = buttons.findLast((button) => button.label === label)?.token ?? "";
    return this.#post({ type: "press", token });
  }

  isRepeated() {
    return this.#last();
  }

  readonly sendsFile = {
    photo: (bytes: Uint8Array) => this.#upload(bytes),
    voice: (bytes: Uint8Array) => this.#upload(bytes),
    video: (bytes: Uint8Array) => this.#upload(bytes),
    document: (bytes: Uint8Array) => this.#upload(bytes, "&name=notice.pdf"),
  };

  #upload(bytes: Uint8Array, named = "") {
    return this.#deliver(`/files?client=${randomUUID()}${named}`, {
      headers: { "content-type": "application/octet-stream" },
      body: Buffer.from(bytes),
    });
  }

  #post(say: Say, replyTo?: string) {
    const body = JSON.stringify({ client: randomUUID(), say, ...(replyTo !== undefined && { replyTo }) });
    return this.#deliver("", { headers: { "content-type": "application/json" }, body });
  }

  #deliver(rest: string, request: RequestInit): Promise<Delivery> {
    this.#last = async () => {
      const answer = await fetch(`${this.#server.origin}/sandbox/chats/wang${rest}`, {
        method: "POST",
        ...request,
      });
      return answer.ok ? "acknowledged" : "refused";
    };
    return this.#last();
  }
}

function asShown({ line }: LiveLine): Shown {
  return {
    id: line.id,
    text: line.text ?? "",
    buttons: (line.buttons ?? []).map((button) => button.label),
    ...(line.file && { file: line.file.kind }),
  };
}

channelContract("web", {
  async open(intake): Promise<OpenChannel> {
    const server = await startWebServer(intake);
    const seen = await watch(server.origin);
    return {
      adapter: server.adapter,
      to: "web/sandbox/wang",
      gone: "web/sandbox/moved-away",
      person: new WebPerson(server, seen),
      sample: (kind) =>
        samples[({ photo: "png", voice: "ogg", video: "mp4", document: "pdf" } as const)[kind]],
      keep: async (bytes) => (await server.files.keep(bytes))?.id ?? "",
      sees: async () =>
        seen
          .filter(({ actor, line }) => actor === "wang" && line.from === "bot")
          .map((live) => asShown(live)),
      abort: server.abort,
      close: server.close,
    };
  },
});
