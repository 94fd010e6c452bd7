/** Whatever becomes of matters, in whatever order and at once, on both databases: what a team was paid is what became of them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkLedger, pointsDesk } from "../../points/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { hour } from "../../time/index.ts";
import { ringRatingAlarm } from "../clock/rating.ts";
import { lodge } from "../report/service.ts";
import { settle } from "../respond/service.ts";
import { ticketByNumber } from "../store.ts";
import { notFixed, rate, reopen, reopenEnded } from "../verdict/service.ts";
import { openVillage, village, type Village } from "./testing/openVillage.ts";

const words = { words: "修好了", files: [] };
const which = fc.nat({ max: 4 });
const deed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("report"), who: fc.constantFrom("wang", "chen", "li") }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("settle"),
      which,
      who: fc.constantFrom("li", "li", "zhou", "zhao"),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("rate"),
      which,
      who: fc.constantFrom("satisfied", "fair", "dissatisfied"),
    }),
  },
  fc.record({ do: fc.constant("not fixed"), which, who: fc.constant("") }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant("say nothing"), which, who: fc.constant("") }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("broken again"), which, who: fc.constant("") }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("object"), which, who: fc.constantFrom("lin", "li") }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("answer"), which, who: fc.constantFrom("gen", "zhou", "xu") }),
  },
  fc.record({ do: fc.constant("wait"), which: fc.nat({ max: 40 }), who: fc.constant("") }),
);
type Deed = typeof deed extends fc.Arbitrary<infer Of> ? Of : never;

const asks = () => null;

async function onMatter(stage: Village, number: number, { do: what, who }: Deed, key: string): Promise<void> {
  const matter = await stage.act(({ tx }) => ticketByNumber(tx, number));
  if (!matter) return;
  const { reporter, cycle } = matter;
  if (what === "settle") await stage.as(who, (acting) => settle(acting, number, key, words));
  else if (what === "say nothing") await stage.act((moment) => ringRatingAlarm(moment, `${number} ${cycle}`));
  else if (what === "not fixed") await stage.as(reporter, (acting) => notFixed(acting, number, key));
  else if (what === "broken again")
    await stage.as(reporter, (acting) => reopenEnded(acting, number, { words: "又坏了", files: [] }));
  else if (who === "dissatisfied") await stage.as(reporter, (acting) => reopen(acting, number, "没修好"));
  else await stage.as(reporter, (acting) => rate(acting, number, who === "fair" ? "fair" : "satisfied"));
}

async function carryOut(stage: Village, numbers: number[], one: Deed, key: string): Promise<void> {
  if (one.do === "report") {
    const matter = { kind: "lamp", place: "村口", words: "路灯坏了", files: [] } as const;
    const { number } = await stage.as(one.who, (acting) => lodge(acting, key, matter));
    numbers.push(number);
  } else if (one.do === "object") {
    await stage.as(one.who, async (acting) => {
      const desk = pointsDesk(acting, asks);
      const found = await desk.appealable(village);
      const entry = "refused" in found ? undefined : found.entries[one.which % 2];
      if (entry) await desk.appeal(key, Number(entry.id), "没有修好");
    });
  } else if (one.do === "answer") {
    await stage.as(one.who, async (acting) => {
      const open = await acting.tx
        .selectFrom("points_appeal")
        .select("id")
        .where("state", "=", "waiting")
        .execute();
      const points = one.which % 2 === 0 ? 0 : null;
      for (const { id } of open.slice(0, 1))
        await pointsDesk(acting, asks).judge(id, { points, words: "看过了" });
    });
  } else {
    const number = numbers.toReversed()[one.which ?? 0];
    if (number !== undefined) await onMatter(stage, number, one, key);
  }
}

/** The lines of the team, and what became of the matters, as they are stored. */
async function stored(stage: Village, numbers: readonly number[]) {
  return stage.act(async ({ tx }) => ({
    entries: await tx.selectFrom("points_entry").selectAll().where("account_kind", "=", "team").execute(),
    tickets: await tx.selectFrom("ticket").selectAll().where("number", "in", numbers).execute(),
    events: await tx.selectFrom("ticket_event").selectAll().where("number", "in", numbers).execute(),
    clocks: await tx.selectFrom("clock").selectAll().execute(),
  }));
}

