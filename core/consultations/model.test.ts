import { expect, test } from "vitest";
import { isChangedLate, isComplete, silentAtDeadline, type PartyKind, type PartyState } from "./model.ts";

type Short = readonly [PartyKind, PartyState];

function parties(...short: readonly Short[]) {
  return short.map(([kind, state]) => ({ kind, state }));
}

test.each<[string, boolean, readonly Short[]]>([
  [
    "everybody summoned has answered",
    true,
    [
      ["summon", "answered"],
      ["summon", "answered"],
    ],
  ],
  [
    "an invited one has not",
    true,
    [
      ["summon", "answered"],
      ["invite", "waiting"],
    ],
  ],
  [
    "one summoned has not",
    false,
    [
      ["summon", "answered"],
      ["summon", "waiting"],
    ],
  ],
  [
    "one summoned was silent",
    false,
    [
      ["summon", "silent"],
      ["invite", "answered"],
    ],
  ],
  [
    "all are invited, and heard or declined",
    true,
    [
      ["invite", "declined"],
      ["invite", "answered"],
    ],
  ],
  [
    "all are invited, and one is not heard",
    false,
    [
      ["invite", "waiting"],
      ["invite", "answered"],
    ],
  ],
])("%s: complete is %s", (_what, complete, given) => {
  expect(isComplete(parties(...given))).toBe(complete);
});

test("only who was summoned and not heard is silent at the deadline", () => {
  const given = parties(["summon", "waiting"], ["summon", "answered"], ["invite", "waiting"]);

  expect(silentAtDeadline(given)).toEqual(parties(["summon", "waiting"]));
});

test("who spoke in time and changed it afterwards is not late, and that is said", () => {
  expect(isChangedLate({ answeredAt: 11, isLate: false }, 10)).toBe(true);
  expect(isChangedLate({ answeredAt: 11, isLate: true }, 10)).toBe(false);
  expect(isChangedLate({ answeredAt: 9, isLate: false }, 10)).toBe(false);
  expect(isChangedLate({ answeredAt: undefined, isLate: false }, 10)).toBe(false);
});
