import { describe, expect, it } from "vitest";
import type { Body } from "../../channel/index.ts";
import { playText, type HeardMessage, type Stage } from "./index.ts";
import { readTranscript } from "./transcript.ts";

/** A stage that remembers what was done on it and answers with a card to 老李. */
function recorder(): Stage & { readonly done: unknown[] } {
  const done: unknown[] = [];
  let heard: HeardMessage[] = [];
  return {
    done,
    async say(persona, body: Body, replyTo) {
      done.push([persona, body, replyTo]);
      const card = { id: `m${done.length}`, persona: "老李", text: "【1024】\n\n路灯", files: [] };
      heard.push({ ...card, buttons: [{ label: "办好了", token: `/done ${done.length}` }] });
    },
    async pass(milliseconds) {
      done.push(milliseconds);
    },
    async restart() {
      done.push("restart");
    },
    async heard() {
      const since = heard;
      heard = [];
      return since;
    },
  };
}

describe("reading a transcript", () => {
  it.each([
    ["王婶 路灯坏了", 'line 1: "王婶 路灯坏了" is neither'],
    ["王婶:", "line 1: 王婶 says nothing"],
    ["# a\n\n  lost", "line 3: an indented line"],
    ["[fly to the moon]", "line 1: unknown direction [fly to the moon]"],
    ["A: hi\nA: [dance]", "line 2: unknown direction [dance]"],
    ["[umpteen days pass]", "line 1: no duration"],
    ["[0 days pass]", "line 1: no duration"],
    ["A: [photo]", "line 1: [photo] needs a file name"],
    ["A: [voice]", "line 1: no length"],
    ["A: [location here]", "line 1: no place"],
    ["A: [press]", "line 1: unknown direction [press]"],
    ["A: [reply 1024] [press 好]", "line 1: a reply is"],
  ])("of %j fails with its line number", (file, message) => {
    expect(() => readTranscript(file)).toThrow(message);
  });

  it.each([
    ["[two days pass]", 172_800_000],
    ["[20 minutes pass]", 1_200_000],
    ["[an hour passes]", 3_600_000],
    ["[1.5 seconds pass]", 1_500],
  ])("knows how long %s is", (source, milliseconds) => {
    expect(readTranscript(source)[0]?.deed).toEqual({ kind: "pass", milliseconds });
  });

  it("reads every kind of message", () => {
    const file = (kind: string, name: string) => ({ kind, channel: "stage", id: name, name });
    const bodies = (source: string): unknown => {
      const deed = readTranscript(source)[0]?.deed;
      return deed?.kind === "say" ? deed.bodies : deed;
    };

    expect(bodies("A: one\n   two")).toEqual([{ type: "text", text: "one\ntwo" }]);
    expect(bodies("A：/task 1024 why")).toEqual([{ type: "command", name: "task", args: "1024 why" }]);
    expect(bodies("A: [sticker]")).toEqual([{ type: "sticker" }]);
    expect(bodies("A: [voice 6s]")).toEqual([
      { type: "voice", file: file("voice", "voice at line 1.ogg"), seconds: 6 },
    ]);
    expect(bodies("A: [photo a.jpg, b.jpg] see")).toEqual([
      { type: "media", file: file("photo", "a.jpg"), caption: "see", album: "album at line 1" },
      { type: "media", file: file("photo", "b.jpg"), album: "album at line 1" },
    ]);
    expect(bodies("A: [location 29.29,121.43] 村口")).toEqual([
      { type: "location", latitude: 29.29, longitude: 121.43, label: "村口" },
    ]);
    expect(bodies("A: [forward 陈伯] 不亮")).toEqual([{ type: "forward", from: "陈伯", text: "不亮" }]);
  });
});

describe("playing a transcript", () => {
  it("replies to and presses on the newest message that fits, as whoever is meant", async () => {
    const stage = recorder();

    await playText(
      "王婶: hi\n[as 老李]\n[reply 1024] 下午来\n[press 办好了]\n[restart]\n[two days pass]",
      stage,
    );

    expect(stage.done).toEqual([
      ["王婶", { type: "text", text: "hi" }, undefined],
      ["老李", { type: "text", text: "下午来" }, "m1"],
      ["老李", { type: "action", token: "/done 2" }, undefined],
      "restart",
      172_800_000,
    ]);
  });

  it("writes what the bot said to whom, and its own writing reads back the same", async () => {
    const first = await playText("# why\n\n王婶: hi\nbot: old words\n     [old]\n\n老李: ho\n", recorder());
    const second = await playText(first, recorder());

    expect(first).toBe(
      "# why\n\n王婶: hi\nbot→老李: 【1024】\n          ·\n          路灯\n          [办好了]\n\n" +
        "老李: ho\nbot: 【1024】\n     ·\n     路灯\n     [办好了]\n",
    );
    expect(second).toBe(first);
  });

  it.each([
    ["[sticker]", "line 1: [sticker]: nobody has spoken yet"],
    ["A: [press 没有]", "line 1: A: [press 没有]: A was never shown a button"],
    ["A: [reply 1024] hi", 'line 1: A: [reply 1024] hi: A was sent no message with "1024"'],
  ])("of %j fails with its line", async (file, message) => {
    await expect(playText(file, recorder())).rejects.toThrow(message);
  });
});