type Stored = Awaited<ReturnType<typeof stored>>;

/** Every round that stands paid is over, the newest of its matter, settled in time by the team, and only paid once. */
function checkPaid({ entries, tickets, events, clocks }: Stored, isUncapped: boolean): void {
  const back = new Set(entries.map(({ reverses_id }) => reverses_id));
  for (const { number, cycle, state, reporter_id } of tickets) {
    const paid = entries.filter(({ source_key }) => source_key.startsWith(`outcome ${number} `));
    const standing = paid.filter(({ id }) => !back.has(id));
    const round = events.filter((event) => event.number === number && event.cycle === cycle);
    const end = round.findLast(({ kind }) => kind === "settled" || kind === "not_fixed");
    const isLate = clocks.some(
      (clock) =>
        clock.subject === `ticket ${number}` && clock.cycle === cycle && clock.consumed_ms > clock.target_ms,
    );
    const isTeams = end?.kind === "settled" && ["li", "zhou"].includes(end.actor_id ?? "");
    const isOutcome = state === "closed" && isTeams && !isLate && reporter_id !== "li";
    expect(standing.map(({ source_key }) => source_key)).toEqual(
      isOutcome && standing.length > 0 ? [`outcome ${number} ${cycle}`] : [],
    );
    if (isUncapped && isOutcome)
      expect(paid.map(({ source_key }) => source_key)).toContain(`outcome ${number} ${cycle}`);
  }
}

function checkCaps({ entries }: Stored, most: { readonly day: number; readonly month: number }): void {
  const back = new Set(entries.map(({ reverses_id }) => reverses_id));
  const standing = entries.filter(({ id, reverses_id }) => reverses_id === null && !back.has(id));
  const within = (keyOf: (at: number) => string) => {
    const sums = new Map<string, number>();
    for (const { at, delta } of standing) sums.set(keyOf(at), (sums.get(keyOf(at)) ?? 0) + delta);
    return Math.max(0, ...sums.values());
  };
  expect(within((at) => new Date(at + 8 * hour).toISOString().slice(0, 10))).toBeLessThanOrEqual(most.day);
  expect(within((at) => new Date(at + 8 * hour).toISOString().slice(0, 7))).toBeLessThanOrEqual(most.month);
}

describeOnEachEngine("what a village team earns", (open) => {
  test.each([
    ["under caps", { delta: 2, day: 5, month: 9 }, false],
    ["without", { delta: 2, day: 10_000, month: 10_000 }, true],
  ] as const)("is what became of matters, %s", { timeout: 240_000 }, async (_how, rule, isUncapped) => {
    const stage = await openVillage(open, rule);
    let keys = 0;
    const all: number[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(deed, { minLength: 1, maxLength: 3 }), { minLength: 15, maxLength: 30 }),
        async (rounds) => {
          const numbers: number[] = [];
          for (const round of rounds) {
            for (const one of round) if (one.do === "wait") stage.clock.pass((one.which ?? 0) * hour);
            await Promise.all(round.map((one) => carryOut(stage, numbers, one, `k${(keys += 1)}`)));
          }
          all.push(...numbers);

          const found = await stored(stage, all);
          const sources = found.entries.map(({ source_key }) => source_key);
          expect(new Set(sources).size).toBe(sources.length);
          checkPaid(found, isUncapped);
          checkCaps(found, rule);
          expect(await checkLedger(stage.database)).toMatchObject({ drifted: [] });
        },
      ),
      { numRuns: 20 },
    );
  });
});
