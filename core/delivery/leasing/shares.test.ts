import { expect, test } from "vitest";
import { lanes, type Lane } from "../model.ts";
import { createShares } from "./shares.ts";

function waiting(counts: Partial<Record<Lane, number>>) {
  return (["reply", "alarm", "bulk"] as const).flatMap((lane) =>
    Array.from({ length: counts[lane] ?? 0 }, () => ({ lane: lanes[lane] })),
  );
}

function countOf(rows: readonly { readonly lane: number }[]): readonly number[] {
  return [0, 1, 2].map((lane) => rows.filter((row) => row.lane === lane).length);
}

/** Leases `limit` rows again and again while as many of each lane wait as are given. */
function leased(times: number, counts: Partial<Record<Lane, number>>, limit: number): readonly number[] {
  const shares = createShares();
  const room = { limit, bulk: limit };
  const rows = Array.from({ length: times }).flatMap(() => shares.choose(waiting(counts), room));
  return countOf(rows);
}

test("an answer goes before a deadline, and a deadline before a notice to many", () => {
  const shares = createShares();

  const chosen = shares.choose(waiting({ bulk: 30, alarm: 2, reply: 1 }), { limit: 4, bulk: 4 });

  expect(chosen.map(({ lane }) => lane)).toEqual([0, 1, 1, 2]);
});

test("where answers never end a deadline has a fifth and a notice a tenth", () => {
  const [, alarms, notices] = leased(1_000, { reply: 32, alarm: 32, bulk: 32 }, 1);

  // One is still owed.
  expect([alarms, notices]).toEqual([199, 99]);
});

test("what one lane does not use is the others'", () => {
  expect(leased(100, { bulk: 32 }, 10)).toEqual([0, 0, 1_000]);
  expect(leased(100, { reply: 32, bulk: 32 }, 10)).toEqual([901, 0, 99]);
});

test("nothing is saved up while nobody waits", () => {
  const shares = createShares();
  const room = { limit: 10, bulk: 10 };
  for (let times = 0; times < 100; times += 1) shares.choose(waiting({ reply: 10 }), room);

  const chosen = shares.choose(waiting({ reply: 10, bulk: 10 }), room);

  expect(countOf(chosen)).toEqual([10, 0, 0]);
});

test("a notice leaves room for answers, but not its own share", () => {
  const shares = createShares();
  const room = { limit: 4, bulk: 0 };

  const first = shares.choose(waiting({ bulk: 1 }), room);
  const rest = Array.from({ length: 10 }).flatMap(() => shares.choose(waiting({ reply: 4, bulk: 1 }), room));

  expect([first.length, shares.bulkWanted(room)]).toEqual([0, 1]);
  expect(countOf(rest)[2]).toBe(3);
});
