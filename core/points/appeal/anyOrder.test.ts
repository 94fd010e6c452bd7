import fc from "fast-check";
import { expect, test } from "vitest";
import type { PersonId, Role } from "../../people/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { approve } from "../grant/decide.ts";
import { takeBack } from "../grant/given.ts";
import { give } from "../grant/service.ts";
import { checkLedger } from "../ledger/check.ts";
import { accountOf } from "../ledger/service.ts";
import { entriesOf } from "../ledger/store.ts";
import type { Entry } from "../model.ts";
import { actingAs, appoint } from "../testing/acting.ts";
import { openPoints } from "../testing/openPoints.ts";
import { decideAppeal } from "./judge.ts";
import { appeal } from "./service.ts";

type Stage = Awaited<ReturnType<typeof openPoints>>;

const posts = { li: "grid_worker", zhou: "liaison_lead", tong: "supervisor", xu: "direct_leader" } as const;
type Post = keyof typeof posts;
const which = fc.nat({ max: 3 });

const deed = fc.oneof(
  fc.record({
    do: fc.constant("give" as const),
    post: fc.constant<Post>("li"),
    times: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    do: fc.constant("agree" as const),
    post: fc.constantFrom<Post>("zhou", "xu"),
    which: fc.constant(0),
  }),
  fc.record({ do: fc.constant("take back" as const), post: fc.constantFrom<Post>("li", "zhou"), which }),
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("object" as const), which: fc.option(which, { freq: 2 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("answer" as const),
      post: fc.constantFrom<Post>("tong", "xu"),
      which: fc.nat({ max: 1 }),
      points: fc.option(fc.integer({ min: 0, max: 30 })),
    }),
  },
);
type Deed = (typeof deed extends fc.Arbitrary<infer D> ? D : never) & { readonly key: string };

/** What is left of a line when what puts it right and what takes it back is added. */
function comesTo(entry: Entry, all: readonly Entry[], about: ReadonlyMap<string, number>): number {
  const after = all.filter(
    ({ sourceKey, reverses }) => reverses === entry.id || about.get(sourceKey) === entry.id,
  );
  return after.reduce((sum, one) => sum + comesTo(one, all, about), entry.delta);
}

async function carryOut(stage: Stage, who: Readonly<Record<string, PersonId>>, one: Deed): Promise<void> {
  const wang = who["wang"] ?? "";
  await stage.act(async (moment) => {
    const { tx } = moment;
    const as = await actingAs(moment, "post" in one ? (who[one.post] ?? "") : wang);
    const entry =
      "which" in one && one.which !== null
        ? (await entriesOf(tx, accountOf(wang), { limit: 50 }))[one.which]
        : undefined;
    const idIn = async (table: "points_grant" | "points_appeal") =>
      (await tx.selectFrom(table).select("id").where("person_id", "=", wang).orderBy("id", "desc").execute())[
        "which" in one ? (one.which ?? 0) : 0
      ]?.id ?? 0;
    if (one.do === "give")
      await give(as, one.key, { person: wang, rule: "rescue", times: one.times, reason: "救人" });
    else if (one.do === "agree") await approve(as, await idIn("points_grant"));
    else if (one.do === "take back") await takeBack(as, entry?.id ?? 0, "不该给");
    else if (one.do === "object") await appeal(as, one.key, entry?.id ?? null, "记错了");
    else await decideAppeal(as, await idIn("points_appeal"), { points: one.points, words: "查过了" });
  });
}

describeOnEachEngine(
  "points that are given, taken back and objected to in whatever order and at once",
  (open) => {
    test(
      "never pay a deed twice, nor more by one hand than it may give alone",
      { timeout: 120_000 },
      async () => {
        const stage = await openPoints(open);
        let keys = 0;
        await fc.assert(
          fc.asyncProperty(
            fc.array(fc.array(deed, { minLength: 1, maxLength: 3 }), { minLength: 12, maxLength: 24 }),
            async (rounds) => {
              const who: Record<string, PersonId> = {};
              for (const name of ["wang", ...Object.keys(posts)])
                who[name] = (await stage.addFamily(1))[0] ?? "";
              for (const [name, role] of Object.entries(posts) as [Post, Role][])
                await stage.act((moment) => appoint(moment, who[name] ?? "", role, "village"));
              for (const round of rounds)
                await Promise.all(
                  round.map((one) => carryOut(stage, who, { ...one, key: `k${(keys += 1)}` })),
                );

              const wang = who["wang"] ?? "";
              const all = await stage.act(({ tx }) => entriesOf(tx, accountOf(wang), { limit: 500 }));
              const appeals = await stage.act(({ tx }) =>
                tx.selectFrom("points_appeal").selectAll().where("person_id", "=", wang).execute(),
              );
              const about = new Map<string, number>(
                appeals.flatMap(({ id, entry_id }) =>
                  entry_id === null ? [] : [[`appeal ${id} upheld`, entry_id] as const],
                ),
              );
              const given = all.filter(({ sourceKey }) => sourceKey.startsWith("grant"));
              for (const entry of given)
                expect(comesTo(entry, all, about)).toBeLessThanOrEqual(Math.max(entry.delta, 20));
              for (const { entry_id, answered_by } of appeals) {
                const entry = all.find(({ id }) => id === entry_id);
                if (entry && answered_by !== null) expect(entry.actor).not.toBe(answered_by);
              }
              for (const judge of [who["tong"], who["xu"]]) {
                const added = all.filter(
                  ({ id, actor, sourceKey }) =>
                    actor === judge &&
                    sourceKey.startsWith("appeal") &&
                    !about.has(sourceKey) &&
                    // What somebody has taken back may be given again.
                    !all.some(({ reverses }) => reverses === id),
                );
                expect(added.reduce((sum, { delta }) => sum + delta, 0)).toBeLessThanOrEqual(20);
              }
              expect(await checkLedger(stage.database)).toMatchObject({ drifted: [] });
            },
          ),
          { numRuns: 12 },
        );
      },
    );
  },
);
