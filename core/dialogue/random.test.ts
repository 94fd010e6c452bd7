import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Body } from "../channel/index.ts";
import { exampleBook } from "./testing/exampleBook.ts";
import { exampleServices } from "./testing/exampleServices.ts";
import { bareStage, type HeardMessage } from "./testing/index.ts";

const known = (
  "村口的路灯坏了三天 路口的路灯又不亮了 隔壁的水沟堵了 报事 登记 换东西 菜单 好了 好 不 对，交上去 改地点 改内容 再补充 不报了 0 返回 跳过 取消 继续 人工 帮助 " +
  "1 2 3 ２ 第三个 9 10 99 更多 上一页 王秀英 清空重来 不要了 none g3"
).split(" ");

const file = fc.record({
  kind: fc.constantFrom("photo" as const, "voice" as const, "video" as const, "document" as const),
  channel: fc.constant("stage"),
  id: fc.string(),
});
const body: fc.Arbitrary<Body> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...known).map((text): Body => ({ type: "text", text })) },
  { weight: 2, arbitrary: fc.string({ unit: "binary" }).map((text): Body => ({ type: "text", text })) },
  {
    weight: 3,
    arbitrary: fc
      .record({
        name: fc.constantFrom("rate", "menu", "cancel", "back", "report", "shop", "tasks", "nothing"),
        args: fc.constantFrom("", "1024", "路灯坏了"),
      })
      .map((command): Body => ({ type: "command", ...command })),
  },
  file.map((one): Body => ({ type: "media", file: one })),
  file.map((one): Body => ({ type: "voice", file: one })),
  fc.constant<Body>({ type: "location", latitude: 29.29, longitude: 121.43 }),
  fc.string().map((text): Body => ({ type: "forward", from: "陈伯", text })),
  fc.constant<Body>({ type: "sticker" }),
);

/** An event of one of two people; a number presses one of the buttons seen so far, anybody's. */
const event = fc.record({
  persona: fc.constantFrom("王婶", "老李"),
  deed: fc.oneof({ weight: 4, arbitrary: body }, fc.nat({ max: 500 }), fc.constant("a day")),
});
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

async function perform(events: readonly Event[], oneEngine: boolean): Promise<HeardMessage[][]> {
  const stage = bareStage({ book: exampleBook, services: exampleServices(), oneEngine });
  const all: HeardMessage[][] = [];
  for (const { persona, deed } of events) {
    const tokens = all.flat().flatMap(({ buttons }) => buttons.map(({ token }) => token));
    if (deed === "a day") await stage.pass(90_000_000);
    else if (typeof deed === "number") {
      const token = tokens[deed % Math.max(1, tokens.length)] ?? "gone";
      await stage.say(persona, { type: "action", token });
    } else await stage.say(persona, deed);
    all.push([...(await stage.heard())]);
  }
  return all;
}

describe("any sequence of events", () => {
  it("is answered, each event with at least one message, none empty or endless", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40, size: "max" }), async (events) => {
        const heard = await perform(events, false);

        for (const [index, messages] of heard.entries()) {
          if (events[index]?.deed !== "a day") expect(messages.length).toBeGreaterThan(0);
          for (const { text, buttons } of messages) {
            expect(text.trim()).not.toBe("");
            expect(buttons.length).toBeLessThanOrEqual(10);
            for (const { token } of buttons) expect(Buffer.byteLength(token)).toBeLessThanOrEqual(64);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("goes on the same whether the engine is fresh at every turn or the same throughout", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40, size: "max" }), async (events) => {
        expect(await perform(events, true)).toEqual(await perform(events, false));
      }),
      { numRuns: 150 },
    );
  });
});
