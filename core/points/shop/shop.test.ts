import fc from "fast-check";
import { expect, test } from "vitest";
import { type Acting, type Moment, type PersonId } from "../../people/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { day } from "../../time/index.ts";
import { availableOf } from "../account/service.ts";
import { checkLedger } from "../ledger/check.ts";
import { accountOf } from "../ledger/service.ts";
import { holdAccount, insertEntry } from "../ledger/store.ts";
import { actingAs } from "../testing/acting.ts";
import { grid, openPoints } from "../testing/openPoints.ts";
import { handOver } from "./keep.ts";
import { cancel, order, ringOrder } from "./service.ts";
import { goodsById, insertGoods, orderById, type GoodsId } from "./store.ts";

type Stage = Awaited<ReturnType<typeof openPoints>>;

type Deed =
  | { readonly do: "order" | "repeat"; readonly who: number }
  | { readonly do: "cancel" | "fetch" | "ring"; readonly who: number; readonly which: number }
  | { readonly do: "wait"; readonly days: number };

const who = fc.nat({ max: 2 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom("order" as const, "repeat" as const), who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("cancel" as const, "fetch" as const, "ring" as const),
      who,
      which: fc.nat({ max: 4 }),
    }),
  },
  fc.record({ do: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 8 }) }),
);

/** Somebody who has so many points to spend. */
async function pay(stage: Stage, person: PersonId, delta: number): Promise<void> {
  await stage.act(async ({ tx, now }) => {
    const account = accountOf(person);
    await holdAccount(tx, account);
    const when = { at: now, publishedAt: now, effectiveAt: now };
    const more = { kind: "special", rule: null, reason: "", actor: null, reverses: null } as const;
    await insertEntry(tx, { account, delta, sourceKey: `given ${person}`, ...when, ...more });
  });
}

async function openShop(stage: Stage, stock: number, price = 10): Promise<GoodsId> {
  const name = `肥皂 ${stage.clock.now()}`;
  const goods = { unit: "village", name: { zh: name, en: name }, price, stock, monthMost: 3 };
  const id = await stage.act(({ tx, now }) =>
    insertGoods(tx, { ...goods, picture: null, isDemo: true }, { by: null, now }),
  );
  if (id === undefined) throw new Error("there are goods of that name");
  return id;
}

async function ordersFor(stage: Stage, goods: GoodsId) {
  return stage.act(({ tx }) =>
    tx.selectFrom("shop_order").selectAll().where("goods_id", "=", goods).orderBy("id").execute(),
  );
}

async function keeper(moment: Moment): Promise<Acting> {
  const memberships = [{ role: "shopkeeper", unit: "village" }] as const;
  const person = { id: "jin", name: "jin", nickname: null, language: "zh", grid: grid.code } as const;
  return { ...moment, person: { ...person, isConfirmed: true, isPhoneOnly: false, memberships } };
}

async function carryOut(stage: Stage, goods: GoodsId, people: readonly PersonId[], one: Deed, key: string) {
  if (one.do === "wait") return;
  const person = people[one.who] ?? "";
  if (!("which" in one)) {
    const source = one.do === "order" ? key : `${goods} ${person} again`;
    await stage.act(async (moment) =>
      order(await actingAs(moment, person), source, { id: goods, agreed: 10 }),
    );
    return;
  }
  const found = (await ordersFor(stage, goods)).filter(({ person_id }) => person_id === person)[one.which];
  if (!found) return;
  if (one.do === "cancel")
    await stage.act(async (moment) => cancel(await actingAs(moment, person), found.id));
  if (one.do === "ring") await stage.act((moment) => ringOrder(moment, found.id));
  if (one.do === "fetch" && found.code !== null)
    await stage.act(async (moment) => handOver(await keeper(moment), found.code ?? ""));
}

