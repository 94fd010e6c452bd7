import fc from "fast-check";
import { expect, test } from "vitest";
import type { Moment, PersonId } from "../../people/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { day, hour, minute } from "../../time/index.ts";
import { caps, grid, openPoints } from "../testing/openPoints.ts";
import { checkLedger } from "./check.ts";
import { accountOf, earn, nextPublication, reverse, write } from "./service.ts";
import { balanceOf, entriesOf, holdAccount, pendingOf } from "./store.ts";

type Stage = Awaited<ReturnType<typeof openPoints>>;

type Deed =
  | { readonly do: "rate"; readonly who: number; readonly source: number }
  | { readonly do: "give"; readonly who: number; readonly source: number; readonly delta: number }
  | { readonly do: "reverse"; readonly who: number; readonly which: number }
  | { readonly do: "wait"; readonly hours: number };

const who = fc.nat({ max: 2 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("rate" as const), who, source: fc.nat({ max: 20 }) }) },
  fc.record({
    do: fc.constant("give" as const),
    who,
    source: fc.nat({ max: 5 }),
    delta: fc.integer({ min: -30, max: 60 }),
  }),
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("reverse" as const), who, which: fc.nat({ max: 8 }) }),
  },
  fc.record({ do: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 200 }) }),
);

async function carryOut(moment: Moment, people: readonly PersonId[], one: Deed): Promise<void> {
  if (one.do === "wait") return;
  const person = people[one.who] ?? "";
  const account = accountOf(person);
  if (one.do === "rate") {
    // The source names no person: another who comes with it is not paid either.
    await earn(moment, { rule: "rated", person, sourceKey: `${people[0]} rated ${one.source}` });
  } else if (one.do === "give") {
    await holdAccount(moment.tx, account);
    const sourceKey = `${people[0]} given ${one.source}`;
    const { delta } = one;
    await write(moment, grid, {
      account,
      delta,
      sourceKey,
      kind: "special",
      reason: "",
      actor: null,
      rule: null,
    });
  } else {
    const entries = await entriesOf(moment.tx, account, { limit: 50 });
    const found = entries.filter(({ reverses }) => reverses === null)[one.which];
    if (found) await reverse(moment, found.id, { reason: "记错了", actor: null });
  }
}

/** What must be true of the ledger of a family, whatever was done. */
async function checkFamily({ database, act }: Stage, people: readonly PersonId[]): Promise<void> {
  const ledgers = await act(async ({ tx }) => {
    const found = [];
    for (const account of people.map(accountOf))
      found.push({
        balance: await balanceOf(tx, account),
        entries: await entriesOf(tx, account, { limit: 500 }),
      });
    return found;
  });
  for (const { balance, entries } of ledgers)
    expect(balance).toBe(entries.reduce((sum, { delta }) => sum + delta, 0));
  const all = ledgers.flatMap(({ entries }) => entries);
  const sources = all.map(({ sourceKey }) => sourceKey);
  expect(new Set(sources).size).toBe(sources.length);
  const back = new Set(all.map(({ reverses }) => reverses));
  const rated = all.filter(({ id, rule, reverses }) => rule !== null && reverses === null && !back.has(id));
  for (const [most, keyOf] of [
    [caps[0]?.most, (at: number, id: string) => `${id} ${Math.floor((at + 8 * hour) / day)}`],
    [caps[1]?.most, (at: number, id: string) => `${id} ${new Date(at + 8 * hour).toISOString().slice(0, 7)}`],
    [caps[2]?.most, (at: number) => new Date(at + 8 * hour).toISOString().slice(0, 7)],
  ] as const) {
    const sums = new Map<string, number>();
    for (const { at, account, delta } of rated) {
      const key = keyOf(at, account.id);
      sums.set(key, (sums.get(key) ?? 0) + delta);
    }
    expect(Math.max(0, ...sums.values())).toBeLessThanOrEqual(most ?? 0);
  }
  expect(await checkLedger(database)).toMatchObject({ drifted: [], isWhole: true });
}

