import { expect, test } from "vitest";
import type { PersonId, Role } from "../../people/index.ts";
import { describeOnEachEngine, type OpenTestDatabase } from "../../store/testing/index.ts";
import { availableOf } from "../account/service.ts";
import { decideAppeal } from "../appeal/judge.ts";
import { appeal, appealable } from "../appeal/service.ts";
import { checkLedger } from "../ledger/check.ts";
import { accountOf, earn, nextPublication, write } from "../ledger/service.ts";
import { entriesOf, holdAccount } from "../ledger/store.ts";
import type { Account } from "../model.ts";
import { changeRule } from "../rules/service.ts";
import { insertRule, rulesIn } from "../rules/store.ts";
import { changeSetting } from "../settings/service.ts";
import { settingIn, settingsOf } from "../settings/store.ts";
import { actingAs, appoint } from "../testing/acting.ts";
import { grid, openPoints } from "../testing/openPoints.ts";
import { earnForTeam, takeBackFromTeam, teamAccount } from "./service.ts";
import { teamSums } from "./store.ts";
import { teamView, tellTeamStatement } from "./view.ts";

/** A village with a team of two households, its supervisors, leaders of the town, and a rule for teams. */
async function openTeam(open: OpenTestDatabase) {
  const stage = await openPoints(open);
  await stage.act(({ tx, now }) => {
    const caps = [{ per: "team", within: "month", most: 7 }] as const;
    const rule = { unit: "town", name: "team_settled", kind: "daily", delta: 2, givenBy: "outcome" } as const;
    const title = { zh: "按时办好", en: "Settled in time" };
    return insertRule(tx, { ...rule, caps, title, isDemo: true }, { by: null, now });
  });
  const [li = "", lisWife = ""] = await stage.addFamily(2);
  const [zhou = ""] = await stage.addFamily(1);
  const [wang = ""] = await stage.addFamily(1);
  const [gen = ""] = await stage.addFamily(1);
  const [xu = ""] = await stage.addFamily(1);
  const [tong = ""] = await stage.addFamily(1);
  const posts: readonly (readonly [PersonId, Role, string])[] = [
    [li, "grid_worker", grid.code],
    [zhou, "liaison_lead", "village"],
    [lisWife, "supervisor", "village"],
    [gen, "supervisor", "village"],
    [xu, "direct_leader", "town"],
    [tong, "main_leader", "town"],
  ];
  for (const [id, role, unit] of posts) await stage.act((moment) => appoint(moment, id, role, unit));
  const earns = (source: number) =>
    stage.act((moment) =>
      earnForTeam(moment, {
        rule: "team_settled",
        village: "village",
        sourceKey: `outcome ${source} 1`,
        reason: String(source),
      }),
    );
  return { ...stage, li, lisWife, zhou, wang, gen, xu, tong, earns };
}

type Stage = Awaited<ReturnType<typeof openTeam>>;

function as<T>(
  stage: Stage,
  id: PersonId,
  deed: (acting: Awaited<ReturnType<typeof actingAs>>) => Promise<T>,
) {
  return stage.act(async (moment) => deed(await actingAs(moment, id)));
}

async function ruleOf(stage: Stage): Promise<number> {
  const rules = await stage.act(({ tx }) => rulesIn(tx, ["town"]));
  return rules.find(({ name }) => name === "team_settled")?.id ?? 0;
}

async function entriesIn(stage: Stage, account: Account) {
  return stage.act(({ tx }) => entriesOf(tx, account, { limit: 50 }));
}

describeOnEachEngine("the points of a village team", (open) => {
  test("are paid once for a source and no higher than the cap, also at once", async () => {
    const stage = await openTeam(open);

    const came = await Promise.all([1, 1, 2, 3, 4, 5, 5].map((source) => stage.earns(source)));
    const entries = await entriesIn(stage, teamAccount("village"));

    expect(came.reduce((sum, { paid }) => sum + paid, 0)).toBe(7);
    expect(new Set(entries.map(({ sourceKey }) => sourceKey)).size).toBe(entries.length);
    expect(
      await stage.act(({ tx, now }) => teamSums(tx, ["village", "none"], { from: 0, until: now + 1 })),
    ).toEqual(new Map([["village", 7]]));
  });

  test("are nothing where there is no village, or no rule", async () => {
    const stage = await openPoints(open);
    const outcome = { rule: "team_settled", sourceKey: "outcome 1 1", reason: "" } as const;

    const came = await stage.act(async (moment) => [
      await earnForTeam(moment, { ...outcome, village: "village" }),
      await earnForTeam(moment, { ...outcome, village: "town" }),
      await earnForTeam(moment, { ...outcome, village: "nowhere" }),
    ]);

    expect(came).toEqual([{ paid: 0 }, { paid: 0 }, { paid: 0 }]);
  });

  test("are nobody's to spend, and in no household's sum", async () => {
    const stage = await openTeam(open);
    await stage.earns(1);
    stage.clock.set(
      (await stage.act((moment) => Promise.resolve(nextPublication(moment)))) + 40 * 86_400_000,
    );

    const has = async (account: Account) => stage.act((moment) => availableOf(moment, account));

    expect([await has(teamAccount("village")), await has(accountOf(stage.li))]).toEqual([2, 0]);
  });

  test("are taken back once, and leave room under the cap again", async () => {
    const stage = await openTeam(open);
    for (const source of [1, 2, 3, 4]) await stage.earns(source);

    await Promise.all(
      [1, 1, 9].map((source) => stage.act((moment) => takeBackFromTeam(moment, `outcome ${source} 1`))),
    );
    const again = await stage.earns(5);

    expect(again.paid).toBe(2);
    expect(
      (await entriesIn(stage, teamAccount("village"))).filter(({ reverses }) => reverses !== null),
    ).toHaveLength(1);
  });

  test("are compared with their lines every night, as every account's are", async () => {
    const stage = await openTeam(open);
    const household: Account = { kind: "household", id: "1" };
    const written = { kind: "daily", rule: null, reason: "", actor: null } as const;
    await stage.earns(1);
    await stage.act((moment) => earn(moment, { rule: "rated", person: stage.wang, sourceKey: "rated 1" }));
    await stage.act(async (moment) => {
      await holdAccount(moment.tx, household);
      await write(moment, grid, { ...written, account: household, delta: 3, sourceKey: "house 1" });
    });
    const whole = await checkLedger(stage.database);
    await stage.act(({ tx }) =>
      tx.updateTable("points_balance").set({ balance: 99 }).where("balance", "<>", 0).execute(),
    );

    const { checked, drifted } = await checkLedger(stage.database);

    expect(whole).toMatchObject({ checked: 3, drifted: [] });
    expect([checked, drifted.map(({ account }) => account.kind).toSorted()]).toEqual([
      3,
      ["household", "person", "team"],
    ]);
  });

  test("are told to those who lead the team when the month is published, once", async () => {
    const stage = await openTeam(open);
    await stage.earns(1);

    for (const _ of [1, 2]) await stage.act((moment) => tellTeamStatement(moment, "2026-11", "village"));
    const told = await stage.act(({ tx }) => tx.selectFrom("nag").select(["recipient", "saying"]).execute());

    expect(told.map(({ recipient }) => recipient)).toEqual([stage.zhou]);
    expect(told[0]?.saying).toContain("+2");
  });
});