describeOnEachEngine("the shop", (open) => {
  test("never has less than nothing, and every point is spent once or back, whatever is done in whatever order and at once", async () => {
    const stage = await openPoints(open);

    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 4 }),
        fc.array(fc.array(deed, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
        async (stock, rounds) => {
          stage.clock.pass(1);
          const goods = await openShop(stage, stock);
          const people = await stage.addFamily(3);
          for (const person of people) await pay(stage, person, 25);
          for (const [index, round] of rounds.entries()) {
            for (const one of round) if (one.do === "wait") stage.clock.pass(one.days * day);
            await Promise.all(
              round.map((one, at) => carryOut(stage, goods, people, one, `${goods} ${index} ${at}`)),
            );
          }

          const orders = await ordersFor(stage, goods);
          const held = orders.filter(({ state }) => state === "open" || state === "fetched");
          const left = await stage.act(({ tx }) => goodsById(tx, goods));
          expect(left?.stock).toBe(stock - held.length);
          expect(left?.stock).toBeGreaterThanOrEqual(0);
          for (const person of people) {
            const spent = held.filter(({ person_id }) => person_id === person).length * 10;
            const available = await stage.act((moment) => availableOf(moment, accountOf(person)));
            expect(available).toBe(25 - spent);
            expect(available).toBeGreaterThanOrEqual(0);
          }
          const codes = orders.flatMap(({ state, code }) => (state === "open" ? [code] : []));
          expect(new Set(codes).size).toBe(codes.length);
          expect(orders.filter(({ state, code }) => (state === "open") !== (code !== null))).toEqual([]);
          expect((await checkLedger(stage.database)).drifted).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
  });

  test("gives the last one to one of ten who order it at the same moment", async () => {
    const stage = await openPoints(open);
    const goods = await openShop(stage, 1);
    const people = await stage.addFamily(10);
    for (const person of people) await pay(stage, person, 10);

    await Promise.all(
      people.map((person) =>
        stage.act(async (moment) =>
          order(await actingAs(moment, person), `in ${person}`, { id: goods, agreed: 10 }),
        ),
      ),
    );

    expect(await ordersFor(stage, goods)).toHaveLength(1);
    expect((await stage.act(({ tx }) => goodsById(tx, goods)))?.stock).toBe(0);
  });

  test("lets nobody spend the same points twice at the same moment, on the same goods or on others", async () => {
    const stage = await openPoints(open);
    const goods = [await openShop(stage, 20)];
    stage.clock.pass(1);
    goods.push(await openShop(stage, 20));
    const [person = ""] = await stage.addFamily(1);
    await pay(stage, person, 25);

    await Promise.all(
      [0, 1, 0, 1, 0].map((which, at) =>
        stage.act(async (moment) =>
          order(await actingAs(moment, person), `in ${at}`, { id: goods[which] ?? 0, agreed: 10 }),
        ),
      ),
    );

    const orders = [...(await ordersFor(stage, goods[0] ?? 0)), ...(await ordersFor(stage, goods[1] ?? 0))];
    expect(orders).toHaveLength(2);
    expect(await stage.act((moment) => availableOf(moment, accountOf(person)))).toBe(5);
  });

  test("draws another code where one is taken", async () => {
    const stage = await openPoints(open);
    const goods = await openShop(stage, 5);
    const [one = "", other = ""] = await stage.addFamily(2);
    for (const person of [one, other]) await pay(stage, person, 10);
    let drawn = 0;
    const draws = [7, 7, 7, 8];
    const draw = () => draws[drawn++] ?? 9;

    for (const person of [one, other])
      await stage.act(async (moment) =>
        order({ ...(await actingAs(moment, person)), draw }, `in ${person}`, { id: goods, agreed: 10 }),
      );

    const orders = await ordersFor(stage, goods);
    expect(orders.map(({ code }) => code)).toEqual(["000007", "000008"]);
    expect((await stage.act(({ tx }) => orderById(tx, orders[0]?.id ?? 0)))?.state).toBe("open");
  });
});
