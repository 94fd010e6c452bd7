import { PassThrough } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Adapter, HistoryLine, InboundEvent, Intake } from "../../core/channel/index.ts";
import { createConsoleAdapter } from "./index.ts";
import { render } from "./model.ts";
import { readContinuation, readLine } from "./read.ts";

const personas = [
  { actor: "wang", name: "王婶", role: "村民" },
  { actor: "li", name: "老李", role: "网格员" },
];

/** A core that repeats what it heard and passes a villager's words on to the grid worker. */
class EchoingIntake implements Intake {
  readonly events: InboundEvent[] = [];
  readonly lines: HistoryLine[] = [];
  adapter: Adapter | undefined;

  async accept(events: readonly InboundEvent[]): Promise<void> {
    this.events.push(...events);
    for (const event of events) setTimeout(() => void this.#answer(event), 15);
  }

  async history(): Promise<readonly HistoryLine[]> {
    return this.lines;
  }

  async #answer({ body, chat }: InboundEvent): Promise<void> {
    const words = body.type === "text" ? body.text : body.type;
    await this.#tell(chat, `记下了：${words}`);
    if (chat === "wang") await this.#tell("li", `【新事项 1024】\n王婶：${words}`);
  }

  async #tell(actor: string, text: string): Promise<void> {
    const key = `out-${String(this.lines.length)}`;
    const outbound = { key, to: `console/terminal/${actor}`, text, buttons: [] };
    this.lines.push({ from: "bot", at: 0, outbound });
    await this.adapter?.send(this.adapter.render(outbound));
  }
}

async function runPiped(lines: readonly string[], intake = new EchoingIntake()) {
  const input = new PassThrough();
  const output = new PassThrough();
  const fileDirectory = import.meta.dirname;
  const adapter = createConsoleAdapter({
    input,
    output,
    personas: async () => personas,
    fileDirectory,
    quietMs: 80,
  });
  intake.adapter = adapter;
  await adapter.start(intake, new AbortController().signal);
  input.end(lines.join("\n"));
  await adapter.ended;
  output.end();
  const shown = (await output.setEncoding("utf8").toArray()).join("");
  return { shown, intake };
}

test("a piped conversation is read once, each line after the answers to the last, and ends after the last answer", async () => {
  const { shown, intake } = await runPiped([
    "村口的路灯坏了",
    "@老李 [reply 1024] 下午来换",
    "/as 老李",
    "[sticker]",
  ]);

  expect(shown).toBe(
    [
      "王婶> 村口的路灯坏了",
      "点通：记下了：村口的路灯坏了",
      "点通 → 老李：【新事项 1024】",
      "      王婶：村口的路灯坏了",
      "老李> @老李 [reply 1024] 下午来换",
      "点通 → 老李：记下了：下午来换",
      "老李> [sticker]",
      "点通：记下了：sticker",
      "",
    ].join("\n"),
  );
  expect(intake.events.map((event) => [event.chat, event.body.type, event.replyTo])).toEqual([
    ["wang", "text", undefined],
    ["li", "text", "out-1"],
    ["li", "sticker", undefined],
  ]);
});

test("a pipe that was full and over before anybody listened is read to its end", async () => {
  const input = new PassThrough();
  const settings = { input, output: new PassThrough(), personas: async () => personas, quietMs: 10 };
  const adapter = createConsoleAdapter({ ...settings, fileDirectory: import.meta.dirname });
  const intake = new EchoingIntake();
  intake.adapter = adapter;
  input.end("有人吗\n");
  await wait(50);

  await adapter.start(intake, new AbortController().signal);
  await adapter.ended;

  expect(intake.events.map(({ body }) => body)).toEqual([{ type: "text", text: "有人吗" }]);
});

test("two runs of the terminal never make the same key", async () => {
  const first = await runPiped(["好", "好"]);
  const second = await runPiped(["好", "好"]);

  const keys = [...first.intake.events, ...second.intake.events].map((event) => event.dedupeKey);
  expect(new Set(keys).size).toBe(4);
});

