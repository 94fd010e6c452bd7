import type { FakeTelegram } from "../../../adapters/telegram/testing/fakeTelegram.ts";
import type { Fault } from "../../../adapters/telegram/testing/faults.ts";

/** What goes wrong with Telegram while it lasts. */
export interface Storm {
  begin(fake: FakeTelegram): void;
  end(fake: FakeTelegram): void;
  /** Does Telegram deliver the update that was just said once more? */
  repeats(): boolean;
}

/** Faults of calls that say something, and how often each comes in a hundred calls. */
const whileSending: readonly (readonly [number, Fault])[] = [
  [4, { kind: "drop", when: "before" }],
  [4, { kind: "drop", when: "after" }],
  [3, { kind: "status", status: 502 }],
  [3, { kind: "status", status: 500, processed: true }],
  [3, { kind: "stall", ms: 400 }],
  [0.5, { kind: "stall", ms: 3_000 }],
  [1, { kind: "tooManyRequests", retryAfter: 1 }],
  // Longer than the lives of the program between two kills: whoever starts next must know.
  [0.5, { kind: "tooManyRequests", retryAfter: 4 }],
  // Without a word about how long.
  [0.3, { kind: "tooManyRequests" }],
];

const whilePolling: readonly (readonly [number, Fault])[] = [
  [4, { kind: "drop", when: "before" }],
  [4, { kind: "drop", when: "after" }],
  [3, { kind: "status", status: 502 }],
  [2, { kind: "stall", ms: 300 }],
  [1, { kind: "tooManyRequests", retryAfter: 1 }],
];

/** Everything at once, as the dice fall. */
export function createStorm(random: () => number): Storm {
  let blowing = true;
  const draw = (faults: readonly (readonly [number, Fault])[]): Fault | undefined => {
    let luck = random() * 100;
    return faults.find(([share]) => (luck -= share) < 0)?.[1];
  };
  return {
    begin(fake) {
      fake.updates.outOfOrder = true;
      fake.updates.hangsUpAfter = () => (random() < 0.08 ? Math.floor(random() * 15) + 1 : undefined);
      fake.faults.plan = (method) => {
        if (method.startsWith("send")) return draw(whileSending);
        return method === "getUpdates" || method === "answerCallbackQuery" ? draw(whilePolling) : undefined;
      };
    },
    end(fake) {
      blowing = false;
      fake.updates.outOfOrder = false;
      fake.updates.hangsUpAfter = () => undefined;
      fake.faults.plan = () => undefined;
    },
    repeats: () => blowing && random() < 0.1,
  };
}
