/** What villagers say while they wait reaches whoever must act, and moves no deadline. */
import { expect, test } from "vitest";
import type { Body } from "../core/channel/index.ts";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { hour } from "../core/time/index.ts";
import { createProgramStage, seedVillage, type ProgramStage } from "./testing/programStage.ts";

const words = (text: string): Body => ({ type: "text", text });
const command = (name: string, args: string): Body => ({ type: "command", name, args });

/** Everything that says when something is due. */
async function deadlines(stage: ProgramStage): Promise<string> {
  const kept = await stage
    .database()
    .transaction(async (tx) => [
      await tx.selectFrom("clock").selectAll().orderBy("id").execute(),
      await tx.selectFrom("clock_segment").selectAll().orderBy("id").execute(),
      await tx
        .selectFrom("alarm")
        .select(["key", "fire_at"])
        .where("key", "like", "clock %")
        .orderBy("key")
        .execute(),
      await tx
        .selectFrom("ticket")
        .select(["number", "cycle", "answer_due_at", "settle_due_at", "due_at", "responsible_id", "state"])
        .orderBy("number")
        .execute(),
    ]);
  return JSON.stringify(kept);
}

/** 王婶's lamp, unanswered, with the village team: both clocks run. */
async function aMatter(stage: ProgramStage): Promise<void> {
  await stage.say("王婶", words("村口的路灯坏了"));
  await stage.say("王婶", words("1"));
  await stage.say("老李", command("assign", "1001"));
  await stage.say("老李", words("叶医生"));
  await stage.say("老李", words("跳过"));
}

const said: readonly (readonly [string, string, readonly Body[]])[] = [
  ["a nudge", "王婶", [command("mine", "1001 nudge")]],
  ["an addition", "王婶", [words("1001 晚上一点也看不见")]],
  ["a neighbour who follows it", "陈伯", [words("村口路灯不亮"), words("1")]],
  ["a worker's 「收到」", "叶医生", [words("1001 收到"), words("1")]],
  ["a question to the villager", "叶医生", [command("task", "1001 ask"), words("哪一盏"), words("好了")]],
  ["a note", "叶医生", [command("task", "1001 note"), words("要梯子"), words("好了")]],
  ["a word for the villager", "叶医生", [command("task", "1001 word"), words("在等灯头"), words("好了")]],
];

describeOnEachEngine("deadlines", (open) => {
  test.each(said)("are not moved by %s, which is kept and heard", async (_what, persona, bodies) => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    await aMatter(stage);
    stage.clock.pass(2 * hour);
    const before = await deadlines(stage);
    const happened = () =>
      stage
        .database()
        .transaction((tx) => tx.selectFrom("ticket_event").select("id").where("number", "=", 1001).execute());
    const events = (await happened()).length;

    for (const body of bodies) await stage.say(persona, body);

    expect((await happened()).length).toBe(events + 1);
    expect(await deadlines(stage)).toBe(before);
  });

  test("go with several matters handed to a colleague in one go, and stop for those answered in one go", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    await stage.say("王婶", words("村口的路灯坏了"));
    await stage.say("王婶", words("1"));
    await stage.say("陈伯", words("桥头的水沟堵了"));
    await stage.say("陈伯", words("1"));
    const dues = async () =>
      stage
        .database()
        .transaction((tx) =>
          tx
            .selectFrom("ticket")
            .select(["answer_due_at", "state", "responsible_id"])
            .orderBy("number")
            .execute(),
        );
    const before = await dues();

    for (const text of ["/", "小何", "1", "1"])
      await stage.say("老李", text === "/" ? command("assign", "1001 1002") : words(text));
    const passed = await dues();
    for (const text of ["1001 1002 下午一起来看", "1"]) await stage.say("小何", words(text));

    expect(passed).toEqual(before.map((row) => ({ ...row, responsible_id: "demo-he" })));
    expect((await dues()).map(({ state }) => state)).toEqual(["answered", "answered"]);
    const running = await stage
      .database()
      .transaction((tx) =>
        tx
          .selectFrom("clock")
          .select("id")
          .where("kind", "=", "answer")
          .where("state", "=", "running")
          .execute(),
      );
    expect(running).toEqual([]);
  });
});
