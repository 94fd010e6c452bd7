import { afterEach, expect, test } from "vitest";
import { seenIn, type FakePerson } from "../adapters/telegram/testing/fakePerson.ts";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { openTelegramProgram } from "./testing/telegramProgram.ts";

const soon = { timeout: 15_000, interval: 20 };

let close: () => Promise<void> = () => Promise.resolve();
afterEach(() => close());

async function hears(person: FakePerson, words: string | RegExp): Promise<void> {
  await expect
    .poll(() => person.sees().map(({ text }) => text), soon)
    .toContainEqual(
      typeof words === "string" ? expect.stringContaining(words) : expect.stringMatching(words),
    );
}

/** Waits until the bot has said so many messages to a person in all. */
async function answers(person: FakePerson, count: number): Promise<void> {
  await expect.poll(() => person.sees().length, soon).toBe(count);
}

/** Invite codes the bot has told somebody, oldest first. */
function codesShownTo(person: FakePerson): readonly string[] {
  return person.sees().flatMap(({ text }) => /\/start (\w+)/.exec(text)?.[1] ?? []);
}

describeOnEachEngine("what people and Telegram do to the bot", (open) => {
  async function begin() {
    const program = await openTelegramProgram(await open());
    close = async () => {
      await program.close();
      expect(program.fake.malformed).toEqual([]);
      expect(program.fake.limits.violations).toEqual([]);
      expect(program.lines.filter((line) => line.includes(program.fake.token.slice(11)))).toEqual([]);
    };
    return program;
  }

  test("album siblings that arrive ten seconds late stand with the first", async () => {
    const { people } = await begin();
    const photo = { bytes: new Uint8Array([1]) };

    await people.wang.sendsAlbum([{ ...photo, caption: "桥头的水沟堵了" }, photo, photo], 10_000);
    await hears(people.wang, "对吗");
    await people.wang.presses("对，交上去");

    await hears(people.li, "【新事项 1001】");
    expect(people.li.sees().filter(({ file }) => file === "photo")).toHaveLength(3);
  });

  test("a film of 30 MB is refused with a sentence; the words beside it reach the grid worker", async () => {
    const { people } = await begin();

    await people.wang.sends("video", 30_000_000, { caption: "桥头的水沟堵了" });
    await hears(people.wang, "太大了");
    await hears(people.wang, "对吗");
    await people.wang.presses("对，交上去");

    await hears(people.li, "桥头的水沟堵了");
  });

  test("an invite that was used, or has expired, gives nobody a post, and says why", async () => {
    const { people, fake, database } = await begin();
    const { admin, chen } = people;
    const codes = async (count: number) => {
      await admin.says("/invite 双桥村G1 网格员");
      await expect.poll(() => codesShownTo(admin).length, soon).toBe(count);
      return codesShownTo(admin).at(-1) ?? "";
    };
    const code = await codes(1);
    await chen.says(`/start ${code}`);
    await expect.poll(() => chen.sees().at(-1)?.buttons.flat().length ?? 0, soon).toBeGreaterThan(0);
    await chen.presses(chen.sees().at(-1)?.buttons.flat()[0] ?? "");
    await answers(chen, 2);

    await people.wang.says(`/start ${code}`);
    await hears(people.wang, "用过了");
    const late = await codes(2);
    await database.transaction((tx) =>
      tx.updateTable("invite").set({ expires_at: 1 }).where("code", "=", late).execute(),
    );
    const stranger = fake.person(7_060, { name: "阿花" });
    await stranger.says(`/start ${late}`);
    await hears(stranger, "过期");

    const posts = await database.transaction((tx) =>
      tx.selectFrom("membership").select("person_id").where("role", "=", "grid_worker").execute(),
    );
    const appointed = posts.map(({ person_id: person }) => person);
    expect(appointed).toContain("demo-chen");
    expect(appointed).not.toContain("demo-wang");
    expect(stranger.sees()[0]?.buttons.flat()).toHaveLength(1);
  });

  test("a reply to a matter that is over is answered and changes nothing", async () => {
    const { people, database } = await begin();
    const { wang, li } = people;
    await wang.says("村口的路灯坏了");
    await hears(wang, "对吗");
    await wang.presses("对，交上去");
    await hears(li, "【新事项 1001】");
    const card = li.sees().find(({ text }) => text.includes("【新事项 1001】"))?.id ?? 0;
    await li.repliesTo(card, "下午去换");
    await hears(li, "已答复");
    await li.presses("办好了");
    await hears(wang, "您觉得？");
    await wang.presses("满意");
    await hears(li, "村民评价");
    const before = [li.sees().length, wang.sees().length];

    await li.repliesTo(card, "还要再去一趟");
    await wang.repliesTo(wang.sees().find(({ text }) => text.includes("您觉得"))?.id ?? 0, "又坏了");
    await expect.poll(() => li.sees().length, soon).toBeGreaterThan(before[0] ?? 0);
    await expect.poll(() => wang.sees().length, soon).toBeGreaterThan(before[1] ?? 0);

    const tickets = await database.transaction((tx) =>
      tx.selectFrom("ticket").select(["number", "state"]).execute(),
    );
    expect(tickets).toEqual([{ number: 1001, state: "closed" }]);
  });

  test("an unknown command is answered", async () => {
    const { people } = await begin();

    await people.wang.says("/teleport 北京");

    await answers(people.wang, 1);
  });

  test("whoever blocked the bot is unreachable; after coming back nothing is said until she speaks", async () => {
    const { people, fake } = await begin();
    await people.wang.says("/menu");
    await answers(people.wang, 1);

    await people.wang.blocks();
    await people.wang.unblocks();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const saidMeanwhile = people.wang.sees().length;
    await people.wang.says("/menu");

    await answers(people.wang, 2);
    expect(saidMeanwhile).toBe(1);
    expect(fake.callsOf("sendMessage").every(({ answer }) => answer === 200)).toBe(true);
  });

  test("an answer follows a group that became a supergroup meanwhile", async () => {
    const { people, fake } = await begin();
    const group = fake.group(-500, "双桥村");
    fake.faults.next("sendMessage", { kind: "tooManyRequests", retryAfter: 2 });

    await people.wang.says("@diantong_bot /menu", { in: group });
    const supergroup = fake.migrates(group, -1_001_234_567_890);

    await expect.poll(() => seenIn(supergroup).length, soon).toBe(1);
    expect(seenIn(group)).toEqual([]);
  });

  test("in a group everything said to the bot is answered by the way to the private chat, and nothing else", async () => {
    const { people, fake, database } = await begin();
    const group = fake.group(-500, "双桥村");
    await people.wang.says("村口的路灯坏了");
    await hears(people.wang, "对吗");
    await people.wang.presses("对，交上去");
    await hears(people.li, "【新事项 1001】");
    const said = ["/mine", "/task 1001", "/me", "我的事项", "1001", "桥头的水沟堵了"];

    for (const words of said) await people.li.says(`@diantong_bot ${words}`, { in: group });
    await expect.poll(() => seenIn(group).length, soon).toBe(said.length);

    const way = "这里大家都看得见。请到和我的私聊里说：https://t.me/diantong_bot";
    expect(new Set(seenIn(group).map(({ text }) => text))).toEqual(new Set([way]));
    expect(seenIn(group).flatMap(({ buttons }) => buttons)).toEqual([]);
    const tickets = await database.transaction((tx) => tx.selectFrom("ticket").select("number").execute());
    expect(tickets).toEqual([{ number: 1001 }]);
  });

  test("a newcomer who greets the bot in a group joins in private, and is never told anything in the group", async () => {
    const { fake, database } = await begin();
    const group = fake.group(-500, "双桥村");
    const newcomer = fake.person(7_050, { name: "阿花" });
    await newcomer.says("@diantong_bot 你好", { in: group });
    await expect.poll(() => seenIn(group).length, soon).toBe(1);

    await newcomer.says("你好");
    await answers(newcomer, 1);

    const addresses = await database.transaction((tx) =>
      tx.selectFrom("account").select("address").where("address", "like", "%/-%").execute(),
    );
    expect(addresses).toEqual([]);
    expect(seenIn(group)).toHaveLength(1);
  });

  test("everybody's menu of commands is for her post, and follows it", async () => {
    const { people, fake, database, program } = await begin();
    const shownTo = (chat: number | undefined) =>
      fake
        .callsOf("setMyCommands")
        .findLast(({ payload }) => (payload["scope"] as { chat_id?: number }).chat_id === chat)?.payload[
        "commands"
      ] as { command: string }[] | undefined;
    const names = (chat?: number) => shownTo(chat)?.map(({ command }) => command) ?? [];
    await expect.poll(() => names(people.admin.id), soon).toContain("role");

    expect(names()).toContain("report");
    expect(names()).not.toContain("tasks");
    expect(names(people.li.id)).toContain("tasks");
    expect(names(people.li.id)).not.toContain("role");
    await database.transaction((tx) =>
      tx.deleteFrom("membership").where("person_id", "=", "demo-li").execute(),
    );
    await program.showMenus();
    expect(names(people.li.id)).toEqual(names());
  });

  test("talk in a group that is not for the bot is neither answered nor kept", async () => {
    const { people, fake, database } = await begin();
    const group = fake.group(-500, "双桥村");

    await people.wang.says("晚上吃什么", { in: group });
    await people.chen.joins(group);
    await people.wang.says("/menu");
    await answers(people.wang, 1);

    const kept = await database.transaction((tx) => tx.selectFrom("inbox").select("event").execute());
    expect(seenIn(group)).toEqual([]);
    expect(kept.map(({ event }) => event).join()).not.toContain("晚上吃什么");
  });

  test("an update from a year ago is answered", async () => {
    const { people, fake } = await begin();
    const yearAgo = Math.floor(fake.now() / 1_000) - 31_536_000;
    const { user, chat } = people.wang;

    await fake.pushUpdate("message", {
      message_id: 5,
      date: yearAgo,
      chat: chat.chat,
      from: user,
      text: "桥头的水沟堵了",
    });

    await hears(people.wang, "对吗");
  });

  test("numbers of updates that go backwards, and an update that comes twice", async () => {
    const { people, fake } = await begin();
    await people.wang.says("/menu");
    await answers(people.wang, 1);
    fake.updates.restartIds(3);

    await people.wang.says("/menu");
    await fake.updates.repeatLast();
    await answers(people.wang, 2);
    await people.wang.says("/menu");

    await answers(people.wang, 3);
  });

  test("a bot that talks to the bot hears nothing", async () => {
    const { people, fake } = await begin();
    const parrot = fake.person(7_099, { name: "复读机", isBot: true });

    await parrot.says("你好");
    await people.wang.says("/menu");
    await answers(people.wang, 1);

    expect(parrot.sees()).toEqual([]);
  });

  test("a corrected message is answered, and nothing is filed by it alone", async () => {
    const { people } = await begin();
    await people.wang.says("桥头的水沟堵了");
    await hears(people.wang, "对吗");
    const before = people.wang.sees().length;

    await people.wang.edits("桥头的水沟堵了三天");

    await expect.poll(() => people.wang.sees().length, soon).toBeGreaterThan(before);
    expect(people.li.sees()).toEqual([]);
  });
});
