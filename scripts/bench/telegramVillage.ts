import { setTimeout as wait } from "node:timers/promises";
import type { Message } from "@grammyjs/types";
import type { FakePerson } from "../../adapters/telegram/testing/fakePerson.ts";
import type { FakeTelegram } from "../../adapters/telegram/testing/fakeTelegram.ts";

const firstNumber = 10_000;
const workers = [7_003, 7_004];
const patience = 30_000;
const isCard = /^\/task \d+ answer/;
const isDone = /^\/task \d+ done/;

interface Waiting {
  readonly fits: (message: Message) => boolean;
  readonly resolve: (message: Message) => void;
}

/** Villagers who report and grid workers who answer at once, on a fake Telegram. */
export class Village {
  readonly #villagers: readonly FakePerson[];
  readonly #waiting = new Map<number, Waiting>();
  #matters = 0;

  constructor(fake: FakeTelegram, size: number) {
    this.#villagers = Array.from({ length: size }, (_, index) => fake.person(firstNumber + index));
    const answering = new Map(workers.map((number) => [number, fake.person(number)]));
    fake.carriedOut = (method, chat) => {
      const message = method.startsWith("send") ? fake.chats.byId(chat)?.messages.at(-1)?.message : undefined;
      if (!message) return;
      const worker = answering.get(chat);
      if (worker) answer(worker, message);
      else this.#hears(chat, message);
    };
  }

  /** Says one thing after the other. @returns milliseconds from each to its answer. */
  async asksOneByOne(times: number): Promise<readonly number[]> {
    const took: number[] = [];
    const [villager] = this.#villagers;
    if (!villager) return took;
    while (took.length < times) {
      const began = performance.now();
      const answered = this.#next(villager, () => true);
      void villager.says("/mine");
      await answered;
      took.push(performance.now() - began);
    }
    return took;
  }

  /** Lets so many matters live, as many at once as there are villagers. */
  async lives(count: number): Promise<{ readonly perSecond: number; readonly latencies: readonly number[] }> {
    const latencies: number[] = [];
    let left = count;
    const began = performance.now();
    await Promise.all(
      this.#villagers.map(async (villager) => {
        while ((left -= 1) >= 0) latencies.push(await this.#live(villager));
      }),
    );
    return { perSecond: (count / (performance.now() - began)) * 1_000, latencies };
  }

  /**
   * Lets matters begin at a steady pace, whether those before are through or not, and waits for all of them.
   * @returns how long the answer to each first word took, and how many ended badly or found no villager free.
   */
  async arrive(
    perSecond: number,
    seconds: number,
  ): Promise<{ readonly latencies: readonly number[]; readonly errors: number }> {
    const free = [...this.#villagers];
    const latencies: number[] = [];
    let errors = 0;
    const lives: Promise<void>[] = [];
    const began = performance.now();
    for (let index = 0; index < perSecond * seconds; index += 1) {
      await wait(Math.max(0, began + (index / perSecond) * 1_000 - performance.now()));
      const villager = free.shift();
      if (!villager) {
        errors += 1;
        continue;
      }
      const life = this.#live(villager)
        .then((took) => void latencies.push(took))
        .catch(() => void (errors += 1))
        .finally(() => void free.push(villager));
      lives.push(life);
    }
    await Promise.all(lives);
    return { latencies, errors };
  }

  /** One matter from its first word to its rating. @returns how long the answer to the first word took. */
  async #live(villager: FakePerson): Promise<number> {
    this.#matters += 1;
    const began = performance.now();
    const summed = this.#next(villager, (message) => tokenIn(message, /yes$/) !== undefined);
    void villager.says(`村口${String(this.#matters)}号电线杆旁边的路灯坏了，夜里看不见路。`);
    const summary = await summed;
    const took = performance.now() - began;
    const settled = this.#next(villager, (message) => tokenIn(message, /satisfied$/) !== undefined);
    press(villager, summary, /yes$/);
    const asked = await settled;
    const thanked = this.#next(villager, ({ text = "" }) => text.startsWith("谢谢"));
    press(villager, asked, /^\/mine \d+ satisfied$/);
    await thanked;
    return took;
  }

  #next(villager: FakePerson, fits: Waiting["fits"]): Promise<Message> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const last = villager.sees().at(-1)?.text ?? "nothing";
        reject(new Error(`villager ${String(villager.id)} waits in vain after: ${last}`));
      }, patience);
      const told = (message: Message): void => {
        clearTimeout(timer);
        resolve(message);
      };
      this.#waiting.set(villager.id, { fits, resolve: told });
    });
  }

  #hears(chat: number, message: Message): void {
    const waiting = this.#waiting.get(chat);
    if (!waiting?.fits(message)) return;
    this.#waiting.delete(chat);
    waiting.resolve(message);
  }
}

/** A card is answered by a reply to it, the answer's receipt by 「办好了」. */
function answer(worker: FakePerson, message: Message): void {
  if (tokenIn(message, isCard) !== undefined)
    void worker.repliesTo(message.message_id, "下午电工来换，换好拍照给你");
  else press(worker, message, isDone);
}

function press(person: FakePerson, message: Message, wanted: RegExp): void {
  const token = tokenIn(message, wanted);
  if (token !== undefined) void person.pressesData(token, message);
}

function tokenIn(message: Message, wanted: RegExp): string | undefined {
  for (const button of message.reply_markup?.inline_keyboard.flat() ?? [])
    if ("callback_data" in button && wanted.test(button.callback_data)) return button.callback_data;
  return undefined;
}
