import { expect, test } from "vitest";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { minute } from "../core/time/index.ts";
import { createProgramStage } from "./testing/programStage.ts";

describeOnEachEngine("a talk that breaks every turn", (open) => {
  test("is laid aside after three tries: an apology, an alert to the admin, and the next message is answered", async () => {
    const database = await open();
    const stage = await createProgramStage(database);
    await stage.say("王婶", { type: "command", name: "report", args: "" });
    await database.transaction((tx) => tx.updateTable("talk").set({ asking: '{"name":7}' }).execute());
    await stage.heard();

    await stage.say("王婶", { type: "text", text: "水沟堵了" });
    await stage.pass(minute);
    await stage.pass(minute);
    const heard = await stage.heard();
    await stage.say("王婶", { type: "text", text: "桥头的水沟堵了" });
    const after = await stage.heard();

    expect(heard.map(({ persona, text }) => `${persona}: ${text.slice(0, 12)}`)).toEqual([
      "王婶: 对不住，刚才那条没处理成",
      "管理员: 【系统】消息 2（pap",
    ]);
    expect(after.map(({ text }) => text.slice(0, 4))).toEqual(["记下了："]);
  });
});
