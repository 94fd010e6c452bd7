import { expect, test } from "vitest";
import { headline, isOver, mayAct, mayRate, type TicketState } from "./model.ts";

test("a headline is one line, cut between characters and never inside one", () => {
  const said = "路灯\n坏了 👵🏻👵🏻👵🏻👵🏻👵🏻👵🏻👵🏻👵🏻👵🏻👵🏻👵🏻👵🏻👵🏻";

  const line = headline(said, 10);

  expect(line).not.toContain("\n");
  expect(line.isWellFormed()).toBe(true);
  expect(Array.from(line).length).toBe(10);
});

test.each<[TicketState, boolean, boolean, boolean]>([
  ["open", true, false, false],
  ["answered", true, false, false],
  ["settled", false, true, false],
  ["closed", false, false, true],
  ["withdrawn", false, false, true],
])("a matter that is %s may be acted on: %s, rated: %s, is over: %s", (state, act, rate, over) => {
  expect([mayAct({ state }), mayRate({ state }), isOver({ state })]).toEqual([act, rate, over]);
});
