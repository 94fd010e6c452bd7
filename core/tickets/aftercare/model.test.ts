import { expect, test } from "vitest";
import { createZone } from "../../time/index.ts";
import type { Ticket, TicketEventKind } from "../model.ts";
import { askAfterAt, isWorthAsking } from "./model.ts";

const settled: readonly TicketEventKind[] = ["filed", "answered", "settled", "rated"];
const lamp = {
  state: "closed",
  kind: "lamp",
  isSealed: false,
  isUrgent: false,
  about: undefined,
  cycle: 1,
} as const;

test.each([
  ["a lamp that was rated", {}, settled, true],
  ["a lamp that was never rated", {}, ["filed", "answered", "settled", "closed"], true],
  ["what she said herself is mended", {}, ["filed", "settled", "rated"], true],
  ["what is dealt with again", { state: "open" }, settled, false],
  ["what she took back", { state: "withdrawn" }, settled, false],
  ["what is sealed", { isSealed: true }, settled, false],
  ["what was urgent", { isUrgent: true }, settled, false],
  ["a danger", { kind: "danger" }, settled, false],
  ["a talk with a person", { kind: "human" }, settled, false],
  ["a complaint", { kind: "complaint" }, settled, false],
  ["whatever is about somebody", { about: "lead" }, settled, false],
  ["an accusation", { kind: "accusation" }, settled, false],
  ["a dispute", { kind: "dispute" }, settled, false],
  ["what could not be verified", {}, ["filed", "unverified", "closed"], false],
  [
    "what was not fixed, and then not verified",
    {},
    ["filed", "settled", "not_fixed", "unverified", "closed"],
    false,
  ],
  ["what was asked before", {}, [...settled, "asked_after"], false],
  ["its next round", {}, [...settled, "asked_after", "reopened", "settled", "rated"], true],
  ["a round nobody settled", {}, [...settled, "reopened", "unverified", "closed"], false],
] as const)("is it really mended? Worth asking of %s: %s", (_what, given, events, isWorth) => {
  const ticket = { ...lamp, ...given } as Ticket;

  expect(
    isWorthAsking(
      ticket,
      events.map((kind) => ({ kind })),
    ),
  ).toBe(isWorth);
});

test("it is asked at ten in the morning, four weeks later", () => {
  const zone = createZone("Asia/Shanghai");

  const at = askAfterAt(zone, Date.parse("2026-11-23T23:30+08:00"));

  expect(new Date(at).toISOString()).toBe("2026-12-21T02:00:00.000Z");
});
