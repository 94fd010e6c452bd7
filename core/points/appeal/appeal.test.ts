import { expect, test } from "vitest";
import type { PersonId, Role } from "../../people/index.ts";
import { describeOnEachEngine, type OpenTestDatabase } from "../../store/testing/index.ts";
import { day } from "../../time/index.ts";
import { availableOf } from "../account/service.ts";
import { give } from "../grant/service.ts";
import { approve } from "../grant/decide.ts";
import { takeBack } from "../grant/given.ts";
import { accountOf } from "../ledger/service.ts";
import { balanceOf, entriesOf } from "../ledger/store.ts";
import { actingAs, appoint } from "../testing/acting.ts";
import { openPoints } from "../testing/openPoints.ts";
import { decideAppeal, judgeable } from "./judge.ts";
import { appeal, appealable, remindOfAppeal } from "./service.ts";

/** A villager, and posts each in a house of its own. */
async function openVillage(open: OpenTestDatabase, posts: Readonly<Record<string, Role>>) {
  const stage = await openPoints(open);
  const people: Record<string, PersonId> = {};
  for (const name of ["wang", ...Object.keys(posts)]) people[name] = (await stage.addFamily(1))[0] ?? "";
  const who = (name: string): PersonId => people[name] ?? name;
  for (const [name, role] of Object.entries(posts))
    await stage.act((moment) => appoint(moment, who(name), role, "village"));
  let keys = 0;
  const as = <T>(
    name: string,
    deed: (acting: Awaited<ReturnType<typeof actingAs>>, key: string) => Promise<T>,
  ) => stage.act(async (moment) => deed(await actingAs(moment, who(name)), `in:${(keys += 1)}`));
  const account = accountOf(who("wang"));
  return {
    ...stage,
    who,
    as,
    entries: () => stage.act(async ({ tx }) => (await entriesOf(tx, account, { limit: 50 })).toReversed()),
    balance: () => stage.act(({ tx }) => balanceOf(tx, account)),
    available: () => stage.act((moment) => availableOf(moment, account)),
    gives: (name: string) =>
      as(name, (acting, key) =>
        give(acting, key, { person: who("wang"), rule: "rescue", times: 1, reason: "救人" }),
      ),
    objects: (entry: number | null, words = "记错了") =>
      as("wang", (acting, key) => appeal(acting, key, entry, words)),
    answers: (name: string, id: number, points: number | null) =>
      as(name, (acting) => decideAppeal(acting, id, { points, words: "查过了" })),
  };
}

const usual = { li: "grid_worker", tong: "supervisor", xu: "direct_leader" } as const;

