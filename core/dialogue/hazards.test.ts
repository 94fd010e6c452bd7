import { describe, expect, it } from "vitest";
import type { Body, Option } from "../channel/index.ts";
import { verbatim } from "../language/index.ts";
import type { Book, Command } from "./command.ts";
import { createConversation } from "./conversation.ts";
import { steps, type Flow } from "./flow.ts";
import { choice } from "./questions/choice.ts";
import { place } from "./questions/place.ts";
import { words } from "./questions/words.ts";
import { exampleBook } from "./testing/exampleBook.ts";
import { exampleServices, type ReportServices } from "./testing/exampleServices.ts";
import { bareStage, memoryAlarms, memoryTalks } from "./testing/index.ts";

function example() {
  const services = exampleServices();
  const stage = bareStage({ book: exampleBook, services });
  const does = async (persona: string, body: Body) => {
    await stage.say(persona, body);
    return stage.heard();
  };
  const says = async (persona: string, text: string) => does(persona, { type: "text", text });
  return { stage, does, says, deeds: services("anyone").deeds };
}

function button(shown: readonly { buttons: readonly Option[] }[], label: string): Body {
  const found = shown.flatMap(({ buttons }) => buttons).find((option) => option.label === label);
  return { type: "action", token: found?.token ?? "no such button" };
}

describe("buttons", () => {
  it("of somebody else's talk change nothing and say so in one sentence", async () => {
    const { does, says, stage, deeds } = example();
    const shown = await says("王婶", "村口的路灯坏了三天");
    await says("陈伯", "登记");
    const before = [...stage.talks.values()];

    const heard = await does("陈伯", button(shown, "对，交上去"));

    expect(heard.map(({ text }) => text)).toEqual(["这个按钮是给别人的，您按不了。", "怎么称呼您？"]);
    expect(deeds).toEqual([]);
    expect([...stage.talks.keys()]).toHaveLength(before.length);
  });

  it("pressed twice do their deed once", async () => {
    const { does, says, deeds } = example();
    const shown = await says("王婶", "村口的路灯坏了三天");

    await does("王婶", button(shown, "对，交上去"));
    const second = await does("王婶", button(shown, "对，交上去"));

    expect(second.map(({ text }) => text)).toEqual([
      "这一项过时了，什么都没有动。有事直接说，或发「菜单」。",
    ]);
    expect(deeds).toHaveLength(1);
  });

  it("of a step that has passed put the question that is open now", async () => {
    const { does, says } = example();
    const shown = await says("王婶", "换东西");
    await does("王婶", button(shown, "肥皂3号"));

    const heard = await does("王婶", button(shown, "肥皂4号"));

    expect(heard.map(({ text }) => text)).toEqual([
      "这一项过时了，什么都没有动。有事直接说，或发「菜单」。",
      "换 1 块 g3，扣 10 分，对吗？",
    ]);
  });

  it.each(["", "=", "=a.b", "=x.y.z", "/", "/nothing 1", "/tasks", "hello", "=".repeat(10_000)])(
    "with the token %j are dead, not an error",
    async (token) => {
      const { does } = example();

      const heard = await does("王婶", { type: "action", token });

      expect(heard.map(({ text }) => text)).toEqual([
        "这一项过时了，什么都没有动。有事直接说，或发「菜单」。",
      ]);
    },
  );
});

describe("strange input", () => {
  it.each(["登记", "报事", "换东西", "村口的路灯坏了三天"])(
    "of 100 kB does no harm after %s",
    async (opening) => {
      const { says } = example();
      const [put] = await says("王婶", opening);

      const [heard] = await says("王婶", "灯".repeat(100_000));

      expect(heard?.text.length).toBeLessThan(400);
      expect(heard?.text).toContain(put?.text.split("\n").at(-1));
    },
  );

  it("keeps a long report that a platform can carry", async () => {
    const { says, stage } = example();
    await says("王婶", "报事");

    await says("王婶", "灯".repeat(4_000));
    const [heard] = await says("王婶", "好了");

    expect(heard?.text).toContain("在什么地方");
    expect([...stage.talks.values()].join("")).toContain("灯".repeat(4_000));
  });

  it("takes sixty things and says so at the next", async () => {
    const { says } = example();
    await says("王婶", "报事");
    for (let count = 0; count < 60; count += 1) await says("王婶", `第${count}次还没修`);

    const [heard] = await says("王婶", "还有一样");

    expect(heard?.text).toMatch(/^已经收了 60 样/);
  });

  it("is not answered when a chat was merely opened or blocked", async () => {
    const { does } = example();

    const heard = await does("王婶", { type: "lifecycle", change: "blocked" });

    expect(heard).toEqual([]);
  });

  it("answers an album once, and says how many came when they are put", async () => {
    const { does, says } = example();
    await says("王婶", "报事");
    const photo = (id: string): Body => ({
      type: "media",
      file: { kind: "photo", channel: "stage", id },
      album: "one",
    });

    const answers = [];
    for (const id of ["a", "b", "c"]) answers.push(await does("王婶", photo(id)));
    const [heard] = await does("王婶", { type: "command", name: "help", args: "" });

    expect(answers.map((said) => said.length)).toEqual([1, 0, 0]);
    expect(heard?.text).toContain("照片 3 张");
  });
});

