/** The page on Monday morning: once, to whom it is for, after an outage too; on both databases. */
import { expect, test } from "vitest";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { day, hour, runSchedules } from "../../time/index.ts";
import type { Tx } from "../../store/index.ts";
import { county, monday, openTown, town } from "../testing/openTown.ts";
import { weeklyPages } from "./weekly.ts";

interface Kept {
  readonly recipient: string;
  readonly words: string;
}

async function kept(tx: Tx): Promise<readonly Kept[]> {
  const rows = await tx.selectFrom("nag").select(["recipient", "saying"]).orderBy("key").execute();
  return rows.map(({ recipient, saying }) => {
    const { saying: said } = JSON.parse(saying) as {
      saying: { text: { zh: string }; choices: { label: { zh: string } }[] };
    };
    return { recipient, words: [said.text.zh, ...said.choices.map(({ label }) => label.zh)].join("\n") };
  });
}

describeOnEachEngine("the page on Monday morning", (open) => {
  async function openWeek(weeksOfPast: number) {
    const stage = await openTown(open);
    await stage.change(async (tx) => {
      for (const id of ["wang", "chen", "lin"]) await stage.addPerson(tx, id);
      await stage.addPerson(tx, "sun", { role: "main_leader", unit: town ?? "" });
      await stage.addPerson(tx, "chu", { role: "dispatcher", unit: county ?? "" });
      await stage.addPerson(tx, "li", { role: "grid_worker", unit: town ?? "" });
      await stage.tellOf(tx, "wang", { kind: "road", createdAt: monday - weeksOfPast * 7 * day });
      for (const id of ["wang", "chen", "lin"]) await stage.tellOf(tx, id);
    });
    const schedules = [weeklyPages(stage.momentOf)];
    const ports = {
      database: stage.database,
      timeZone: "Asia/Shanghai",
      report: (error: unknown) => {
        throw error;
      },
    };
    const run = (now: number) => {
      stage.stage.now = now;
      return runSchedules({ ...ports, clock: { now: () => now } }, schedules);
    };
    return { ...stage, run, told: () => stage.change(kept) };
  }

  const seven = monday + 7 * day + 7 * hour;

  test("goes once to leaders and command rooms, whatever runs it again, and to nobody else", async () => {
    const { run, told } = await openWeek(6);
    await run(monday + 8 * hour);

    const done = [await run(seven - hour), await run(seven), await run(seven), await run(seven + day)];

    expect(done).toEqual([0, 1, 0, 0]);
    expect(await told()).toEqual([
      {
        recipient: "chu",
        words: expect.stringContaining("某县一周热点（11月30日–12月6日），反映 3 人次") as string,
      },
      { recipient: "sun", words: expect.stringContaining("甲村 · 路灯 3 人") as string },
    ]);
  });

  test("is made up once after an outage of weeks, for the last week alone", async () => {
    const { run, told } = await openWeek(6);
    await run(monday - 14 * day);

    const done = await run(seven + 2 * day);

    expect(done).toBe(1);
    expect((await told()).map(({ recipient }) => recipient)).toEqual(["chu", "sun"]);
  });

  test("says that a week was quiet, and nothing at all while there is no past", async () => {
    const quiet = await openWeek(6);
    await quiet.run(monday + 8 * hour);
    await quiet.run(seven + 7 * day);
    const early = await openWeek(2);
    await early.run(monday + 8 * hour);
    await early.run(seven);

    expect((await quiet.told()).map(({ words }) => words)).toEqual([
      expect.stringContaining("没有什么比往常明显多"),
      expect.stringContaining("反映 0 人次"),
    ]);
    expect(await early.told()).toEqual([]);
  });

  test("is not repeated Monday after Monday where nobody tells of anything", async () => {
    const { run, told } = await openWeek(6);
    await run(monday + 8 * hour);

    const pages: number[] = [];
    for (const weeks of [0, 1, 2, 3]) {
      await run(seven + weeks * 7 * day);
      pages.push((await told()).length);
    }

    expect(pages).toEqual([2, 4, 4, 4]);
  });

  test("is right where another process counted, or nobody did", async () => {
    const { change, momentOf, stage, told } = await openWeek(6);
    stage.now = seven;

    await change((tx) => weeklyPages(momentOf).run(tx, seven));

    expect((await told()).map(({ recipient }) => recipient)).toEqual(["chu", "sun"]);
  });
});