describeOnEachEngine("an objection", (open) => {
  test("that was answered cannot be undone by whoever gave the points", async () => {
    const village = await openVillage(open, usual);
    await village.gives("li");
    await village.objects(1);
    await village.answers("tong", 1, 10);
    const before = await village.balance();

    for (const entry of [1, 2, 3]) await village.as("li", (acting) => takeBack(acting, entry, "不该给"));

    expect([before, await village.balance()]).toEqual([10, 10]);
  });

  test("is answered once: neither the entry nor what took it back pays again", async () => {
    const village = await openVillage(open, usual);
    await village.gives("li");
    await village.objects(1);
    await village.answers("tong", 1, 10);

    for (const entry of [1, 2]) await village.objects(entry);
    for (const id of [2, 3]) await village.answers("tong", id, 20);

    expect(await village.balance()).toBe(10);
  });

  test("that comes from two chats at the same moment is one", async () => {
    const village = await openVillage(open, usual);
    await village.gives("li");

    await Promise.all([village.objects(1), village.objects(1), village.objects(null), village.objects(null)]);

    const kept = await village.act(({ tx }) =>
      tx.selectFrom("points_appeal").select("entry_id").orderBy("entry_id").execute(),
    );
    expect(new Set(kept.map(({ entry_id }) => entry_id))).toEqual(new Set([1, null]));
    expect(kept).toHaveLength(2);
  });

  test("to something missing counts together with what its judge granted before", async () => {
    const village = await openVillage(open, usual);

    for (const id of [1, 2, 3]) {
      await village.objects(null);
      await village.answers("tong", id, 20);
    }

    expect(await village.balance()).toBe(20);
  });

  test("to what was taken back wrongly can restore all of it, and no judge takes a taking back back", async () => {
    const village = await openVillage(open, { ...usual, zhou: "liaison_lead" });
    for (let times = 0; times < 2; times += 1) await village.gives("li");
    await village.as("zhou", (acting) => approve(acting, 1));
    await village.as("li", (acting) =>
      give(acting, "more", { person: village.who("wang"), rule: "rescue", times: 3, reason: "救人" }),
    );
    await village.as("zhou", (acting) => approve(acting, 2));
    await village.as("li", (acting) => takeBack(acting, 3, "不该给"));
    await village.objects(4);

    const found = await village.as("tong", (acting) => judgeable(acting, 1));
    await village.answers("tong", 1, 60);

    expect(found).toMatchObject({ most: 60 });
    expect(await village.balance()).toBe(100);
  });

  test("is not decided by who agreed to the points, nor by who lives with who gave them", async () => {
    const village = await openVillage(open, { li: "grid_worker", xu: "direct_leader" });
    const [giver = "", spouse = ""] = await village.addFamily(2);
    await village.act((moment) => appoint(moment, giver, "grid_worker", "village"));
    await village.act((moment) => appoint(moment, spouse, "supervisor", "village"));
    await village.gives("li");
    await village.gives("li");
    await village.as("xu", (acting) => approve(acting, 1));
    await village.objects(2);
    await village.gives(giver);
    await village.objects(3);

    const states = await village.act(({ tx }) =>
      tx.selectFrom("points_appeal").select(["entry_id", "judge_id"]).orderBy("id").execute(),
    );
    const byApprover = await village.as("xu", (acting) => judgeable(acting, 1));
    const bySpouse = await village.as(spouse, (acting) => judgeable(acting, 2));

    expect(states).toEqual([
      { entry_id: 2, judge_id: spouse },
      { entry_id: 3, judge_id: village.who("xu") },
    ]);
    expect([byApprover, bySpouse]).toMatchObject([{ refused: {} }, { refused: {} }]);
  });

  test("that is right costs nothing that was in effect", async () => {
    const village = await openVillage(open, usual);
    await village.gives("li");
    village.clock.pass(30 * day);
    const before = await village.available();
    await village.objects(1);
    await village.answers("tong", 1, 15);
    const lowered = await village.available();

    expect([before, lowered]).toEqual([20, 15]);
  });

  test("offers nothing that was taken back or answered", async () => {
    const village = await openVillage(open, usual);
    await village.gives("li");
    await village.objects(1);
    await village.answers("tong", 1, 10);

    const found = await village.as("wang", (acting) => appealable(acting, null));

    expect("entries" in found && found.entries.map(({ id }) => id)).toEqual(["3"]);
  });

  test("goes past whoever it names", async () => {
    const village = await openVillage(open, usual);
    await village.objects(null, `${village.who("tong")}偏心，少给我记`);

    const { judge_id } = await village.act(({ tx }) =>
      tx.selectFrom("points_appeal").select("judge_id").executeTakeFirstOrThrow(),
    );

    expect(judge_id).toBe(village.who("xu"));
  });

  test("goes on to somebody else when its judge has left the post", async () => {
    const village = await openVillage(open, usual);
    await village.objects(null);
    await village.act(({ tx }) =>
      tx.deleteFrom("membership").where("person_id", "=", village.who("tong")).execute(),
    );
    await village.act((moment) => appoint(moment, village.who("li"), "supervisor", "village"));
    village.clock.pass(4 * day);
    await village.act((moment) => remindOfAppeal(moment, 1));

    const { judge_id } = await village.act(({ tx }) =>
      tx.selectFrom("points_appeal").select("judge_id").executeTakeFirstOrThrow(),
    );

    expect(judge_id).toBe(village.who("li"));
  });
});