test.each([
  [["@老王 你好"], "没有叫「老王」的人"],
  [["[reply 1024] 好"], "没有发给王婶的消息含有「1024」"],
  [["[photo nowhere.jpg]"], "没有找到文件「nowhere.jpg」"],
  [["?"], "[reply 1024] 好的  回复最近一条含有 1024 的消息"],
  [["/as"], "王婶（村民）  老李（网格员）"],
])("%j is answered by the terminal with %s", async (lines, sentence) => {
  const { shown } = await runPiped(lines);

  expect(shown).toContain(sentence);
});

test("a mistyped name sends nothing in anybody else's name", async () => {
  const { intake } = await runPiped(["@老王 你好", "@老 好"]);

  expect(intake.events.map((event) => event.chat)).toEqual(["li"]);
});

test("what could not be stored is said, and the next line is heard", async () => {
  const intake = new EchoingIntake();
  const accept = intake.accept.bind(intake);
  let failures = 1;
  intake.accept = async (events) => {
    failures -= 1;
    if (failures >= 0) throw new Error("disk full");
    return accept(events);
  };

  const { shown } = await runPiped(["第一句", "第二句"], intake);

  expect(shown).toContain("没能记下来，请再说一次：disk full");
  expect(intake.events.map((event) => event.body)).toEqual([{ type: "text", text: "第二句" }]);
});

test("escape sequences in somebody's words do not steer the terminal", async () => {
  const { shown } = await runPiped(["灯\u001b[2J坏了\u0007"]);

  expect(shown.split("点通：")[1]).toContain("灯[2J坏了");
  // oxlint-disable-next-line no-control-regex
  expect(shown).not.toMatch(/[\u001b\u0007]/);
});

test.each([
  [
    "[photo lamps/lamp.jpg] 换好了",
    {
      type: "media",
      caption: "换好了",
      file: { kind: "photo", id: "lamps/lamp.jpg", name: "lamp.jpg", channel: "console" },
    },
  ],
  [
    "[voice 6s]",
    { type: "voice", seconds: 6, file: { kind: "voice", id: "6s", name: "6s", channel: "console" } },
  ],
  [
    "[voice hello.ogg 6s]",
    {
      type: "voice",
      seconds: 6,
      file: { kind: "voice", id: "hello.ogg", name: "hello.ogg", channel: "console" },
    },
  ],
  ["[location 29.29,121.43] 村口", { type: "location", latitude: 29.29, longitude: 121.43, label: "村口" }],
  ["[location 129.29,121.43]", { type: "text", text: "[location 129.29,121.43]" }],
  ["[sticker]", { type: "sticker" }],
  ["[forward 王婶: 灯坏了]", { type: "forward", from: "王婶", text: "灯坏了" }],
  ["/task 1024 why", { type: "command", name: "task", args: "1024 why" }],
  ["[公共设施] 路灯", { type: "text", text: "[公共设施] 路灯" }],
  ["２", { type: "text", text: "２" }],
])("%s is read as its written form says", (line, body) => {
  expect(readLine(line)).toEqual({ type: "said", said: { body } });
});

test.each([
  ["灯坏了\\", { text: "灯坏了", continues: true }],
  ["灯坏了\\\\", { text: "灯坏了\\", continues: false }],
  ["灯坏了", { text: "灯坏了", continues: false }],
])("the end of %j is told apart", (line, read) => {
  expect(readContinuation(line)).toEqual(read);
});

test("a message is drawn as the terminal prints it", () => {
  const file = { kind: "photo", channel: "console", id: "lamps/lamp.jpg", name: "lamp.jpg" } as const;

  expect(
    render({ key: "k1", to: "console/terminal/wang", text: "换好了\n您觉得？\n1. 满意", buttons: [], file }),
  ).toMatchInlineSnapshot(`
    {
      "actor": "wang",
      "buttons": 0,
      "file": {
        "channel": "console",
        "id": "lamps/lamp.jpg",
        "kind": "photo",
        "name": "lamp.jpg",
      },
      "key": "k1",
      "text": "[photo lamp.jpg]
    换好了
    您觉得？
    1. 满意",
    }
  `);
});
