import { expect, test } from "vitest";
import type { Acting, PersonId } from "../../people/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { hour, minute } from "../../time/index.ts";
import { give } from "../grant/service.ts";
import { accountOf, earn, nextPublication } from "../ledger/service.ts";
import { holdAccount, insertEntry } from "../ledger/store.ts";
import type { Entry } from "../model.ts";
import { insertRule } from "../rules/store.ts";
import { shopCommand } from "../shop/keep.ts";
import { actingAs, appoint } from "../testing/acting.ts";
import { openPoints } from "../testing/openPoints.ts";
import { publicView, tellStatement } from "./service.ts";

type Stage = Awaited<ReturnType<typeof openPoints>>;

function as<T>(stage: Stage, id: PersonId, deed: (acting: Acting) => Promise<T>): Promise<T> {
  return stage.act(async (moment) => deed(await actingAs(moment, id)));
}

async function written(stage: Stage, person: PersonId, entry: Partial<Entry>): Promise<void> {
  await stage.act(async ({ tx, now }) => {
    const account = accountOf(person);
    await holdAccount(tx, account);
    const when = { at: now, publishedAt: now, effectiveAt: now };
    const more = { kind: "special", rule: null, reason: "", actor: null, reverses: null } as const;
    await insertEntry(tx, { account, delta: 20, sourceKey: "given", ...when, ...more, ...entry });
  });
}

async function statementOf(stage: Stage, person: PersonId): Promise<string> {
  await stage.act((moment) => tellStatement(moment, "2026-11", person));
  const row = await stage.act(({ tx }) => tx.selectFrom("nag").select("saying").executeTakeFirstOrThrow());
  return row.saying;
}

describeOnEachEngine("an account", (open) => {
  test("is told with the month until when what was earned is public, whatever was spent since", async () => {
    const stage = await openPoints(open);
    const [person = ""] = await stage.addFamily(1);
    await stage.act((moment) => earn(moment, { rule: "rated", person, sourceKey: "rated 1" }));
    await written(stage, person, { kind: "spent", delta: -1, sourceKey: "order 1" });

    expect(await statementOf(stage, person)).toContain("公示到 12月6日");
  });

  test("is not told that a sum that was only taken back can be used", async () => {
    const stage = await openPoints(open);
    const [person = ""] = await stage.addFamily(1);
    await written(stage, person, { delta: -5, sourceKey: "reversal 99" });

    expect(await statementOf(stage, person)).not.toContain("之后能用");
  });

  test("is on the village's list from eight on the first, and not before", async () => {
    const stage = await openPoints(open);
    const [person = ""] = await stage.addFamily(1);
    await stage.act((moment) => earn(moment, { rule: "rated", person, sourceKey: "rated 1" }));
    const publishedAt = await stage.act((moment) => Promise.resolve(nextPublication(moment)));
    const listed = async (at: number) => {
      stage.clock.set(at);
      return JSON.stringify(await as(stage, person, (acting) => publicView(acting, 1)));
    };

    const [atMidnight, before, then] = [
      await listed(publishedAt - 7 * hour),
      await listed(publishedAt - minute),
      await listed(publishedAt),
    ];

    expect([atMidnight, before].map((text) => text.includes("+2"))).toEqual([false, false]);
    expect(then).toContain("+2");
  });

  test("gets once what can be earned once, however many months go by", async () => {
    const stage = await openPoints(open);
    const [li = ""] = await stage.addFamily(1);
    const [person = ""] = await stage.addFamily(1);
    await stage.act(async (moment) => {
      await appoint(moment, li, "grid_worker", "village");
      const caps = [{ per: "person", within: "ever", most: 10 }] as const;
      const rule = {
        unit: "town",
        name: "registered",
        kind: "natural",
        delta: 10,
        givenBy: "staff",
      } as const;
      const title = { zh: "登记", en: "Registered" };
      await insertRule(moment.tx, { ...rule, title, caps, isDemo: true }, { by: null, now: moment.now });
    });
    const gives = (key: string) =>
      as(stage, li, (acting) => give(acting, key, { person, rule: "registered", times: 1, reason: "登记" }));

    await gives("one");
    stage.clock.pass(40 * 24 * hour);
    await gives("two");

    const rows = await stage.act(({ tx }) => tx.selectFrom("points_entry").select("delta").execute());
    expect(rows).toEqual([{ delta: 10 }]);
  });
});

describeOnEachEngine("a shop", (open) => {
  test("is shown to whoever keeps it by two posts", async () => {
    const stage = await openPoints(open);
    const [jin = ""] = await stage.addFamily(1);
    for (const role of ["shopkeeper", "operator"] as const)
      await stage.act((moment) => appoint(moment, jin, role, "village"));

    const shown = await as(stage, jin, (acting) => shopCommand(acting, "", 1));

    expect(JSON.stringify(shown)).toContain("某村");
  });
});
