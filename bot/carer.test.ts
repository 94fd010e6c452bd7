/** A matter of somebody without a phone, as her carer lives it: what is said to her goes to him, and he may answer for her. */
import { expect, test } from "vitest";
import { changeHousehold, householdAt, householdOf, moveIn, personById } from "../core/people/index.ts";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { createCalendar, day } from "../core/time/index.ts";
import { ticketDesk } from "../core/tickets/index.ts";
import { createProgramStage, seedVillage, type ProgramStage } from "./testing/programStage.ts";

/** 陈银花 has a telephone only; 陈伯 looks after her. */
async function fileForHer(stage: ProgramStage): Promise<void> {
  await stage.database().transaction(async (tx) => {
    const person = await personById(tx, "demo-yinhua");
    if (!person) throw new Error("she is not in the demonstration");
    const post = () => Promise.resolve(true);
    const calendar = createCalendar("Asia/Shanghai");
    const desk = ticketDesk({ tx, now: stage.clock.now(), post, calendar, draw: () => 0, person });
    const what = { pieces: [{ type: "words", text: "门口的路灯坏了" }] } as const;
    await desk.file("by hand", what, { words: "樟树下" }, "other");
  });
}

async function heardBy(stage: ProgramStage, persona: string): Promise<readonly string[]> {
  return (await stage.heard()).filter((one) => one.persona === persona).map(({ text }) => text);
}

describeOnEachEngine("the carer of somebody without a phone", (open) => {
  test("hears what is said to her, rates for her, and a neighbour may not", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    await fileForHer(stage);
    const says = (persona: string, name: string, args: string) =>
      stage.say(persona, { type: "command", name, args });

    await says("老李", "task", "1001 answer");
    await stage.say("老李", { type: "text", text: "下午去换" });
    await stage.say("老李", { type: "text", text: "好了" });
    await says("老李", "task", "1001 done");
    const passedOn = await heardBy(stage, "陈伯");
    await says("王婶", "mine", "1001 satisfied");
    const refused = await heardBy(stage, "王婶");
    await says("陈伯", "mine", "1001 satisfied");
    const rated = await heardBy(stage, "陈伯");

    expect(passedOn).toEqual([
      expect.stringMatching(/^请转告陈银花：\n1001 网格员老李回您：下午去换/),
      expect.stringMatching(/^请转告陈银花：\n1001 /),
    ]);
    expect([refused, rated]).toEqual([
      [expect.not.stringContaining("谢谢您")],
      [expect.stringContaining("谢谢您")],
    ]);
  });

  test("never hears nor reads what she sealed, though no message reaches her any more", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    await stage.database().transaction(async (tx) => {
      const household = await householdOf(tx, "demo-wang");
      if (household) await changeHousehold(tx, household.id, { carer: "demo-chen" });
    });
    await stage.say("王婶", { type: "text", text: "村书记挪用修路的钱" });
    await stage.say("王婶", { type: "text", text: "1" });
    await stage.say("王婶", { type: "lifecycle", change: "blocked" });
    await stage.heard();

    await stage.say("方正", { type: "command", name: "task", args: "1001 ask" });
    await stage.say("方正", { type: "text", text: "发票在哪里" });
    await stage.say("方正", { type: "text", text: "好了" });
    await stage.say("陈伯", { type: "text", text: "1001" });
    await stage.say("陈伯", { type: "command", name: "mine", args: "1001 add" });
    await stage.say("陈伯", { type: "text", text: "我是她家里人" });
    await stage.say("陈伯", { type: "text", text: "好了" });

    const heard = await stage.heard();
    const byCarer = heard.filter(({ persona }) => persona === "陈伯").map(({ text }) => text);
    expect(byCarer.join()).not.toMatch(/转告|挪用|发票/u);
    expect(byCarer.filter((text) => text === "没有编号 1001 的事项。")).toHaveLength(2);
    expect(heard.findLast(({ persona }) => persona === "方正")?.text).toMatch(/现在收不到消息/u);
  });

  /** Whoever is blocked has 陈伯 to look after her. */
  async function blocked(stage: ProgramStage, persona: string, actor: string): Promise<void> {
    await stage.database().transaction(async (tx) => {
      const { id } = await householdAt(
        tx,
        { grid: "330226106235-G1", address: `${actor} 1`, by: null },
        stage.clock.now(),
      );
      await moveIn(tx, `demo-${actor}`, id, stage.clock.now());
      await changeHousehold(tx, id, { carer: "demo-chen" });
    });
    await stage.say(persona, { type: "lifecycle", change: "blocked" });
    await stage.heard();
  }

  test("hears nothing of what she is told as staff: neither a matter of hers nor that its time is up", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    await blocked(stage, "老李", "li");

    await stage.say("王婶", { type: "text", text: "村口的路灯坏了" });
    await stage.say("王婶", { type: "text", text: "1" });
    await stage.pass(2 * day);

    expect(await heardBy(stage, "陈伯")).toEqual([]);
  });

  test("hears nothing of her dispute with him and another, be it told at once or by a clock", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    for (const words of ["隔壁陈德福占了我家地界", "屋后", "1"])
      await stage.say("王婶", { type: "text", text: words });
    await stage.say("老李", { type: "command", name: "mediate", args: "1001" });
    for (const words of ["林小妹、陈德福", "1", "1", "跳过", "陆律师（法律顾问）", "1"])
      await stage.say("老李", { type: "text", text: words });
    await blocked(stage, "王婶", "wang");

    await stage.say("老李", { type: "command", name: "task", args: "1001 answer" });
    await stage.say("老李", { type: "text", text: "下午来看地界" });
    await stage.say("老李", { type: "text", text: "好了" });
    await stage.pass(35 * day);

    const heard = (await heardBy(stage, "陈伯")).join("\n");
    expect(heard).not.toMatch(/转告|下午来看|让您久等/u);
  });
});
