import fc from "fast-check";
import { expect, test } from "vitest";
import { describeOnEachEngine } from "../store/testing/index.ts";
import { day } from "../time/index.ts";
import { correct, freezeIfOver, makeAgain, publish, refuse } from "./decide/service.ts";
import { makeAll } from "./make/schedule.ts";
import { judge } from "./object/judge.ts";
import { object } from "./object/service.ts";
import { answerStar, nominate } from "./stars/service.ts";
import { bad, good, openTownship } from "./testing/openTownship.ts";

type Stage = Awaited<ReturnType<typeof openTownship>>;

const people = [
  "admin",
  "main",
  "direct",
  "zhao",
  "zhou",
  "li",
  "gen",
  "wang",
  "chen",
  "aunt",
  "he",
] as const;
const who = fc.constantFrom(...people);
const which = fc.nat({ max: 11 });
const record = <D extends string>(name: D) => fc.record({ do: fc.constant(name), who, which });

const deed = fc.oneof(
  record("make"),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("publish" as const),
      who: fc.constantFrom("main", "zhao", "chu"),
      which,
    }),
  },
  record("refuse"),
  record("again"),
  { weight: 2, arbitrary: record("correct") },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("nominate" as const), who: fc.constantFrom("li", "zhou"), which }),
  },
  { weight: 2, arbitrary: record("yes") },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("no" as const), who: fc.constantFrom("wang", "li"), which }),
  },
  { weight: 9, arbitrary: record("object") },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constant("judge" as const),
      who: fc.constantFrom("direct", "gen", "admin", "main", "li"),
      which,
    }),
  },
  { weight: 4, arbitrary: record("freeze") },
);

type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

/** What anybody may try, in whatever order: most of it is refused. */
async function carryOut(stage: Stage, one: Deed, key: string): Promise<void> {
  const pick = <T>(rows: readonly T[]): T | undefined =>
    rows[rows.length === 0 ? 0 : one.which % rows.length];
  await stage.as(one.who, async (acting) => {
    const { tx } = acting;
    const lists = (await tx.selectFrom("assessment").select("id").orderBy("id", "desc").execute()).map(
      ({ id }) => id,
    );
    const lines = (
      await tx
        .selectFrom("assessment_line as l")
        .innerJoin("assessment as a", "a.id", "l.assessment_id")
        .select("l.id")
        // Half of what is tried has a chance.
        .where("a.state", "in", one.which % 2 === 0 ? ["published", "draft"] : ["published", "frozen"])
        .orderBy("l.id", "desc")
        .execute()
    ).map(({ id }) => id);
    const own = (
      await tx.selectFrom("assessment_line").select("id").where("person_id", "=", one.who).execute()
    ).map(({ id }) => id);
    const objections = await tx
      .selectFrom("assessment_objection")
      .select("id")
      .where("state", "=", "waiting")
      .execute();
    const verdict = pick(["stays", "excellent", "fit", "poor", "removed"]) ?? "";
    const deeds: Readonly<Record<Deed["do"], () => Promise<unknown>>> = {
      make: async () => makeAll(acting, await unitOf(tx, pick(["town", "county"]) ?? ""), one.who),
      publish: () => publish(acting, pick(lists) ?? 0),
      refuse: () => refuse(acting, pick(lists) ?? 0, "先放一放"),
      again: () => makeAgain(acting, pick(lists) ?? 0),
      correct: () => correct(acting, pick(lists) ?? 0, "核对过"),
      nominate: () => nominate(acting, pick(["wang", "chen", "aunt", "li"]) ?? "", "扫路"),
      yes: () => answerStar(acting, pick(own) ?? pick(lines) ?? 0, true),
      no: () => answerStar(acting, pick(own) ?? pick(lines) ?? 0, false),
      object: () => object(acting, key, pick(lines) ?? 0, "不对"),
      judge: () => judge(acting, pick(objections)?.id ?? 0, { verdict, words: "查过了" }),
      freeze: () => freezeIfOver(acting, pick(lists) ?? 0),
    };
    await deeds[one.do]();
  });
}

async function unitOf(tx: Parameters<Parameters<Stage["act"]>[0]>[0]["tx"], code: string) {
  const unit = await tx.selectFrom("unit").selectAll().where("code", "=", code).executeTakeFirstOrThrow();
  return { ...unit, kind: unit.kind as "township" | "county" };
}

/** Everything that is kept of the lists. */
async function everything({ act }: Stage) {
  return act(async ({ tx }) => ({
    lists: await tx.selectFrom("assessment").selectAll().orderBy("id").execute(),
    lines: await tx.selectFrom("assessment_line").selectAll().orderBy("id").execute(),
    objections: await tx.selectFrom("assessment_objection").selectAll().orderBy("id").execute(),
  }));
}

