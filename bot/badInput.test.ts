import { expect, test } from "vitest";
import type { Body, InboundEvent } from "../core/channel/index.ts";
import { describeOnEachEngine, type OpenTestDatabase } from "../core/store/testing/index.ts";
import { foldTickets, readLedger, type Ledger } from "./testing/ledger.ts";
import { createProgramStage, seedVillage, type ProgramStage } from "./testing/programStage.ts";

const flood = "灯".repeat(34_000);
const mainMenu = ["反映问题", "我的事项", "查政策", "人工帮助", "更多"];

/** A stage on which people act, and what each was told since the last look. */
interface Scene {
  readonly stage: ProgramStage;
  /** Says words, or does something else; resolves with what everybody was told, as `persona: text`. */
  does(persona: string, body: string | Body, replyTo?: string): Promise<readonly string[]>;
  /** Presses the newest button with that label the persona was shown. */
  presses(persona: string, label: string): Promise<readonly string[]>;
  token(persona: string, label: string): string;
  /** The id of the newest message to the persona with these words in it. */
  message(persona: string, words: string): string;
  ledger(): Promise<Ledger>;
}

async function sceneOn(open: OpenTestDatabase): Promise<Scene> {
  const stage = await createProgramStage(await open.filled(seedVillage));
  const shown: {
    persona: string;
    id: string;
    text: string;
    buttons: readonly { label: string; token: string }[];
  }[] = [];
  const hear = async (): Promise<readonly string[]> => {
    const heard = await stage.heard();
    shown.unshift(...heard.toReversed());
    return heard.map((one) => `${one.persona}: ${one.text}`);
  };
  const token = (persona: string, label: string): string => {
    const buttons = shown.filter((one) => one.persona === persona).flatMap((one) => one.buttons);
    const found = buttons.find((button) => button.label === label);
    if (!found) throw new Error(`${persona} was never shown [${label}]`);
    return found.token;
  };
  const does: Scene["does"] = async (persona, body, replyTo) => {
    await stage.say(persona, typeof body === "string" ? { type: "text", text: body } : body, replyTo);
    return hear();
  };
  return {
    stage,
    does,
    token,
    presses: (persona, label) => does(persona, { type: "action", token: token(persona, label) }),
    message(persona, words) {
      const found = shown.find((one) => one.persona === persona && one.text.includes(words));
      if (!found) throw new Error(`${persona} was never told "${words}"`);
      return found.id;
    },
    ledger: () => readLedger(stage.database()),
  };
}

/** 王婶's lamp is with 老李 as 1001; answered and settled as far as wished. */
async function lamp(scene: Scene, until: "open" | "answered" | "settled" = "open"): Promise<void> {
  await scene.does("王婶", "村口的路灯坏了");
  await scene.does("王婶", "好");
  if (until === "open") return;
  await scene.does("老李", "下午去换", scene.message("老李", "新事项 1001"));
  if (until === "settled") await scene.presses("老李", "办好了");
}

/** What happened to tickets, without the moments. */
function happened({ events }: Ledger): readonly string[] {
  return events.map(({ number, kind, actor_id, detail }) => `${number} ${kind} ${actor_id ?? "—"} ${detail}`);
}

const filed = "1001 filed demo-wang 村口的路灯坏了";
const answered = "1001 answered demo-li 下午去换";
// He settles it by a button: how, stands in his answer.
const settled = "1001 settled demo-li ";

async function expectSound(scene: Scene): Promise<void> {
  const ledger = await scene.ledger();
  const folded = [...foldTickets(ledger)].map(([number, { state }]) => ({ number, state }));
  expect(folded).toEqual(ledger.tickets.map(({ number, state }) => ({ number, state })));
  expect(ledger.inbox.filter(({ state }) => state !== "done")).toEqual([]);
  expect(ledger.outbox.filter(({ state }) => state !== "sent")).toEqual([]);
}

let updates = 0;

function event(actor: string, body: Body): InboundEvent {
  const dedupeKey = `together-${(updates += 1)}`;
  const who = { chat: actor, actor: { id: actor } };
  return { dedupeKey, channel: "paper", bot: "bot", ...who, group: false, addressed: true, at: 0, body };
}

