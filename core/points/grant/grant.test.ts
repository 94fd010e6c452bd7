import { expect, test } from "vitest";
import type { Acting, PersonId } from "../../people/index.ts";
import { describeOnEachEngine, type OpenTestDatabase } from "../../store/testing/index.ts";
import { earn } from "../ledger/service.ts";
import { actingAs, appoint } from "../testing/acting.ts";
import { openPoints } from "../testing/openPoints.ts";
import { insertRule } from "../rules/store.ts";
import { approve } from "./decide.ts";
import { give, previewOf } from "./service.ts";

/** A giver, and whoever may agree: one who lives with her, one who lives with the receiver, and one of neither house. */
async function openHouses(open: OpenTestDatabase) {
  const stage = await openPoints(open);
  const [li = "", lisWife = ""] = await stage.addFamily(2);
  const [wang = "", wangsSon = ""] = await stage.addFamily(2);
  const [zhou = ""] = await stage.addFamily(1);
  for (const [id, role] of [
    [li, "grid_worker"],
    [lisWife, "liaison_lead"],
    [wangsSon, "operator"],
    [zhou, "direct_leader"],
  ] as const)
    await stage.act((moment) => appoint(moment, id, role, "village"));
  let keys = 0;
  const as = <T>(id: PersonId, deed: (acting: Acting, key: string) => Promise<T>) =>
    stage.act(async (moment) => deed(await actingAs(moment, id), `in:${(keys += 1)}`));
  const gives = (times: number, rule = "rescue", person = wang) =>
    as(li, (acting, key) => give(acting, key, { person, rule, times, reason: "救人" }));
  return { ...stage, li, lisWife, wang, wangsSon, zhou, as, gives };
}

describeOnEachEngine("points that a second person must agree to", (open) => {
  test("are agreed to by nobody who lives with who gives or who gets them, and nobody such is asked", async () => {
    const { as, gives, lisWife, wangsSon, zhou, li, wang } = await openHouses(open);

    const preview = await as(li, (acting) =>
      previewOf(acting, { person: wang, rule: "rescue", times: 2, reason: "救人" }),
    );
    await gives(2);
    const byWife = await as(lisWife, (acting) => approve(acting, 1));
    const bySon = await as(wangsSon, (acting) => approve(acting, 1));
    const byOther = await as(zhou, (acting) => approve(acting, 1));

    expect(JSON.stringify(preview)).toContain(zhou);
    expect([byWife, bySon, byOther]).toMatchObject([
      { zh: expect.stringContaining("别人") as string },
      { zh: expect.stringContaining("别人") as string },
      { zh: expect.stringContaining("+40") as string },
    ]);
  });

  test("are those of a household together: one large gift is not many small ones to those who live together", async () => {
    const { act, addFamily, gives, wangsSon } = await openHouses(open);
    const [neighbour = ""] = await addFamily(1);

    await gives(1);
    const toHerSon = await gives(1, "rescue", wangsSon);
    const toHerNeighbour = await gives(1, "rescue", neighbour);
    const waiting = await act(({ tx }) => tx.selectFrom("points_grant").select("person_id").execute());

    expect(JSON.stringify(toHerSon)).toContain("同意");
    expect(JSON.stringify(toHerNeighbour)).toContain("已给");
    expect(waiting).toEqual([{ person_id: wangsSon }]);
  });

  test("are counted with what waits for another of the household", async () => {
    const { gives, wangsSon } = await openHouses(open);

    await gives(2);
    const toHerSon = await gives(1, "rescue", wangsSon);

    expect(JSON.stringify(toHerSon)).toContain("同意");
  });

  test("never wait for a lock that waits for theirs", async () => {
    const { act, gives, wang, wangsSon } = await openHouses(open);
    const caps = [{ per: "household", within: "month", most: 500 }] as const;
    const yard = { unit: "town", name: "yard", kind: "daily", delta: 1, givenBy: "staff", caps } as const;
    await act(({ tx, now }) =>
      insertRule(tx, { ...yard, title: { zh: "庭院", en: "Yard" }, isDemo: true }, { by: null, now }),
    );

    const begun = performance.now();
    await Promise.all(
      Array.from({ length: 4 }, (_, index) => [
        gives(1, "yard"),
        act((moment) => earn(moment, { rule: "rated", person: wang, sourceKey: `a ${index}` })),
        act((moment) => earn(moment, { rule: "rated", person: wangsSon, sourceKey: `b ${index}` })),
      ]).flat(),
    );

    // PostgreSQL looks for a deadlock after a second, and twelve that wait so took twenty.
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});
