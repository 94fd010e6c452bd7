/** Whom what is published is for, on both databases. */
import { expect, test } from "vitest";
import { addUnit } from "../../org/index.ts";
import type { Person } from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { createCalendar } from "../../time/index.ts";
import { createPolicySearch } from "../search/policySearch.ts";
import { publishSome } from "../testing/somePolicies.ts";
import { findMatters, matterOf, type Asking } from "./shown.ts";

const words = "养犬应当办理登记";

function livingIn(grid: string): Person {
  const nobody = {
    nickname: null,
    language: "zh",
    isConfirmed: true,
    isPhoneOnly: false,
    memberships: [],
  } as const;
  return { ...nobody, id: `of ${grid}`, name: "王", grid };
}

describeOnEachEngine("what is published", (open) => {
  async function published() {
    const database = await open();
    const search = createPolicySearch(database, (error) => {
      throw error;
    });
    const ids = await database.transaction(async (tx) => {
      await addUnit(tx, { code: "county", name: "宁海县", kind: "county", parent: null });
      for (const code of ["qiantong", "xidian"])
        await addUnit(tx, { code, name: code, kind: "township", parent: "county" });
      const ofCounty = await publishSome(tx, "养犬条例", [words]);
      const ofQiantong = await publishSome(tx, "前童养犬办法", [words]);
      await tx.updateTable("policy").set({ unit_code: "qiantong" }).where("id", "=", ofQiantong).execute();
      return { ofCounty, ofQiantong };
    });
    await search.refresh();
    const asking = (tx: Tx, grid: string): Asking => ({
      tx,
      now: Date.parse("2026-11-23T08:20:00Z"),
      person: livingIn(grid),
      calendar: createCalendar("Asia/Shanghai"),
      post: () => Promise.resolve(true),
      draw: () => 0,
      search,
      retelling: { want: () => Promise.resolve() },
    });
    return { database, asking, search, ...ids };
  }

  test("by a township is found by its own people only, by the county by everybody", async () => {
    const { database, asking, ofCounty, ofQiantong } = await published();

    const [here, there] = await database.transaction(async (tx) => [
      await findMatters(asking(tx, "qiantong"), "养犬登记"),
      await findMatters(asking(tx, "xidian"), "养犬登记"),
    ]);

    expect(new Set(here.map(({ policy }) => policy.id))).toEqual(new Set([ofCounty, ofQiantong]));
    expect(there.map(({ policy }) => policy.id)).toEqual([ofCounty]);
  });

  test("is found however much other townships publish on the same", async () => {
    const { database, asking, search, ofQiantong } = await published();
    await database.transaction(async (tx) => {
      for (let at = 0; at < 120; at += 1) {
        const id = await publishSome(tx, `西店养犬登记 ${at}`, ["养犬登记"]);
        await tx.updateTable("policy").set({ unit_code: "xidian" }).where("id", "=", id).execute();
      }
    });
    await search.refresh();

    const found = await database.transaction((tx) => findMatters(asking(tx, "qiantong"), "养犬登记"));

    expect(found.map(({ policy }) => policy.id)).toContain(ofQiantong);
  });

  test("cannot be opened by a button once it is withdrawn or replaced", async () => {
    const { database, asking, ofCounty } = await published();
    const read = () =>
      database.transaction(async (tx) => {
        const passage = await tx
          .selectFrom("policy_passage")
          .select("id")
          .where("policy_id", "=", ofCounty)
          .executeTakeFirstOrThrow();
        return matterOf(asking(tx, "xidian"), passage.id);
      });

    const before = await read();
    await database.transaction((tx) => publishSome(tx, "养犬条例", [words], { root: ofCounty, version: 2 }));
    const after = await read();

    expect([before?.policy.id, after]).toEqual([ofCounty, undefined]);
  });
});
