import { expect, test } from "vitest";
import { publishedSheet } from "../core/bulletins/index.ts";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { day } from "../core/time/index.ts";
import { createProgramStage, seedVillage, type ProgramStage } from "./testing/programStage.ts";

const township = "330226106000";
const village = "330226106235";

async function say(stage: ProgramStage, persona: string, text: string): Promise<void> {
  await stage.say(persona, { type: "text", text });
}

async function command(stage: ProgramStage, persona: string, name: string, args: string): Promise<void> {
  await stage.say(persona, { type: "command", name, args });
}

/** Every sheet of a unit, the oldest period first. */
async function sheetsOf(stage: ProgramStage, unit: string, kind = "weekly") {
  return stage
    .database()
    .transaction((tx) =>
      tx
        .selectFrom("bulletin")
        .select(["id", "state", "version", "period_from", "sheet"])
        .where("unit_code", "=", unit)
        .where("kind", "=", kind)
        .orderBy("period_from")
        .orderBy("version")
        .execute(),
    );
}

async function report(stage: ProgramStage, persona: string, words: string): Promise<void> {
  await say(stage, persona, words);
  await say(stage, persona, "1");
}

describeOnEachEngine("weekly sheets and monthly bulletins", (open) => {
  test("after an outage over the new year each week and month is made once, for its own days, by several programs at once", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    await stage.program().sweep();
    stage.clock.pass(45 * day);

    await Promise.all([stage.program().sweep(), stage.program().sweep()]);
    await stage.program().sweep();

    const weeks = await sheetsOf(stage, township);
    const months = await sheetsOf(stage, township, "monthly");
    const firsts = weeks.map(
      ({ sheet }) => (JSON.parse(sheet) as { period: { first: string } }).period.first,
    );
    expect(firsts).toEqual(
      ["11-23", "11-30", "12-07", "12-14", "12-21", "12-28"].map((date) => `2026-${date}`),
    );
    expect(months.map(({ version }) => version)).toEqual([1, 1]);
    expect((await sheetsOf(stage, village)).length).toBe(6);
    expect((await sheetsOf(stage, "330226107000")).length).toBe(0);
  }, 60_000);

  test("what was published stays as it was, to the letter; a correction is a version of its own", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    await report(stage, "王婶", "村口的路灯坏了");
    await stage.pass(8 * day);
    const [before] = await sheetsOf(stage, township);
    await command(stage, "小赵", "weekly", `yes ${before?.id}`);
    await stage.database().transaction(async (tx) => {
      await tx.updateTable("ticket").set({ sealed: 1 }).where("number", "=", 1001).execute();
    });
    await stage.pass(8 * day);
    const [published] = await sheetsOf(stage, township);

    await command(stage, "小赵", "weekly", `correct ${before?.id}`);
    await say(stage, "小赵", "1001 不是村里的事");

    const [first, second] = await sheetsOf(stage, township);
    expect(published?.sheet).toBe(before?.sheet);
    expect([first?.state, first?.sheet]).toEqual(["published", before?.sheet]);
    expect([second?.state, second?.version]).toEqual(["waiting", 2]);
    expect(second?.sheet).toContain("1001 不是村里的事");
    expect(JSON.parse(second?.sheet ?? "{}")).toMatchObject({ overdue: { total: 0 } });
  }, 60_000);

  test("everybody's sheet has nothing of what is sealed, about somebody, or complained of; a waiting one is nobody's", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    await report(stage, "王婶", "村口的路灯坏了");
    await report(stage, "陈伯", "桥头的路灯坏了");
    await report(stage, "小林", "晒谷场边上的水沟堵了");
    await report(stage, "小林", "老祠堂那边的自来水停了");
    await stage.database().transaction(async (tx) => {
      await tx.updateTable("ticket").set({ kind: "dispute" }).where("number", "=", 1003).execute();
      await tx.updateTable("ticket").set({ about_id: "demo-li" }).where("number", "=", 1004).execute();
    });
    await stage.pass(7 * day);
    const [own] = await sheetsOf(stage, village);
    const [bundle] = await sheetsOf(stage, township);
    const readIt = () => stage.database().transaction((tx) => publishedSheet(tx, own?.id ?? 0));
    const whileWaiting = await readIt();
    await command(stage, "小赵", "weekly", `yes ${bundle?.id}`);
    const whole = await readIt();
    await stage.database().transaction(async (tx) => {
      await tx.updateTable("ticket").set({ sealed: 1 }).where("number", "=", 1002).execute();
    });

    const afterSealing = await readIt();

    const numbers = (sheet: typeof whole) => sheet?.overdue.matters.map(({ number }) => number);
    expect(whileWaiting).toBeUndefined();
    expect([whole?.overdue.total, numbers(whole)]).toEqual([3, [1001, 1002]]);
    expect(numbers(afterSealing)).toEqual([1001]);
    expect(JSON.stringify(whole)).not.toMatch(/王秀英|陈德福|林小妹|宅基地|李建国|老李/u);
  }, 60_000);

  test("villages' figures add up to their township's", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    await report(stage, "王婶", "村口的路灯坏了");
    await report(stage, "小林", "桥头的路灯坏了");
    await stage.pass(7 * day);

    const [own] = await sheetsOf(stage, township);

    const { received, rows } = JSON.parse(own?.sheet ?? "{}") as {
      received: number;
      rows: readonly { received: number }[];
    };
    expect([received, rows.length]).toEqual([2, 17]);
    expect(rows.reduce((sum, row) => sum + row.received, 0)).toBe(2);
  }, 60_000);
});
