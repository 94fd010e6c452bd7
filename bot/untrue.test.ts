/** What waits for the morning and is not true any more by then is not said. */
import { expect, test } from "vitest";
import type { Body } from "../core/channel/index.ts";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { createCalendar, day, hour } from "../core/time/index.ts";
import { ringMorningAlarm } from "../core/tickets/index.ts";
import { createProgramStage, seedVillage, type ProgramStage } from "./testing/programStage.ts";

const text = (words: string): Body => ({ type: "text", text: words });
const press = (token: string): Body => ({ type: "action", token });

async function heardBy(stage: ProgramStage, persona: string): Promise<readonly string[]> {
  return (await stage.heard()).filter((one) => one.persona === persona).map((one) => one.text);
}

describeOnEachEngine("what clocks found at night", (open) => {
  async function report(stage: ProgramStage): Promise<void> {
    await stage.say("王婶", text("村口空地乱堆乱放，全是垃圾"));
    await stage.say("王婶", text("1"));
  }

  test("about a matter that was taken back before the morning, the villager hears none of it, be it an office that let it pass", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    await stage.pass(6 * hour);
    await stage.say("徐国平", press("/sla 330226106000 office"));
    for (const words of ["综合执法", "48 小时", "1", "跳过", "1"]) await stage.say("徐国平", text(words));

    await report(stage);
    await stage.say("老李", press("/task 1001 answer"));
    for (const words of ["去看看", "好了"]) await stage.say("老李", text(words));
    await stage.say("老李", press("/task 1001 up"));
    for (const words of ["清不动", "好了"]) await stage.say("老李", text(words));
    await stage.say("小赵", press("/desk 1001 dispatch"));
    for (const words of ["综合执法", "跳过", "好"]) await stage.say("小赵", text(words));
    await stage.pass(2 * day + hour);
    const lapses = await stage
      .database()
      .transaction((tx) => tx.selectFrom("ticket_event").select("kind").where("kind", "=", "late").execute());
    await stage.heard();

    await stage.say("王婶", press("/mine 1001 withdraw"));
    await stage.say("王婶", text("不用了"));
    const withdrawn = await heardBy(stage, "王婶");
    await stage.pass(10 * hour);

    expect(lapses.length).toBeGreaterThan(0);
    expect(withdrawn.at(-1)).toMatch(/撤回/u);
    expect(await heardBy(stage, "王婶")).toEqual([]);
  });

  test("is due today: said to nobody who has answered it before the night was over", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    await report(stage);
    await stage.pass(14 * hour);
    const lateSleeper = createCalendar("Asia/Shanghai", { from: 21 * 60, to: 9 * 60 });
    await stage.database().transaction((tx) => {
      const post = () => Promise.resolve(true);
      const moment = { tx, now: stage.clock.now(), calendar: lateSleeper, post, draw: () => 0 };
      return ringMorningAlarm(moment, `${stage.clock.now() + day} demo-li`);
    });
    await stage.heard();

    await stage.say("老李", text("1001 下午来清"));
    await stage.pass(6 * hour);

    expect((await heardBy(stage, "老李")).join("\n")).not.toMatch(/今天到期/u);
  });
});