function text(words: string): Body {
  return { type: "text", text: words };
}

async function together({ stage }: Scene, ...events: readonly InboundEvent[]): Promise<readonly string[]> {
  await stage.program().intake.accept(events);
  await stage.program().settle();
  return (await stage.heard()).map((said) => `${said.persona}: ${said.text}`);
}

describeOnEachEngine("bad input: numbers and buttons", (open) => {
  test("a number that is on no menu is answered with the numbers that are", async () => {
    const scene = await sceneOn(open);
    await scene.does("王婶", "菜单");

    const outside = await scene.does("王婶", "7");
    await scene.does("王婶", "水沟堵了");
    await scene.does("王婶", "桥头");
    const inside = await scene.does("王婶", "99");

    expect(outside).toEqual(["王婶: 请发 1 到 5 之间的数字。"]);
    expect(inside[0]).toContain("请发 1 到 5 之间的数字。");
    expect((await scene.ledger()).tickets).toEqual([]);
    await expectSound(scene);
  });

  test("a button of a talk that is over changes nothing and says so", async () => {
    const scene = await sceneOn(open);
    await lamp(scene);

    const again = await scene.presses("王婶", "对，交上去");
    const forged = await scene.does("王婶", { type: "action", token: "nobody.knows.this" });

    expect(again).toEqual(["王婶: 这一项过时了，什么都没有动。有事直接说，或发「菜单」。"]);
    expect(forged).toEqual(again);
    expect(happened(await scene.ledger())).toEqual([filed]);
  });

  test("a button of somebody else's talk is refused and that talk goes on", async () => {
    const scene = await sceneOn(open);
    await scene.does("王婶", "村口的路灯坏了");

    const stolen = await scene.does("陈伯", { type: "action", token: scene.token("王婶", "对，交上去") });
    const stranger = await scene.does("过路人", { type: "action", token: scene.token("王婶", "不报了") });
    const own = await scene.presses("王婶", "对，交上去");

    expect(stolen).toEqual(["陈伯: 这个按钮是给别人的，您按不了。"]);
    expect(stranger).toEqual(["过路人: 这个按钮是给别人的，您按不了。"]);
    expect(own.some((line) => line.includes("编号 1001"))).toBe(true);
    expect(happened(await scene.ledger())).toEqual([filed]);
  });

  test.each([
    ["陈伯", "mine", "1001", "1001 不是您反映的，也不归您办，看不了。"],
    ["陈伯", "mine", "1001 satisfied", "1001 要由反映的人自己评价。"],
    ["陈伯", "mine", "1001 dissatisfied", "1001 要由反映的人自己评价。"],
    ["陈伯", "mine", "1001 not_fixed", "1001 要由反映的人自己评价。"],
    ["老李", "mine", "1001 satisfied", "1001 要由反映的人自己评价。"],
    ["王婶", "task", "1001 done", "没有 /task 这个命令，发「帮助」看看能说什么。"],
    ["王婶", "mine", "999999999 satisfied", "没有编号 999999999 的事项。"],
    ["王婶", "mine", "-1 satisfied", "没有编号 -1 satisfied 的事项。"],
  ])("%s sends /%s %s without the right to and only hears why", async (persona, name, args, why) => {
    const scene = await sceneOn(open);
    await lamp(scene, "settled");

    const typed = await scene.does(persona, { type: "command", name, args });
    await scene.does(persona, { type: "action", token: `/${name} ${args}` });

    expect(typed).toEqual([`${persona}: ${why}`]);
    expect(happened(await scene.ledger())).toEqual([filed, answered, settled]);
    await expectSound(scene);
  });

  test("a grid worker of another grid cannot act on a matter, nor a stranger on any", async () => {
    const scene = await sceneOn(open);
    await scene.does("小林", "桥头的水沟堵了");
    await scene.does("小林", "好");

    const foreign = await scene.does("老李", { type: "action", token: "/task 1001 done" });
    const stranger = await scene.does("过路人", { type: "action", token: "/task 1001 done" });

    expect(foreign).toEqual(["老李: 1001 不是您反映的，也不归您办，看不了。"]);
    expect(stranger).toHaveLength(1);
    expect(stranger[0]).toContain("这一项过时了");
    expect(happened(await scene.ledger())).toEqual(["1001 filed demo-lin 桥头的水沟堵了"]);
  });
});