describeOnEachEngine("the ledger", (open) => {
  test("comes to the balance, pays a source once and passes no cap, whatever is done in whatever order and at once", async () => {
    const stage = await openPoints(open);

    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(deed, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
        async (rounds) => {
          const people = await stage.addFamily(3);
          for (const round of rounds) {
            for (const one of round) if (one.do === "wait") stage.clock.pass(one.hours * hour);
            await Promise.all(round.map((one) => stage.act((moment) => carryOut(moment, people, one))));
          }
          await checkFamily(stage, people);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("pays a household no more than its cap when all of it comes at the same moment", async () => {
    const stage = await openPoints(open);
    const people = await stage.addFamily(6);

    const came = await Promise.all(
      people.flatMap((person) =>
        [1, 2, 3].map((index) =>
          stage.act((moment) => earn(moment, { rule: "rated", person, sourceKey: `${person} ${index}` })),
        ),
      ),
    );

    expect(came.reduce((sum, { paid }) => sum + paid, 0)).toBe(15);
    await checkFamily(stage, people);
  });

  test("publishes on the first of the next month, and takes effect five days later", async () => {
    const stage = await openPoints(open);
    const [person = ""] = await stage.addFamily(1);

    await stage.act((moment) => earn(moment, { rule: "rated", person, sourceKey: "rated 1" }));
    const pending = async () =>
      (await stage.act(({ tx, now }) => pendingOf(tx, accountOf(person), now))).map(({ sum }) => sum);
    const before = await pending();
    const publishedAt = await stage.act((moment) => Promise.resolve(nextPublication(moment)));
    stage.clock.set(publishedAt + 5 * day - minute);
    const inPublicity = await pending();
    stage.clock.pass(minute);

    expect(new Date(publishedAt).toISOString()).toBe("2026-12-01T00:00:00.000Z");
    expect([before, inPublicity, await pending()]).toEqual([[2], [2], []]);
  });

  test("what is taken back before it took effect never does, and once only", async () => {
    const stage = await openPoints(open);
    const [person = ""] = await stage.addFamily(1);
    const { entry = 0 } = await stage.act((moment) =>
      earn(moment, { rule: "rated", person, sourceKey: "rated 1" }),
    );

    const first = await stage.act((moment) => reverse(moment, entry, { reason: "重复", actor: "li" }));
    const second = await stage.act((moment) => reverse(moment, entry, { reason: "重复", actor: "li" }));
    const account = accountOf(person);
    const balance = await stage.act(({ tx }) => balanceOf(tx, account));
    const pending = await stage.act(({ tx, now }) => pendingOf(tx, account, now));

    expect(first).toBeTypeOf("number");
    expect([second, balance]).toEqual([undefined, 0]);
    expect(pending).toMatchObject([{ sum: 0 }]);
  });

  test("what was taken back leaves room under the caps", async () => {
    const stage = await openPoints(open);
    const [person = ""] = await stage.addFamily(1);
    const rate = (source: number) =>
      stage.act((moment) => earn(moment, { rule: "rated", person, sourceKey: `rated ${source}` }));
    const { entry = 0 } = await rate(1);
    await rate(2);
    const atTheCap = [await rate(3), await rate(4)].map(({ paid }) => paid);

    await stage.act((moment) => reverse(moment, entry, { reason: "重复", actor: "li" }));
    const after = await rate(5);

    expect(atTheCap).toEqual([1, 0]);
    expect(after.paid).toBe(2);
  });

  test("whoever is not confirmed earns nothing", async () => {
    const stage = await openPoints(open);
    const [person = ""] = await stage.addFamily(1, false);

    const came = await stage.act((moment) => earn(moment, { rule: "rated", person, sourceKey: "rated 1" }));

    expect(came).toEqual({ paid: 0 });
  });

  test("a balance that is not the sum, one that nothing explains and one that is missing are found", async () => {
    const stage = await openPoints(open);
    const [changed = "", missing = ""] = await stage.addFamily(2);
    for (const person of [changed, missing])
      await stage.act((moment) => earn(moment, { rule: "rated", person, sourceKey: `rated ${person}` }));
    await stage.act(async ({ tx }) => {
      await tx.updateTable("points_balance").set({ balance: 99 }).where("account_id", "=", changed).execute();
      await tx.deleteFrom("points_balance").where("account_id", "=", missing).execute();
      const unexplained = { account_kind: "team", account_id: "village", balance: 5 };
      await tx.insertInto("points_balance").values(unexplained).execute();
    });

    const { checked, drifted } = await checkLedger(stage.database);

    expect(checked).toBe(2);
    expect(drifted.map(({ account, balance, sum }) => [account.id, balance, sum])).toEqual([
      [changed, 99, 2],
      [missing, null, 2],
      ["village", 5, 0],
    ]);
  });
});
