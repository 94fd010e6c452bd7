import { expect, test } from "vitest";
import type { Fault } from "../model.ts";
import { followUpsFor, needsConfirmation, triggerOf } from "./model.ts";

test.each([
  [["answer_late"], ["remedy"]],
  [["settle_late"], ["remedy"]],
  [["dissatisfied", "settle_late"], ["remedy"]],
  [["unanswered"], ["remedy", "admonition", "censure"]],
  [["dissatisfied_again"], ["remedy", "admonition", "censure"]],
  [[], []],
] as const)("after %j may follow %j", (faults, kinds) => {
  expect(followUpsFor(faults)).toEqual(kinds);
});

test("约谈 and 通报 have a trigger that is stated, and need the discipline role; 整改 does not", () => {
  const faults: readonly Fault[] = ["answer_late", "unanswered"];

  const asked = (["remedy", "admonition", "censure"] as const).map((kind) => [
    triggerOf(kind, faults),
    needsConfirmation(kind),
  ]);

  expect(asked).toEqual([
    ["answer_late", false],
    ["unanswered", true],
    ["unanswered", true],
  ]);
});
