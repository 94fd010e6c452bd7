import { expect, test } from "vitest";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { insertMany } from "../core/tickets/testing/manyMatters.ts";
import { hoursNamed, officeHours } from "../core/time/index.ts";
import { createProgramStage, seedVillage } from "./testing/programStage.ts";

describeOnEachEngine("a day entered for what is under way", (open) => {
  test("counts what runs by office hours, and changes nothing where that is too many at once", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    const database = stage.database();
    const [filedAt, unit] = [stage.clock.now(), "330226106235-G1"];
    await database.transaction((tx) =>
      insertMany(tx, {
        count: 2_001,
        from: 5_001,
        unit,
        reporter: "demo-wang",
        responsible: "demo-li",
        filedAt,
      }),
    );
    const enter = async (date: string): Promise<string> => {
      await stage.say("管理员", { type: "command", name: "sla", args: `day ${date} 休 停电检修` });
      await stage.say("管理员", { type: "text", text: "2" });
      return stage.adapter.sent.at(-1)?.text ?? "";
    };
    const current = () => database.transaction((tx) => hoursNamed({ tx, now: filedAt }, officeHours));
    const before = await current();

    expect(await enter("2026-11-24")).toContain("2026-11-24 休息");
    const after = await current();
    await database.transaction((tx) => tx.updateTable("clock").set({ calendar_id: before.id }).execute());

    expect(await enter("2026-11-25")).toContain("超过 2000 件");
    expect(after.id).not.toBe(before.id);
    expect((await current()).id).toBe(after.id);
  }, 60_000);
});
