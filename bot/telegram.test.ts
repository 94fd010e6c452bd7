import { expect, test } from "vitest";
import type { FakePerson } from "../adapters/telegram/testing/fakePerson.ts";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { openTelegramProgram } from "./testing/telegramProgram.ts";

const soon = { timeout: 15_000, interval: 20 };

function newest(person: FakePerson): string {
  return person.sees().at(-1)?.text ?? "";
}

async function hears(person: FakePerson, words: string | RegExp): Promise<number> {
  const found = () => person.sees().findLast(({ text }) => text.match(words) !== null);
  await expect.poll(() => found()?.text ?? newest(person), soon).toMatch(words);
  return found()?.id ?? 0;
}

describeOnEachEngine("a matter on Telegram", (open) => {
  test("a reply to a card that was shown twice, its first answer lost, is an answer whichever copy it is on", async () => {
    const program = await openTelegramProgram(await open());
    const { fake, people } = program;
    const { wang, li } = people;
    await wang.says("村口大樟树旁边的路灯坏了三天");
    await hears(wang, "对吗");
    fake.faults.plan = (method) =>
      method === "sendMessage" && li.sees().length === 0 ? { kind: "drop", when: "after" } : undefined;
    await wang.presses("对，交上去");
    await expect.poll(() => li.sees().length, soon).toBe(2);
    fake.faults.plan = () => undefined;

    await li.repliesTo(li.sees()[0]?.id ?? 0, "今天下午来换灯泡");

    await hears(wang, "今天下午来换灯泡");
    await program.close();
  });

  test.each(["polling", "webhook"] as const)(
    "is reported, confirmed, answered by a reply to its card, settled and rated, by %s",
    async (mode) => {
      const program = await openTelegramProgram(await open(), { mode });
      const { fake, people, lines } = program;
      const { wang, li } = people;

      await wang.says("村口大樟树旁边的路灯坏了三天");
      await hears(wang, "对吗");
      await wang.presses("对，交上去");
      await hears(wang, "已交给网格员老李");
      const card = await hears(li, "【新事项 1001】");
      await li.repliesTo(card, "今天下午来换灯泡");
      await hears(wang, "今天下午来换灯泡");
      await li.presses("办好了");
      await hears(wang, "老李说办好了。您觉得？");
      await wang.presses("满意");
      await hears(wang, "的评价已记下。");
      await hears(li, "1001 村民评价：满意。");
      await program.close();

      expect(fake.malformed).toEqual([]);
      expect(fake.limits.violations).toEqual([]);
      expect(fake.updates.forgotten).toEqual([]);
      expect(fake.callsOf("answerCallbackQuery").map(({ answer }) => answer)).toEqual([200, 200, 200]);
      expect(lines.filter((line) => line.includes(fake.token))).toEqual([]);
    },
  );
});
