import { expect, test } from "vitest";
import type { Findings } from "./invariants/inspect.ts";
import { ledgerOf } from "./ledger.ts";
import type { Outcome } from "./run.ts";
import { createWatch } from "./watch.ts";

const outcome: Outcome = {
  watch: createWatch(),
  verdict: {
    matters: 1,
    settled: 1,
    answeredInTime: 1,
    overdue: 0,
    late: 0,
    rung: 1,
    rungTwice: 0,
    missed: 0,
    readTwice: [],
    firstReadTwice: "",
    longestUntoldMs: 0,
    longestUntoldUpMs: 0,
  },
  findings: new Map(),
  exercises: [{ name: "pauses", count: 1 }],
  outages: [],
  messages: 1,
  errors: [],
};
const full = { days: 60, villages: 20, seed: 1 };

test("a run in which everything was done and nothing broke keeps its promises", () => {
  const { text, isKept } = ledgerOf(full, outcome);

  expect(text).toContain("exercised: pauses 1\n");
  expect(isKept).toBe(true);
});

test("an invariant that broke breaks the run, and what broke it first is told", () => {
  const findings: Findings = new Map([
    ["pausedTooLong", { seen: new Set(["clock 1", "clock 2"]), first: "09-15 10:00 clock 1" }],
  ]);

  const { text, isKept } = ledgerOf(full, { ...outcome, findings });

  expect(text).toContain("BROKEN clocks that stood still for more than a week: 2 (at most 0)");
  expect(text).toContain('first of "clocks that stood still for more than a week": 09-15 10:00 clock 1');
  expect(isKept).toBe(false);
});

test("a full run that exercised something never is not kept; a short one says so only", () => {
  const exercises = [
    { name: "pauses", count: 3 },
    { name: "/sla day", count: 0 },
  ];

  const long = ledgerOf(full, { ...outcome, exercises });
  const short = ledgerOf({ ...full, days: 6 }, { ...outcome, exercises });

  expect(long.text).toContain("BROKEN never exercised: /sla day");
  expect(long.isKept).toBe(false);
  expect(short.text).toContain("not in so short a run: never exercised: /sla day");
  expect(short.isKept).toBe(true);
});
