import { expect, test } from "vitest";
import { describeOnEachEngine } from "../store/testing/index.ts";
import { day } from "../time/index.ts";
import { freezeIfOver, publish } from "./decide/service.ts";
import { insertMatter } from "../evaluation/testing/openTown.ts";
import { beginYear, makeAll } from "./make/schedule.ts";
import { judge } from "./object/judge.ts";
import { object, remindOfObjection } from "./object/service.ts";
import { ringYear } from "./ring.ts";
import { readableLists } from "./show/home.ts";
import { answerStar, nominate } from "./stars/service.ts";
import { linesOf, listsOf } from "./store.ts";
import { bad, good, openTownship } from "./testing/openTownship.ts";

type Stage = Awaited<ReturnType<typeof openTownship>>;

async function ringDue({ act, clock }: Stage): Promise<void> {
  const due = await act(({ tx }) =>
    tx
      .selectFrom("alarm")
      .select(["key", "subject"])
      .where("kind", "=", "year")
      .where("fired_at", "is", null)
      .where("fire_at", "<=", clock.now())
      .orderBy("key")
      .execute(),
  );
  for (const { key, subject } of due)
    await act(async (moment) => {
      await moment.tx.updateTable("alarm").set({ fired_at: moment.now }).where("key", "=", key).execute();
      await ringYear(moment, subject);
    });
}

async function gradesOf({ act }: Stage, unit: string) {
  return act(async ({ tx }) => {
    const lists = await listsOf(tx, [unit]);
    const said: Record<string, readonly string[]> = {};
    for (const { id, kind } of lists)
      said[kind] = (await linesOf(tx, id)).map(({ subject, grade }) => `${subject} ${grade}`);
    return said;
  });
}

