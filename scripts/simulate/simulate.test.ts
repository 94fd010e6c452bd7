import { expect, test } from "vitest";
import { ledgerOf } from "./ledger.ts";
import { simulate } from "./run.ts";

test("a week in six villages, with people who dawdle, vanish and go, and two outages, keeps every promise", async () => {
  const given = { days: 7, villages: 6, seed: 7 };

  const outcome = await simulate(given);

  const { text, isKept } = ledgerOf(given, outcome);
  console.log(text);
  expect(text).not.toContain("BROKEN");
  expect(isKept).toBe(true);
  expect(outcome.outages.length).toBe(2);
  expect(outcome.verdict.matters).toBeGreaterThan(40);
  expect(outcome.verdict.overdue).toBeGreaterThan(3);
}, 300_000);
