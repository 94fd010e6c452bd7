/** A stage that says aloud what happens on it, for somebody in front of a terminal. */
import { setTimeout as sleep } from "node:timers/promises";
import { styleText } from "node:util";
import type { Body } from "../../core/channel/index.ts";
import type { HeardMessage, Stage } from "../../core/dialogue/testing/index.ts";
import { createCalendar, type Calendar } from "../../core/time/index.ts";
import type { Theatre } from "./theatre.ts";
import { words, type Language, type Words } from "./words.ts";

/** To whom it is said, in which language, and how long to wait after each message (0: not at all). */
export interface Voice {
  readonly language: Language;
  readonly stream: NodeJS.WritableStream;
  readonly pauseMs: number;
}

/** The same stage; whoever reads the stream follows who says what to whom, and how time jumps. */
export function aloud({ stage, now }: Theatre, voice: Voice): Stage {
  const say = words[voice.language];
  const screen = new Screen(voice, createCalendar("Asia/Shanghai"));
  const shown: HeardMessage[] = [];

  return {
    async say(persona, body, replyTo) {
      const answered = shown.find(({ id }) => id === replyTo)?.text.split("\n")[0];
      const lines = [written(body, shown, say)];
      await screen.begin(now());
      await screen.message(
        `${persona}${say.colon}`,
        "cyan",
        answered ? [say.answering(answered), ...lines] : lines,
      );
      await stage.say(persona, body, replyTo);
    },
    async pass(milliseconds) {
      await stage.pass(milliseconds);
      await screen.scene(say.later(milliseconds), now());
    },
    async restart() {
      await stage.restart();
      await screen.scene(say.restarted, now());
    },
    async heard() {
      const messages = await stage.heard();
      shown.unshift(...messages.toReversed());
      for (const { persona, text, files, buttons } of messages) {
        const pictures = files.map(say.file);
        const labels = buttons.map(({ label }) => `[${label}]`).join(" ");
        const lines = [...text.split("\n"), ...pictures, labels].filter((line) => line !== "");
        await screen.message(`${say.bot} → ${persona}${say.colon}`, "green", lines);
      }
      return messages;
    },
  };
}

class Screen {
  readonly #voice: Voice;
  readonly #calendar: Calendar;
  #begun = false;

  constructor(voice: Voice, calendar: Calendar) {
    this.#voice = voice;
    this.#calendar = calendar;
  }

  /** The first scene, before anything is said. */
  async begin(at: number): Promise<void> {
    if (!this.#begun) await this.scene("", at);
  }

  /** A line that says that time has passed, what time it is, and that nobody here is real. */
  async scene(what: string, at: number): Promise<void> {
    this.#begun = true;
    const { language } = this.#voice;
    const parts = [words[language].demonstration, what, this.#calendar.moment(at)[language]];
    const title = parts.filter((part) => part !== "").join(" · ");
    await this.#print(`\n${this.#style("yellow", `──── ${title} ────`)}\n`);
  }

  /** One message, its lines under each other. */
  async message(head: string, colour: "cyan" | "green", lines: readonly string[]): Promise<void> {
    await this.#print(`${this.#style(colour, head)}${lines.join("\n").replaceAll("\n", "\n        ")}\n`);
  }

  async #print(text: string): Promise<void> {
    this.#voice.stream.write(text);
    if (this.#voice.pauseMs > 0) await sleep(this.#voice.pauseMs);
  }

  #style(colour: "cyan" | "green" | "yellow", text: string): string {
    return styleText(colour, text, { stream: this.#voice.stream });
  }
}

/** What somebody did, as she would write it; a button by its label. */
function written(body: Body, shown: readonly HeardMessage[], say: Words): string {
  if (body.type === "text") return body.text;
  if (body.type === "command") return `/${body.name} ${body.args}`.trimEnd();
  if (body.type === "media") return `${say.file(body.file)} ${body.caption ?? ""}`.trimEnd();
  if (body.type !== "action") return `[${body.type}]`;
  const pressed = shown.flatMap(({ buttons }) => buttons).find(({ token }) => token === body.token);
  return `[${pressed?.label ?? body.token}]`;
}