describeOnEachEngine("an objection to a team's points", (open) => {
  test("is decided on by nobody in the team or living with one of it, and takes the entry back whole", async () => {
    const stage = await openTeam(open);
    await stage.earns(1);
    const entry = (await entriesIn(stage, teamAccount("village")))[0]?.id ?? 0;

    const handedIn = await as(stage, stage.wang, (acting) => appeal(acting, "k1", entry, "没有修好"));
    const answers = [];
    for (const [judge, points] of [
      [stage.zhou, 0],
      [stage.lisWife, 0],
      [stage.gen, 1],
      [stage.gen, 5],
      [stage.gen, 0],
      [stage.xu, 0],
    ] as const)
      answers.push(
        JSON.stringify(
          await as(stage, judge, (acting) => decideAppeal(acting, 1, { points, words: "看过" })),
        ),
      );

    expect(JSON.stringify(handedIn)).toContain(stage.gen);
    expect(
      answers.map((text) => /不归您|由别人|只能整笔|最多更正|整笔撤销了|已经答复/u.exec(text)?.[0]),
    ).toEqual(["不归您", "由别人", "只能整笔", "最多更正", "整笔撤销了", "已经答复"]);
    expect((await entriesIn(stage, teamAccount("village"))).map(({ delta }) => delta)).toEqual([-2, 2]);
  });

  test("is open to those of the village and of the team, to nobody else, and not about what was reopened", async () => {
    const stage = await openTeam(open);
    await stage.earns(1);
    await stage.earns(2);
    await stage.act((moment) => takeBackFromTeam(moment, "outcome 1 1"));
    const [back, second] = await entriesIn(stage, teamAccount("village"));
    await stage.act(({ tx }) =>
      tx.updateTable("person").set({ grid: null }).where("id", "in", [stage.zhou, stage.wang]).execute(),
    );

    const objects = async (id: PersonId, entry: number) =>
      JSON.stringify(await as(stage, id, (acting) => appeal(acting, `${id} ${entry}`, entry, "不对")));

    expect(await objects(stage.wang, second?.id ?? 0)).toContain("不是您的");
    expect(await objects(stage.zhou, back?.id ?? 0)).toContain("重新办");
    expect(await objects(stage.zhou, second?.id ?? 0)).toContain("异议交给");
    expect(await as(stage, stage.wang, (acting) => appealable(acting, "village"))).toHaveProperty("refused");
    expect(JSON.stringify(await as(stage, stage.wang, (acting) => teamView(acting, "")))).toContain("核实");
  });
});

describeOnEachEngine("what is set about points", (open) => {
  test("counts what was paid before under a cap that is changed", async () => {
    const stage = await openTeam(open);
    for (const source of [1, 2, 3]) await stage.earns(source);
    const rule = await ruleOf(stage);

    await as(stage, stage.xu, (acting) =>
      changeRule(acting, rule, { what: "cap", cap: "team-month", most: 4 }),
    );
    const above = await stage.earns(4);
    const lowered = await ruleOf(stage);
    const came = await Promise.all(
      [3, 4].map((delta) =>
        as(stage, stage.xu, (acting) => changeRule(acting, lowered, { what: "delta", delta })),
      ),
    );

    expect(above.paid).toBe(0);
    expect(new Set(came.map((said) => /改好了|已经改过/u.exec(JSON.stringify(said))?.[0]))).toEqual(
      new Set(["已经改过", "改好了"]),
    );
  });

  test("keeps both of two changes that come at once", async () => {
    const stage = await openTeam(open);

    await Promise.all([
      as(stage, stage.xu, (acting) => changeSetting(acting, "publicityDays", 7)),
      as(stage, stage.tong, (acting) => changeSetting(acting, "approveAbove", 50)),
    ]);

    expect(await stage.act(({ tx }) => settingIn(tx, ["village", "town"]))).toMatchObject({
      publicityDays: 7,
      approveAbove: 50,
    });
    expect(await stage.act(({ tx }) => settingsOf(tx, "town", 9))).toHaveLength(3);
  });
});