describeOnEachEngine("bad input: 100 kB of text and stickers", (open) => {
  test("100 kB is refused with its length and a way on, in a talk and outside, as words and as a place", async () => {
    const scene = await sceneOn(open);

    const outside = await scene.does("王婶", flood);
    const words = await scene.does("王婶", flood);
    await scene.does("王婶", "水沟堵了");
    await scene.does("王婶", "好了");
    await scene.does("王婶", "好");
    const place = await scene.does("王婶", flood);

    expect(outside.join()).toContain("这段话有 34000 个字，太长了没收下。请分成几段发，每段不超过 4000 字。");
    expect(words.join()).toContain("34000");
    expect(place.join()).toContain("34000 个字，太长了没收下。请分成几段发，每段不超过 200 字。");
    expect((await scene.ledger()).outbox.every(({ payload }) => payload.length < 2000)).toBe(true);
    await expectSound(scene);
  });

  test("100 kB in reply to a card is refused as too long, and the matter still waits", async () => {
    const scene = await sceneOn(open);
    await lamp(scene);

    const worker = await scene.does("老李", flood, scene.message("老李", "新事项 1001"));
    const short = await scene.does("老李", "下午去换", scene.message("老李", "新事项 1001"));
    const villager = await scene.does("王婶", flood, scene.message("王婶", "回您"));

    expect(worker).toEqual(["老李: 这段话有 34000 个字，太长了没收下。请分成几段发，每段不超过 4000 字。"]);
    expect(short.join()).toContain("1001 已答复王秀英");
    expect(villager).toEqual(["王婶: 这段话有 34000 个字，太长了没收下。请分成几段发，每段不超过 4000 字。"]);
    expect(happened(await scene.ledger())).toEqual([filed, answered]);
  });

  test("100 kB as a name and as a reason are refused, and the short ones that follow are taken", async () => {
    const scene = await sceneOn(open);
    await scene.does("过路人", "同意");
    await scene.does("过路人", "同意");
    const name = await scene.does("过路人", flood);
    await scene.does("过路人", "张阿花");
    await scene.does("过路人", "双桥");
    await scene.does("过路人", "1");
    await lamp(scene, "settled");
    await scene.presses("王婶", "不满意");

    const reason = await scene.does("王婶", flood);
    await scene.does("王婶", "晚上又灭了");

    expect(name).toHaveLength(1);
    expect(reason.join()).toContain("太长了没收下");
    const ledger = await scene.ledger();
    expect(ledger.people.map((person) => person.name)).toContain("张阿花");
    expect(happened(ledger)).toContain("1001 rated demo-wang dissatisfied 晚上又灭了");
    await expectSound(scene);
  });

  test("a sticker gets the menu once a day, then a smile; in a talk a word and the question again", async () => {
    const scene = await sceneOn(open);

    const first = await scene.does("王婶", { type: "sticker" });
    const second = await scene.does("王婶", { type: "sticker" });
    await scene.does("王婶", "村口的路灯坏了");
    const inside = await scene.does("王婶", { type: "sticker" });
    const stranger = await scene.does("过路人", { type: "sticker" });

    expect(first).toHaveLength(2);
    expect(second).toEqual(["王婶: 🙂"]);
    expect(inside.join()).toContain("收到您的表情");
    expect(inside.join()).toContain("这样交给网格员，对吗？");
    expect(scene.token("过路人", "同意，开始用")).not.toBe("");
    expect(stranger).toHaveLength(1);
    expect((await scene.ledger()).tickets).toEqual([]);
    expect(mainMenu.map((label) => scene.token("王婶", label))).toHaveLength(5);
  });
});