describeOnEachEngine("the lists of a year", (open) => {
  test("are made once at their hour, with what was counted then", async () => {
    const stage = await openTownship(open);
    await stage.count("unit", "v1", good);
    await stage.count("unit", "v2", bad);
    await stage.count("person", "li", bad);
    await stage.count("person", "office", { settled: 12, settledInTime: 12, satisfied: 12 });

    for (let times = 0; times < 2; times += 1) {
      await stage.act((moment) => beginYear(moment, moment.now));
      await ringDue(stage);
    }

    expect(await gradesOf(stage, "town")).toEqual({
      cadres: ["office excellent", "li poor", "zhou ungraded", "he ungraded"],
      stars: [],
      teams: ["v1 excellent", "v2 poor"],
    });
    expect(await gradesOf(stage, "county")).toEqual({ townships: ["town poor"] });
  });

  test("of a year of which nothing is known grade nobody; of a township of one village they have one line", async () => {
    const stage = await openTownship(open, ["v1"]);
    const town = await stage.unit("town");

    await stage.as("zhao", (acting) => makeAll(acting, town, "zhao"));

    expect(await gradesOf(stage, "town")).toEqual({
      cadres: ["office ungraded", "li ungraded", "zhou ungraded"],
      stars: [],
      teams: ["v1 ungraded"],
    });
  });

  test("stay open while somebody waits, are frozen with the last answer, and keep what they were based on", async () => {
    const stage = await openTownship(open);
    await stage.count("unit", "v2", bad);
    const town = await stage.unit("town");
    await stage.as("zhao", (acting) => makeAll(acting, town, "zhao"));
    const teams = await stage.act(async ({ tx }) =>
      (await listsOf(tx, ["town"])).find(({ kind }) => kind === "teams"),
    );
    const id = teams?.id ?? 0;
    const lineOf = (subject: string) =>
      stage.act(async ({ tx }) => (await linesOf(tx, id)).find((line) => line.subject === subject));
    const state = () =>
      stage.act(async ({ tx }) => (await listsOf(tx, ["town"])).find((one) => one.id === id)?.state);
    await stage.as("main", (acting) => publish(acting, id));
    const line = await lineOf("v2");
    await stage.as("he", (acting) => object(acting, "k1", line?.id ?? 0, "算错了"));
    stage.clock.pass(20 * day);
    await stage.act((moment) => freezeIfOver(moment, id));
    const whileWaiting = await state();

    await stage.as("direct", (acting) => judge(acting, 1, { verdict: "fit", words: "核对过" }));
    const frozen = await lineOf("v2");
    await stage.act(({ tx }) => tx.deleteFrom("evaluation_day").execute());

    expect([whileWaiting, await state()]).toEqual(["published", "frozen"]);
    expect(frozen).toMatchObject({ grade: "fit", version: 2, basis: line?.basis });
    expect(await lineOf("v2")).toEqual(frozen);
  });

  test("are reminded of: the judge from the fourth day on, those above when it is late; who became concerned is asked no more", async () => {
    const stage = await openTownship(open);
    const town = await stage.unit("town");
    await stage.as("zhao", (acting) => makeAll(acting, town, "zhao"));
    const cadres = await stage.act(async ({ tx }) =>
      (await listsOf(tx, ["town"])).find(({ kind }) => kind === "cadres"),
    );
    await stage.as("main", (acting) => publish(acting, cadres?.id ?? 0));
    const line = await stage.act(async ({ tx }) =>
      (await linesOf(tx, cadres?.id ?? 0)).find(({ subject }) => subject === "li"),
    );
    await stage.as("li", (acting) => object(acting, "k1", line?.id ?? 0, "算错了"));
    const told = () =>
      stage.act(async ({ tx }) =>
        (
          await tx
            .selectFrom("nag")
            .select(["recipient", "subject"])
            .where("subject", "=", "objection 1")
            .execute()
        ).map(({ recipient }) => recipient),
      );
    stage.clock.pass(4 * day);
    await stage.act((moment) => remindOfObjection(moment, 1));
    const early = await told();
    stage.clock.pass(2 * day);
    await stage.act(({ tx }) => tx.deleteFrom("membership").where("person_id", "=", "direct").execute());
    await stage.act((moment) => remindOfObjection(moment, 1));

    expect(early).toEqual(["direct"]);
    expect((await told()).toSorted()).toEqual(["admin", "direct"]);
  });

  test("of stars name who agreed before they were published, and whoever is on a frozen one stays", async () => {
    const stage = await openTownship(open);
    const town = await stage.unit("town");
    await stage.as("zhao", (acting) => makeAll(acting, town, "zhao"));
    const stars = await stage.act(async ({ tx }) =>
      (await listsOf(tx, ["town"])).find(({ kind }) => kind === "stars"),
    );
    const lines = () => stage.act(({ tx }) => linesOf(tx, stars?.id ?? 0));
    const say = async (who: string, isYes: boolean) => {
      const own = (await lines()).find(({ subject }) => subject === who);
      await stage.as(who, (acting) => answerStar(acting, own?.id ?? 0, isYes));
      return (await lines()).map(({ subject, grade }) => `${subject} ${grade}`);
    };
    await stage.as("li", (acting) => nominate(acting, "wang", "扫路"));
    await stage.as("zhou", (acting) => nominate(acting, "chen", "清沟"));
    await stage.as("li", (acting) => nominate(acting, "aunt", "自己家的"));
    const asked = (await lines()).map(({ subject, grade }) => `${subject} ${grade}`);

    const agreed = await say("wang", true);
    await stage.as("main", (acting) => publish(acting, stars?.id ?? 0));
    const late = await say("chen", true);
    stage.clock.pass(8 * day);
    await stage.act((moment) => freezeIfOver(moment, stars?.id ?? 0));
    const frozen = await say("wang", false);

    expect(asked).toEqual(["chen asked", "wang asked"]);
    expect(agreed).toEqual(["chen asked", "wang named"]);
    expect([late, frozen]).toEqual([agreed, agreed]);
  });

  test("hold nobody back for what was put right, but for 约谈 and 通报 that stand and are of the year; nothing sealed is known", async () => {
    const stage = await openTownship(open);
    for (const village of ["v1", "v2"]) await stage.count("unit", village, good);
    await stage.count("person", "li", good);
    await stage.count("person", "he", good);
    await stage.act(async ({ tx }) => {
      const decided = (date: string) => Date.parse(`${date}T12:00+08:00`);
      for (const [number, unit, sealed] of [
        [1, "v1-G1", 0],
        [2, "v2-G1", 1],
        [3, "v2-G1", 0],
      ] as const)
        await insertMatter(tx, { number, unit, sealed });
      const rows = [
        {
          number: 1,
          kind: "admonition",
          person_id: "li",
          state: "standing",
          decided_at: decided("2025-12-31"),
        },
        { number: 2, kind: "censure", person_id: "he", state: "done", decided_at: decided("2025-03-01") },
        { number: 3, kind: "remedy", person_id: "he", state: "done", decided_at: null },
        { number: 3, kind: "admonition", person_id: "he", state: "asked", decided_at: null },
        { number: 3, kind: "censure", person_id: "he", state: "standing", decided_at: decided("2026-01-01") },
      ];
      const made = {
        unit_code: "town",
        cause: "unanswered",
        words: "谈",
        made_by: "zhao",
        made_at: decided("2025-03-01"),
      };
      for (const [index, row] of rows.entries())
        await tx
          .insertInto("follow_up")
          .values({ ...made, ...row, source_key: `f${index}` })
          .execute();
    });

    const town = await stage.unit("town");
    await stage.as("zhao", (acting) => makeAll(acting, town, "zhao"));

    expect(await gradesOf(stage, "town")).toMatchObject({
      cadres: ["office ungraded", "li fit", "zhou ungraded", "he excellent"],
      teams: ["v1 fit", "v2 excellent"],
    });
  });

  test("are nothing for somebody of whom nobody knows that she lives there", async () => {
    const stage = await openTownship(open);
    const town = await stage.unit("town");
    await stage.as("zhao", (acting) => makeAll(acting, town, "zhao"));
    for (const { id } of await stage.act(({ tx }) => listsOf(tx, ["town"])))
      await stage.as("main", (acting) => publish(acting, id));
    const read = () =>
      stage.as("wang", async (acting) => (await readableLists(acting)).map(({ list }) => list.kind));
    const known = await read();

    await stage.act(({ tx }) =>
      tx.updateTable("person").set({ confirmed_at: null }).where("id", "=", "wang").execute(),
    );

    expect([known, await read()]).toEqual([["stars"], []]);
  });
});
