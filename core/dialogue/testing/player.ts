import { readFileSync } from "node:fs";
import type { Body, Option } from "../../channel/index.ts";
import type { HeardMessage, Stage } from "./stage.ts";
import { readTranscript, type Deed, type Line } from "./transcript.ts";

/** How wide a line is on a screen: Chinese characters take two columns. */
function columns(words: string): number {
  return words.length + (words.match(/[\p{Script=Han}（）「」，。！？：；]/gu)?.length ?? 0);
}

function drawn({ persona, text, files, buttons }: HeardMessage, speaker: string | undefined): string {
  const head = persona === speaker ? "bot: " : `bot→${persona}: `;
  const rows = text.split("\n").map((row) => (row.trim() === "" ? "·" : row));
  rows.push(...files.map((file) => `[${file.kind} ${file.name ?? file.id}]`));
  if (buttons.length > 0) rows.push(buttons.map(({ label }) => `[${label}]`).join(" "));
  return head + rows.join(`\n${" ".repeat(columns(head))}`);
}

/** One playing of one transcript. */
class Playing {
  readonly #stage: Stage;
  readonly #got = new Map<string, HeardMessage[]>();
  #speaker: string | undefined;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async line({ number, source, deed }: Line): Promise<string[]> {
    try {
      await this.#do(deed);
    } catch (error) {
      throw new Error(
        `line ${number}: ${source}: ${error instanceof Error ? error.message : String(error)}`,
        {
          cause: error,
        },
      );
    }
    if (deed.kind === "nothing") return [source];
    const heard = await this.#stage.heard();
    for (const message of heard) {
      this.#got.set(message.persona, [message, ...(this.#got.get(message.persona) ?? [])]);
    }
    return [source, ...heard.map((message) => drawn(message, this.#speaker))];
  }

  async #do(deed: Deed): Promise<void> {
    if (deed.kind === "nothing") return;
    if (deed.kind === "as") this.#speaker = deed.persona;
    else if (deed.kind === "pass") await this.#stage.pass(deed.milliseconds);
    else if (deed.kind === "restart") await this.#stage.restart();
    else await this.#act(deed);
  }

  async #act(deed: Extract<Deed, { kind: "say" | "press" | "reply" }>): Promise<void> {
    const persona = deed.persona ?? this.#speaker;
    if (persona === undefined)
      throw new Error("nobody has spoken yet: write [as 老李] or put a name in front");
    this.#speaker = persona;
    if (deed.kind === "press") {
      await this.#stage.say(persona, { type: "action", token: this.#button(persona, deed.label).token });
      return;
    }
    if (deed.kind === "say") await this.#transcriberHears(deed);
    const replyTo = deed.kind === "reply" ? this.#message(persona, deed.to).id : undefined;
    for (const body of deed.bodies) await this.#say(persona, body, replyTo);
  }

  async #say(persona: string, body: Body, replyTo: string | undefined): Promise<void> {
    await (replyTo === undefined ? this.#stage.say(persona, body) : this.#stage.say(persona, body, replyTo));
  }

  async #transcriberHears({ heard, bodies: [body] }: Extract<Deed, { kind: "say" }>): Promise<void> {
    if (heard === undefined || body?.type !== "voice") return;
    if (this.#stage.hears === undefined) throw new Error("nobody transcribes voice messages on this stage");
    await this.#stage.hears(body.file.id, heard);
  }

  #button(persona: string, label: string): Option {
    const shown = (this.#got.get(persona) ?? []).flatMap(({ buttons }) => buttons);
    const found = shown.find((button) => button.label === label);
    if (found === undefined) throw new Error(`${persona} was never shown a button [${label}]`);
    return found;
  }

  #message(persona: string, words: string): HeardMessage {
    const found = (this.#got.get(persona) ?? []).find(({ text }) => text.includes(words));
    if (found === undefined) throw new Error(`${persona} was sent no message with "${words}" in it`);
    return found;
  }
}

/** Plays a transcript and writes it down as it really went: inputs kept, bot lines new. */
export async function playText(text: string, stage: Stage): Promise<string> {
  const playing = new Playing(stage);
  const written: string[] = [];
  for (const line of readTranscript(text)) written.push(...(await playing.line(line)));
  return written.join("\n");
}

/** Plays the `.chat` file at `path`; compare with `toMatchFileSnapshot(path)`. Errors name the file and line. */
export async function play(path: string, stage: Stage): Promise<string> {
  try {
    return await playText(readFileSync(path, "utf8"), stage);
  } catch (error) {
    throw new Error(`${path}, ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
