/** Every night each deadline is reckoned from what happened to it, by the installation's time. */
import { expect, test } from "vitest";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { hour, minute } from "../core/time/index.ts";
import { createProgramStage, seedVillage, type ProgramStage } from "./testing/programStage.ts";

/** From 16:20, when a stage begins, until 2:30 in China: 18:30 by the machine. */
const untilCheck = 10 * hour + 10 * minute;

const found = "【系统】核对期限时有 1 个对不上，已记在日志里，请技术人员查看。";

describeOnEachEngine("the night's check of all deadlines", (open) => {
  async function openStage(): Promise<ProgramStage> {
    const stage = await createProgramStage(await open.filled(seedVillage));
    await stage.program().checkClocks();
    await stage.say("王婶", { type: "text", text: "村口的路灯坏了" });
    await stage.say("王婶", { type: "text", text: "1" });
    await stage.database().transaction((tx) =>
      tx
        .updateTable("clock")
        .set(({ eb }) => ({ due_at: eb("due_at", "+", hour) }))
        .execute(),
    );
    await stage.heard();
    return stage;
  }

  async function toldAfter(stage: ProgramStage, milliseconds: number): Promise<readonly string[]> {
    await stage.pass(milliseconds);
    await stage.program().checkClocks();
    await stage.program().sweep();
    await stage.program().settle();
    return (await stage.heard()).flatMap((one) => (one.persona === "管理员" ? [one.text] : []));
  }

  test("is made at half past two where the installation is, and the admins hear of it when the night is over", async () => {
    const stage = await openStage();

    const before = await toldAfter(stage, untilCheck - minute);
    const slotsBefore = await slots(stage);
    const atNight = await toldAfter(stage, minute);
    const slotsAfter = await slots(stage);
    const again = await toldAfter(stage, hour);
    const inTheMorning = await toldAfter(stage, 5 * hour);

    expect(slotsAfter - slotsBefore).toBe(1);
    expect([before, atNight, again]).toEqual([[], [], []]);
    expect(inTheMorning).toEqual([found]);
  });

  test("is made up for by a program that was down at that hour, once", async () => {
    const stage = await openStage();
    stage.clock.pass(untilCheck + 2 * 24 * hour + 9 * hour);

    const told = await toldAfter(stage, minute);
    const again = await toldAfter(stage, minute);

    expect(told.filter((text) => text === found)).toHaveLength(1);
    expect(again).toEqual([]);
  });

  test("finds a balance of points that is not the sum of its entries, too", async () => {
    const stage = await createProgramStage(await open());
    await stage.program().checkClocks();
    await stage
      .database()
      .transaction((tx) =>
        tx
          .insertInto("points_balance")
          .values({ account_kind: "person", account_id: "demo-wang", balance: 100 })
          .execute(),
      );

    await toldAfter(stage, untilCheck);
    const inTheMorning = await toldAfter(stage, 6 * hour);

    expect(inTheMorning).toEqual(["【系统】核对积分时有 1 个账户对不上，已记在日志里，请技术人员查看。"]);
  });

  test("finds figures that nothing explains, too", async () => {
    const stage = await createProgramStage(await open());
    await stage.program().checkClocks();
    await stage
      .database()
      .transaction((tx) =>
        tx
          .insertInto("evaluation_day")
          .values({ of_kind: "unit", of_id: "330226106235", day_at: 0, satisfied: 3 })
          .execute(),
      );

    await toldAfter(stage, untilCheck);
    const inTheMorning = await toldAfter(stage, 6 * hour);

    expect(inTheMorning).toEqual(["【系统】核对考评数字时有 1 处对不上，已记在日志里，请技术人员查看。"]);
  });

  async function slots(stage: ProgramStage): Promise<number> {
    const rows = await stage
      .database()
      .transaction((tx) =>
        tx.selectFrom("schedule_run").select("slot").where("schedule", "=", "check clocks").execute(),
      );
    return rows.length;
  }
});
