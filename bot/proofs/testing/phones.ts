import { setTimeout as wait } from "node:timers/promises";
import type { Message } from "@grammyjs/types";
import type { FakePerson } from "../../../adapters/telegram/testing/fakePerson.ts";
import type { FakeTelegram } from "../../../adapters/telegram/testing/fakeTelegram.ts";
import type { Line, Say } from "../../../adapters/web/page/protocol.ts";
import { judgePhones, type Sent } from "./phonesJudge.ts";
import type { Storm } from "./storm.ts";
import type { Judgement, World, Written } from "./world.ts";

const pause = 20;
/** A message and what became of it: long enough to be stored, short enough to be under way. */
const longestMoment = 8;
const longestSettling = 60_000;

export interface PhonePorts {
  readonly fake: FakeTelegram;
  /** Everybody's number on Telegram, by what they are called. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly random: () => number;
  readonly storm: Storm;
  /** How long anybody waits for an answer, milliseconds. */
  readonly patience: number;
}

/** Telegram with everybody's phone, in a storm. What is said waits there until the bot says that it has it. */
export class Phones implements World {
  readonly #ports: PhonePorts;
  readonly #people: ReadonlyMap<string, FakePerson>;
  readonly #lines = new WeakMap<Message, Line>();
  readonly #closing = new AbortController();
  readonly #inFlight: Sent[] = [];
  #watch: () => void = () => undefined;

  constructor(ports: PhonePorts) {
    const { fake, numbers, storm } = ports;
    this.#ports = ports;
    this.#people = new Map(
      Array.from(numbers, ([actor, id]) => [actor, fake.person(id, { name: actor })] as const),
    );
    storm.begin(fake);
    fake.updates.handedOver = () => this.#watch();
    fake.carriedOut = (method) => {
      if (method.startsWith("send")) this.#watch();
    };
  }

  get acknowledged(): ReadonlyMap<string, number> {
    const counted = new Map<string, number>();
    for (const id of this.#ports.fake.updates.acknowledged)
      counted.set(String(id), (counted.get(String(id)) ?? 0) + 1);
    return counted;
  }

  /** Takes note of what the program was sending when it was killed. */
  wereInFlight(sent: readonly Sent[]): void {
    this.#inFlight.push(...sent);
  }

  repeatsAllowed(): number {
    return this.#inFlight.length + this.#uncertain().length;
  }

  get counts(): Readonly<Record<string, number>> {
    const { calls, updates } = this.#ports.fake;
    return {
      "calls refused or cut in storms": calls.filter(({ answer }) => answer !== 200).length,
      "of these, asked for patience": calls.filter(({ answer }) => answer === 429).length,
      "confirmed without being seen": updates.forgotten.length,
      "in flight at kills": this.#inFlight.length,
      "of unknown fate": this.#uncertain().length,
    };
  }

  /** Keys begin with the number of the update. */
  heardAs(dedupeKey: string): string {
    return dedupeKey.slice(0, dedupeKey.indexOf("/"));
  }

  say(actor: string, say: Say, replyTo?: string): Promise<void> {
    const person = this.#person(actor);
    if (say.type === "text" && replyTo !== undefined) void person.repliesTo(Number(replyTo), say.text);
    else if (say.type === "text") void person.says(say.text);
    else if (say.type === "press") void person.pressesData(say.token, this.#messageWith(person, say.token));
    if (this.#ports.storm.repeats()) void this.#ports.fake.updates.repeatLast();
    return Promise.resolve();
  }

  async line(actor: string, fits: (line: Line) => boolean, patience = this.#ports.patience): Promise<Line> {
    const began = Date.now();
    for (;;) {
      const found = this.#linesOf(actor).find(fits);
      if (found) return found;
      if (this.#closing.signal.aborted || Date.now() - began > patience)
        throw new Error(`${actor} waits in vain; the chat ends: ${this.#endOf(actor)}`);
      await wait(pause);
    }
  }

  async nextMoment(): Promise<void> {
    await new Promise<void>((resolve) => (this.#watch = resolve));
    await wait(this.#ports.random() * longestMoment);
  }

  async listen(): Promise<void> {
    const { signal } = this.#closing;
    if (!signal.aborted)
      await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  }

  calm(): void {
    this.#ports.storm.end(this.#ports.fake);
  }

  async settle(): Promise<void> {
    for (let left = longestSettling; left > 0 && this.#ports.fake.updates.pending > 0; left -= pause)
      await wait(pause);
  }

  close(): void {
    this.#closing.abort();
  }

  judge(written: Written): Judgement {
    const { fake, numbers } = this.#ports;
    return judgePhones(fake, [...numbers.values()], written, [...this.#inFlight, ...this.#uncertain()]);
  }

  /** Calls without an answer the program could trust. */
  #uncertain(): readonly Sent[] {
    const unanswered = (code: number): boolean => code === 0 || code >= 500;
    return this.#ports.fake.calls
      .filter(({ method, answer }) => method.startsWith("send") && unanswered(answer))
      .map(({ payload }) => ({ chat: String(payload["chat_id"]), text: String(payload["text"]) }));
  }

  #person(actor: string): FakePerson {
    const person = this.#people.get(actor);
    if (!person) throw new Error(`${actor} has no phone`);
    return person;
  }

  #messageWith({ chat, user }: FakePerson, token: string): Message {
    const found = chat.messages.findLast(({ message }) =>
      message.reply_markup?.inline_keyboard
        .flat()
        .some((button) => "callback_data" in button && button.callback_data === token),
    );
    if (!found) throw new Error(`${user.first_name} sees no button ${token}`);
    return found.message;
  }

  #endOf(actor: string): string {
    const last = this.#person(actor).chat.messages.slice(-8);
    return last
      .map(({ fromBot, message }) => `${fromBot ? "bot" : actor}: ${(message.text ?? "").slice(0, 50)}`)
      .join(" | ")
      .replaceAll("\n", " ");
  }

  #linesOf(actor: string): readonly Line[] {
    return this.#person(actor)
      .chat.messages.filter(({ fromBot }) => fromBot)
      .map(({ message }) => this.#lineOf(message));
  }

  #lineOf(message: Message): Line {
    const known = this.#lines.get(message);
    if (known) return known;
    const buttons = (message.reply_markup?.inline_keyboard.flat() ?? []).flatMap((button) =>
      "callback_data" in button ? [{ label: button.text, token: button.callback_data }] : [],
    );
    const text = message.text ?? message.caption ?? "";
    const line: Line = { id: String(message.message_id), from: "bot", at: message.date, text, buttons };
    this.#lines.set(message, line);
    return line;
  }
}
