/** Everything the terminal shows. Readable without colours; colours only where the terminal wants them (NO_COLOR is obeyed). */
import { createInterface } from "node:readline";
import type { Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { styleText } from "node:util";
import type { ConsolePersona } from "./model.ts";

/** Six columns: as wide as 「点通：」, so that the lines of one message stand under each other. */
const indent = "      ";

/** Escape sequences in somebody's words must not steer the reader's terminal. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

export const help = [
  "直接打字就是说话。每句话由 > 前面的人说出。",
  "@老李 好的         这一句由老李说          /as 老李   以后都由老李说",
  "1、2、3            选点通列出的第几项      /as        列出可以扮演的人",
  "[photo lamp.jpg]   发照片（video、document 同样）   [voice 6s]   发语音",
  "[location 29.29,121.43]   发位置           [sticker]   发表情",
  "[reply 1024] 好的  回复最近一条含有 1024 的消息",
  "行末加 \\ 换行接着写（要写 \\ 本身就写两个）   ?  看这个帮助   /quit 或 Ctrl-D  离开",
];

export class Screen {
  readonly #output: Writable;
  readonly #lines: Interface;
  #isClosed = false;

  constructor(input: Readable, output: Writable) {
    this.#output = output;
    const terminal = isTerminal(input) && isTerminal(output);
    this.#lines = createInterface({ input, output: terminal ? output : undefined, terminal });
    this.#lines.on("close", () => (this.#isClosed = true));
    // What comes down a pipe before anybody listens would be lost, and its end with it.
    this.#lines.pause();
    this.isInteractive = terminal;
  }

  /** True when somebody sits in front of it; false for piped input. */
  readonly isInteractive: boolean;

  /** Begins to read. */
  listen(heard: (line: string) => void, ended: () => void): void {
    this.#lines.on("line", heard);
    this.#lines.once("close", ended);
    this.#lines.resume();
  }

  /** One message from the bot; `current` need not be told that it is for them. */
  message(to: ConsolePersona, text: string, current: ConsolePersona | undefined): void {
    const whom = to.actor === current?.actor ? "点通：" : `点通 → ${to.name}：`;
    this.#print(`${this.#style("green", whom)}${harmless(text).join(`\n${indent}`)}`);
  }

  /** What a persona said, where the terminal itself does not show the typing. */
  said(persona: ConsolePersona, line: string): void {
    this.#print(`${persona.name}> ${harmless(line).join(`\n${indent}`)}`);
  }

  /** A word from the terminal itself. */
  note(text: string): void {
    this.#print(this.#style("dim", `（${harmless(text).join(" ")}）`));
  }

  lines(lines: readonly string[]): void {
    for (const line of lines) this.#print(line);
  }

  prompt(persona: ConsolePersona | undefined): void {
    if (!this.isInteractive || this.#isClosed) return;
    this.#lines.setPrompt(`${persona?.name ?? ""}> `);
    this.#lines.prompt(true);
  }

  close(): void {
    if (!this.#isClosed) this.#lines.close();
  }

  /** Above the line being typed, which is drawn again below. */
  #print(line: string): void {
    const isAsking = this.isInteractive && !this.#isClosed;
    this.#output.write(isAsking ? `\r\u001b[J${line}\n` : `${line}\n`);
    if (isAsking) this.#lines.prompt(true);
  }

  #style(format: "green" | "dim", text: string): string {
    return this.isInteractive ? styleText(format, text, { stream: this.#output }) : text;
  }
}

function harmless(text: string): readonly string[] {
  return text.replaceAll("\r\n", "\n").replace(controls, "").split("\n");
}

function isTerminal(stream: Readable | Writable): boolean {
  return (stream as { isTTY?: boolean }).isTTY === true;
}