describeOnEachEngine("bad input: what no database holds", (open) => {
  test("NUL and half characters in any field of an event cost nobody her message", async () => {
    const scene = await sceneOn(open);
    await lamp(scene);
    const half = "\ud83d\u0000";

    await scene.does("王婶", "水沟堵了", `p-${half}`);
    await scene.does("王婶", "桥头");
    await scene.does("王婶", {
      type: "media",
      file: { kind: "photo", channel: "paper", id: half, name: half },
    });
    await scene.does("王婶", { type: "command", name: `x${half}`, args: half });
    await scene.does("王婶", { type: "command", name: "mine", args: `1001${half}` });
    await scene.does("王婶", { type: "action", token: `${half}.${half}.${half}` });
    await scene.does("王婶", `晚上看不见${half}`);
    await scene.does("王婶", "好");

    const ledger = await scene.ledger();
    expect(ledger.tickets).toHaveLength(2);
    expect(ledger.media).toHaveLength(1);
    await expectSound(scene);
  });
});

describeOnEachEngine("bad input: at the same instant and again", (open) => {
  test("two villagers at the same instant get a number each", async () => {
    const scene = await sceneOn(open);

    await together(scene, event("wang", text("村口的路灯坏了")), event("chen", text("桥头的水沟堵了")));
    await together(scene, event("wang", text("好")), event("chen", text("好")));

    expect(happened(await scene.ledger())).toEqual([filed, "1002 filed demo-chen 桥头的水沟堵了"]);
    await expectSound(scene);
  });

  test("her two confirmations at the same instant file one matter", async () => {
    const scene = await sceneOn(open);
    await scene.does("王婶", "村口的路灯坏了");
    const token = scene.token("王婶", "对，交上去");

    const said = await together(
      scene,
      event("wang", { type: "action", token }),
      event("wang", { type: "action", token }),
    );

    expect(happened(await scene.ledger())).toEqual([filed]);
    expect(said.filter((line) => line.startsWith("王婶")).at(-1)).toContain("这一项过时了");
  });

  test("two people acting on one matter at once: the first counts, the second hears how it stands", async () => {
    const scene = await sceneOn(open);
    await lamp(scene, "answered");
    const done: Body = { type: "action", token: "/task 1001 done" };

    const said = await together(scene, event("li", done), event("zhou", done));

    expect(happened(await scene.ledger())).toEqual([filed, answered, settled]);
    expect(said.filter((line) => line.startsWith("王婶"))).toHaveLength(1);
    expect(said).toContain("周敏: 1001 已经记为「办好」，在等村民评价。");
  });

  test("rated and called not fixed at once: the first word counts", async () => {
    const scene = await sceneOn(open);
    await lamp(scene, "settled");

    const said = await together(
      scene,
      event("wang", { type: "action", token: "/mine 1001 satisfied" }),
      event("wang", { type: "action", token: "/mine 1001 not_fixed" }),
    );

    const ledger = await scene.ledger();
    expect(ledger.ratings.map(({ score }) => score)).toEqual(["satisfied"]);
    expect(ledger.tickets.map(({ state }) => state)).toEqual(["closed"]);
    expect(said).toContain("王婶: 1001 您已经评价过了。");
    await expectSound(scene);
  });

  test("the same update ten times is heard once, also in one batch and after a restart", async () => {
    const scene = await sceneOn(open);
    await scene.does("王婶", "村口的路灯坏了");
    const yes = event("wang", text("好"));

    const first = await together(scene, yes, yes, yes);
    for (let times = 0; times < 4; times += 1) await together(scene, yes);
    await scene.stage.restart();
    const later = await together(scene, yes, yes, yes);

    const ledger = await scene.ledger();
    expect(first.filter((line) => line.includes("编号 1001"))).toHaveLength(1);
    expect(later).toEqual([]);
    expect(happened(ledger)).toEqual([filed]);
    expect(ledger.inbox).toHaveLength(2);
    expect(new Set(ledger.outbox.map(({ key }) => key)).size).toBe(ledger.outbox.length);
    await expectSound(scene);
  });

  test("a reply to a card in the middle of another talk answers, and the talk goes on where it was", async () => {
    const scene = await sceneOn(open);
    await lamp(scene);
    await scene.does("老李", { type: "command", name: "report", args: "" });
    await scene.does("老李", "桥面裂了");

    await scene.does("老李", "下午去换", scene.message("老李", "新事项 1001"));
    await scene.does("老李", "好了");
    await scene.does("老李", "桥头");
    await scene.does("老李", "好");

    expect(happened(await scene.ledger())).toEqual([filed, answered, "1002 filed demo-li 桥面裂了"]);
  });
});
