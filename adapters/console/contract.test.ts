import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import type { FileRef } from "../../core/channel/index.ts";
import { channelContract } from "../../core/channel/testing/channelContract.ts";
import type { Delivery, OpenChannel, Person, Shown } from "../../core/channel/testing/channelContract.ts";
import { createConsoleAdapter } from "./index.ts";

const personas = [
  { actor: "wang", name: "王婶", role: "村民" },
  { actor: "li", name: "老李", role: "网格员" },
];

/** A terminal with somebody in front of it: streams that say they are one, and what was written to them. */
class FakeTerminal {
  readonly input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  readonly output = Object.assign(new PassThrough(), { isTTY: true, columns: 10_000, rows: 50 });
  written = "";

  constructor() {
    this.output.setEncoding("utf8").on("data", (part: string) => (this.written += part));
  }

  /** The lines printed above the prompt: each print clears the line being typed and ends with a newline. */
  get printed(): readonly string[] {
    // oxlint-disable-next-line no-control-regex
    return [...this.written.matchAll(/\r\u001b\[J([\s\S]*?)\n(?=\u001b\[1G)/g)].map(
      (match) => match[1] ?? "",
    );
  }
}

class ConsolePerson implements Person {
  readonly #terminal: FakeTerminal;
  readonly #directory: string;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(terminal: FakeTerminal, directory: string) {
    this.#terminal = terminal;
    this.#directory = directory;
  }

  says(text: string) {
    return this.#type(text.replace(/\\+$/gm, "$&$&").replaceAll("\n", "\\\n"));
  }

  repliesTo(id: string, text: string) {
    return this.#type(`[reply ${id}] ${text}`);
  }

  sendsLocation(latitude: number, longitude: number) {
    return this.#type(`[location ${String(latitude)},${String(longitude)}]`);
  }

  sendsSticker() {
    return this.#type("[sticker]");
  }

  readonly sendsFile = {
    photo: (bytes: Uint8Array) => this.#sendFile("photo", bytes),
    voice: (bytes: Uint8Array) => this.#sendFile("voice", bytes),
    video: (bytes: Uint8Array) => this.#sendFile("video", bytes),
    document: (bytes: Uint8Array) => this.#sendFile("document", bytes),
  };

  async #sendFile(kind: FileRef["kind"], bytes: Uint8Array) {
    await writeFile(path.join(this.#directory, `${kind}.bin`), bytes);
    return this.#type(`[${kind} ${kind}.bin]`);
  }

  /** The terminal acknowledges a line by asking for the next one; a failure it says in words. */
  #type(line: string): Promise<Delivery> {
    const told = this.#turn.then(async (): Promise<Delivery> => {
      const [asked, notes] = [this.#prompts() + line.split("\n").length, this.#notes()];
      this.#terminal.input.write(`${line}\n`);
      for (let waited = 0; waited < 60; waited += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        if (this.#notes() > notes) return "refused";
        if (this.#prompts() >= asked) return "acknowledged";
      }
      return "unheard";
    });
    this.#turn = told;
    return told;
  }

  #prompts() {
    return this.#terminal.written.split("王婶> ").length;
  }

  #notes() {
    return this.#terminal.written.split("（没能记下来").length;
  }
}

function asShown(print: string): Shown {
  // oxlint-disable-next-line no-control-regex
  const plain = print.replace(/\u001b\[\d+m/g, "");
  const text = plain.slice("点通：".length).replaceAll("\n      ", "\n");
  const file = /^\[(photo|voice|video|document) [^\]]+\]\n?/.exec(text);
  const kind = file?.[1] as FileRef["kind"] | undefined;
  const words = text.slice(file?.[0].length ?? 0);
  const id = /1024/.exec(words)?.[0] ?? words;
  return { id, text: words, buttons: [], ...(kind && { file: kind }) };
}

channelContract("console", {
  async open(intake): Promise<OpenChannel> {
    const terminal = new FakeTerminal();
    const directory = await mkdtemp(path.join(tmpdir(), "diantong-console-"));
    const aborter = new AbortController();
    const adapter = createConsoleAdapter({
      input: terminal.input,
      output: terminal.output,
      personas: async () => personas,
      fileDirectory: directory,
    });
    await adapter.start(intake, aborter.signal);
    return {
      adapter,
      to: "console/terminal/wang",
      gone: "console/terminal/moved-away",
      person: new ConsolePerson(terminal, directory),
      sample: () => new Uint8Array([1, 2, 3, 4]),
      sees: async () => terminal.printed.filter((print) => print.includes("点通：")).map(asShown),
      abort: () => aborter.abort(),
      close: async () => {
        aborter.abort();
        await rm(directory, { recursive: true, force: true });
      },
    };
  },
});