type Everything = Awaited<ReturnType<typeof everything>>;

/** Each frozen list as it stands, to the letter. */
function frozenIn({ lists, lines, objections }: Everything): ReadonlyMap<number, string> {
  return new Map(
    lists
      .filter(({ state }) => state === "frozen")
      .map((list) => [
        list.id,
        JSON.stringify([
          list,
          lines.filter((line) => line.assessment_id === list.id),
          objections.filter((one) => one.assessment_id === list.id),
        ]),
      ]),
  );
}

function expectLawful({ lists, lines, objections }: Everything): void {
  for (const list of lists) {
    if (list.decided_by !== null)
      expect(list.unit_code === "town" ? ["main"] : ["chu"]).toContain(list.decided_by);
    if (list.state !== "frozen") continue;
    expect(list.frozen_at).toBeGreaterThanOrEqual(list.closes_at ?? Infinity);
    expect(objections.filter((one) => one.assessment_id === list.id && one.state === "waiting")).toEqual([]);
  }
  for (const one of objections) {
    const list = lists.find(({ id }) => id === one.assessment_id);
    const about = lines.filter(
      (line) => line.assessment_id === one.assessment_id && line.subject === one.subject,
    );
    const house = (id: string | null) => (id === "aunt" ? "li" : id);
    const parties = [
      one.person_id,
      ...about.map(({ person_id }) => person_id),
      list?.made_by,
      list?.decided_by,
    ];
    const judges =
      list?.kind === "stars" || list?.kind === "good_teams"
        ? ["gen", "direct", "main", "admin"]
        : ["direct", "main", "admin"];
    if (one.answered_by === null) continue;
    expect(parties.map((id) => house(id ?? null))).not.toContain(house(one.answered_by));
    expect(judges).toContain(one.answered_by);
    expect(one.created_at).toBeLessThan(list?.closes_at ?? 0);
  }
  const asked = new Set(lines.filter(({ grade }) => grade === "asked").map(({ subject }) => subject));
  for (const { grade, person_id, subject } of lines)
    if (grade === "named" && person_id !== null) expect(asked).toContain(subject);
}

describeOnEachEngine(
  "lists that are made, opened, objected to, judged and frozen in whatever order and at once",
  (open) => {
    test(
      "a frozen one never changes, none is frozen while somebody waits, nobody judges herself",
      { timeout: 240_000 },
      async () => {
        const reached = { frozen: 0, answered: 0, corrected: 0 };
        await fc.assert(
          fc.asyncProperty(
            fc.boolean(),
            fc.array(fc.tuple(fc.array(deed, { minLength: 1, maxLength: 3 }), fc.nat({ max: 2 })), {
              minLength: 25,
              maxLength: 45,
            }),
            async (areStarsOpen, rounds) => {
              const stage = await openTownship(open);
              await stage.count("unit", "v1", good);
              await stage.count("unit", "v2", bad);
              await stage.count("person", "li", bad);
              await stage.as("zhao", async (acting) =>
                makeAll(acting, await unitOf(acting.tx, "town"), "zhao"),
              );
              await stage.as("li", (acting) => nominate(acting, "wang", "扫路"));
              const [nominated] = (await everything(stage)).lines.filter(({ grade }) => grade === "asked");
              if (areStarsOpen)
                await stage.as("wang", (acting) => answerStar(acting, nominated?.id ?? 0, true));
              for (const { id, kind } of (await everything(stage)).lists)
                if (kind !== "stars" || areStarsOpen) await stage.as("main", (acting) => publish(acting, id));
              let frozen: ReadonlyMap<number, string> = new Map();
              for (const [at, [round, days]] of rounds.entries()) {
                await Promise.all(round.map((one, index) => carryOut(stage, one, `k${at}-${index}`)));
                stage.clock.pass(days * day);
                const now = await everything(stage);
                expectLawful(now);
                const then = frozenIn(now);
                for (const [id, before] of frozen) expect(then.get(id)).toBe(before);
                frozen = then;
                if (at === rounds.length - 1) {
                  reached.frozen += then.size;
                  reached.answered += now.objections.filter(({ state }) => state !== "waiting").length;
                  reached.corrected += now.lines.filter(({ objection_id }) => objection_id !== null).length;
                }
              }
            },
          ),
          { numRuns: 8 },
        );
        // What is proven has happened.
        expect(
          Object.values(reached).every((count) => count > 0),
          JSON.stringify(reached),
        ).toBe(true);
      },
    );
  },
);
