import { expect, test } from "vitest";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { createZone, day, hour, hoursById, hoursNamed, hoursOn, officeHours } from "../core/time/index.ts";
import { createProgramStage, seedVillage } from "./testing/programStage.ts";

describeOnEachEngine("the hours of offices", (open) => {
  test("a year that has come near is known within two nights, and what ran before keeps its hours", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    const current = () =>
      stage.database().transaction((tx) => hoursNamed({ tx, now: stage.clock.now() }, officeHours));
    const before = await current();
    await stage.program().sweep();
    const newYear = createZone("Asia/Shanghai").momentOf("2027-01-01", 0);

    stage.clock.pass(newYear - stage.clock.now() + 2 * hour);
    await stage.program().sweep();
    const early = await current();
    stage.clock.pass(day + hour);
    await stage.program().sweep();
    const after = await current();
    stage.clock.pass(day);
    await stage.program().sweep();

    expect(early.id).toBe(before.id);
    expect(after.id).not.toBe(before.id);
    expect((await current()).id).toBe(after.id);
    // 元旦 2028 is a Saturday, so the first weekday that differs is one of 春节, Wednesday 26 January.
    expect(hoursOn(before, "2028-01-26")).not.toEqual([]);
    expect(hoursOn(after, "2028-01-26")).toEqual([]);
    const kept = await stage.database().transaction((tx) => hoursById(tx, before.id));
    expect(kept).toEqual(before);
  });
});
