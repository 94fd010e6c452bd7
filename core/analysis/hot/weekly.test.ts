/** The page on Monday morning: once, to whom it is for, after an outage too; on both databases. */
import { expect, test } from "vitest";
import { sayings } from "../../dialogue/index.ts";
import { insertMembership } from "../../people/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { createCalendar, day, hour, runSchedules } from "../../time/index.ts";
import type { Tx } from "../../store/index.ts";
import { weekOf } from "../../tickets/index.ts";
import { county, first, monday, openTown, second, town } from "../testing/openTown.ts";
import { toldWeeks, weeklyPages } from "./weekly.ts";
import { hotView } from "./page.ts";
import { hotIn } from "./weeks.ts";

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
    const schedules = [weeklyPages(stage.database, stage.momentOf)];
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

  test("comes though nobody told of anything, where questions about policies were not answered", async () => {
    const { run, told, change } = await openWeek(6);
    await run(monday + 8 * hour);
    const question = { source_key: "q", person_id: "wang", unit_code: `${first}-G1`, words: "公墓怎么买" };
    await change((tx) =>
      tx
        .insertInto("policy_question")
        .values({ ...question, state: "unanswered", asked_at: monday + 22 * day })
        .execute(),
    );

    const pages: string[][] = [];
    for (const weeks of [2, 3, 4]) {
      await run(seven + weeks * 7 * day);
      pages.push((await told()).map(({ words }) => words));
    }

    expect(pages.map((all) => all.length)).toEqual([0, 2, 2]);
    expect(pages[1]?.every((words) => words.includes("没答上的政策问题 1 样"))).toBe(true);
  });

  test("is right where another process counted, or nobody did", async () => {
    const { database, change, momentOf, stage, told } = await openWeek(6);
    stage.now = seven;

    await change((tx) => weeklyPages(database, momentOf).run(tx, seven));

    expect((await told()).map(({ recipient }) => recipient)).toEqual(["chu", "sun"]);
  });

  test("is read by whoever stands in for a leader who is away, and where all are away in the command room above", async () => {
    const { database, change, addPerson, momentOf, stage, told, said } = await openWeek(6);
    stage.now = seven;
    const off = { from_at: 1, until_at: null, reason: "", made_by: "sun", created_at: 1 };
    await change(async (tx) => {
      await addPerson(tx, "he", { role: "area_leader", unit: town ?? "" });
      await addPerson(tx, "zhou", { role: "liaison_lead", unit: first ?? "" });
      await addPerson(tx, "fang", { role: "main_leader", unit: county ?? "" });
      for (const person_id of ["sun", "he"])
        await tx
          .insertInto("absence")
          .values({ person_id, ...off })
          .execute();
      const post = { unit_code: town ?? "", role: "main_leader", person_id: "sun", created_at: 1 };
      await tx
        .insertInto("deputy")
        .values({ ...post, deputy_id: "zhou" })
        .execute();
    });

    await change((tx) => weeklyPages(database, momentOf).run(tx, seven));
    const stoodIn = said.map(({ address, blocks }) => [address, JSON.stringify(blocks)]);
    const withDeputy = (await told()).map(({ recipient }) => recipient);
    await change(async (tx) => {
      await tx.deleteFrom("deputy").execute();
      await tx.deleteFrom("nag").execute();
      await weeklyPages(database, momentOf).run(tx, seven);
    });

    expect(stoodIn).toEqual([["paper/bot/zhou", expect.stringContaining("甲村 · 路灯 3 人") as string]]);
    expect(stoodIn[0]?.[1]).not.toContain("/hot");
    expect(withDeputy).toEqual(["chu", "fang"]);
    expect((await told()).map(({ recipient, words }) => `${recipient} ${words.slice(0, 2)}`)).toEqual([
      "chu 某县",
      "fang 某县",
      "chu 某镇",
    ]);
  });

  test("is the same from what was counted at night as counted anew, and a side of a dispute reads none of hers in its past", async () => {
    const { database, change, addPerson, tellOf, momentOf, stage } = await openWeek(6);
    stage.now = seven;
    const week = weekOf(createCalendar("Asia/Shanghai").zone, seven, 1);
    const hotFor = (readers: readonly string[]) =>
      change(async (tx) => {
        const { topics, told } = await hotIn(momentOf(tx), week, readers);
        return [topics, told];
      });
    await change(async (tx) => {
      await addPerson(tx, "side");
      const number = await tellOf(tx, "wang", { kind: "dispute", createdAt: monday - 20 * day });
      const opened = { number, state: "hearing", opened_by: "li", opened_at: monday };
      await tx.insertInto("mediation").values(opened).execute();
      const party = { number, person_id: "side", name: "side", state: "asked" };
      await tx.insertInto("mediation_party").values(party).execute();
    });

    const anew = [await hotFor([]), await hotFor(["side"])];
    await toldWeeks(database, momentOf).before();
    const fromNight = [await hotFor([]), await hotFor(["side"])];

    expect(fromNight).toEqual(anew);
    expect(JSON.stringify(fromNight[0])).toContain("dispute");
    expect(JSON.stringify(fromNight[1])).not.toContain("dispute");
  });

  test("asked for by whoever leads two places is one of them, with a way to the other", async () => {
    const { as, change, addPerson, stage } = await openWeek(6);
    stage.now = seven;
    await change(async (tx) => {
      await addPerson(tx, "two", { role: "main_leader", unit: first ?? "" });
      await insertMembership(tx, "two", { role: "area_leader", unit: second ?? "" }, monday);
    });

    const page = await as("two", (acting) => hotView(acting, "", undefined, 1));

    const tokens = sayings(page).flatMap(({ choices = [] }) => choices.map(({ token }) => token));
    expect(tokens).toContain(`/hot ${second}`);
    expect(tokens).not.toContain(`/hot ${first}`);
  });

  test("what was taken back since is out of the past after the next night", async () => {
    const { database, change, momentOf, stage } = await openWeek(6);
    stage.now = seven;
    const week = weekOf(createCalendar("Asia/Shanghai").zone, seven, 1);
    const peopleThen = () =>
      change(async (tx) => (await hotIn(momentOf(tx), week, [])).told.some(({ kind }) => kind === "road"));
    await toldWeeks(database, momentOf).before();
    const before = await peopleThen();

    await change((tx) =>
      tx.updateTable("ticket").set({ state: "withdrawn" }).where("kind", "=", "road").execute(),
    );
    await toldWeeks(database, momentOf).before();

    expect([before, await peopleThen()]).toEqual([true, false]);
  });
});