describe("the words that work everywhere", () => {
  it("lead to the menu and to a person when nothing is open", async () => {
    const { says } = example();

    const heard = [...(await says("王婶", "返回")), ...(await says("王婶", "人工"))];

    expect(heard.map(({ text }) => text)).toEqual(["您要办哪一样？", "已请老李联系您。"]);
  });

  it.each(["/back", "/cancel", "/skip", "/help", "/resume"])("can be given as %s", async (line) => {
    const { does, says } = example();
    await says("王婶", "登记");

    const heard = await does("王婶", { type: "command", name: line.slice(1), args: "" });

    expect(heard[0]?.text).not.toContain("没有 /");
  });
});

describe("one question in the wrong hands", () => {
  const { ask } = steps<ReportServices>();
  const flow: Flow<ReportServices> = {
    name: "where",
    title: verbatim("哪里"),
    *tell() {
      const spot = yield* ask("spot", place(verbatim("在哪里？")));
      return verbatim(`${spot.words} ${yield* ask("note", words(verbatim("还有？")))}`);
    },
  };

  it("says what is expected where there is no material for a photo to join", async () => {
    const commands: Command<ReportServices>[] = [
      {
        name: "where",
        aliases: [],
        help: verbatim(""),
        isFor: () => true,
        run: async () => ({ begin: "where", given: null }),
      },
    ];
    const stage = bareStage({
      book: { flows: [flow], commands, otherwise: async () => verbatim("?") },
      services: exampleServices(),
    });
    await stage.say("A", { type: "command", name: "where", args: "" });
    await stage.heard();

    await stage.say("A", { type: "voice", file: { kind: "voice", channel: "stage", id: "v" } });

    expect((await stage.heard()).map(({ text }) => text)).toEqual([
      "请打字说在哪里，或者发个定位。\n在哪里？",
    ]);
  });
});

describe("a book that contradicts itself", () => {
  const otherwise: Book<unknown>["otherwise"] = async () => verbatim("?");
  const command = (name: string, ...aliases: string[]): Command<unknown> => ({
    name,
    aliases,
    help: verbatim(name),
    isFor: () => true,
    run: async () => verbatim(name),
  });

  it.each([
    ["one command twice", [command("menu"), command("menu")], /command menu stands twice/],
    ["one alias twice", [command("a", "报事"), command("b", "报 事")], /alias 报事 stands twice/],
    ["a word of the engine", [command("undo", "返回")], /"返回" belongs to the engine/],
    ["a command of the engine", [command("cancel")], /"cancel" belongs to the engine/],
  ])("with %s does not start", (_, commands, message) => {
    expect(() => createConversation({ flows: [], commands, otherwise })).toThrow(message);
  });

  it("with a choice of nothing, or of two things with one id, fails loudly", () => {
    const twice = { id: "a", label: verbatim("a") };

    expect(() => choice(verbatim("?"), [])).toThrow("nothing to choose from");
    expect(() => choice(verbatim("?"), [twice, twice])).toThrow("share an id");
  });
});

describe("alarms", () => {
  it("that fire early or late or for a talk that is gone do the right thing, twice over", async () => {
    const [talkStore, alarms, services] = [memoryTalks(), memoryAlarms(), exampleServices()];
    const conversation = createConversation(exampleBook);
    const body: Body = { type: "text", text: "登记" };
    const turn = { talkStore, alarms, speaker: "A", menu: [], services: services("A"), messageKey: "1" };
    await conversation.hear({ ...turn, body, now: 0 });
    const [id = ""] = talkStore.rows.keys();
    const fire = async (subject: string, hours: number) =>
      conversation.onTalkAlarm({ talkStore, alarms, subject, now: hours * 3_600_000 });

    const early = await fire(id, 1);
    const next = [...alarms.waiting.values()].map(({ fireAt }) => fireAt / 3_600_000);
    const late = await fire(id, 24 * 9);

    expect(early).toBeUndefined();
    expect(next).toEqual([24]);
    expect(late?.sayings).toHaveLength(1);
    expect(await fire(id, 24 * 9)).toBeUndefined();
    expect(talkStore.rows.size).toBe(0);
  });

  it("are cancelled with the talk they are for", async () => {
    const [talkStore, alarms, services] = [memoryTalks(), memoryAlarms(), exampleServices()];
    const conversation = createConversation(exampleBook);
    const turn = { talkStore, alarms, speaker: "A", menu: [], services: services("A"), now: 0 };
    const say = async (text: string) =>
      conversation.hear({ ...turn, body: { type: "text", text }, messageKey: text });

    await say("村口的路灯坏了三天");
    const during = alarms.waiting.size;
    await say("对");

    expect([during, alarms.waiting.size, talkStore.rows.size]).toEqual([1, 0, 0]);
  });
});
