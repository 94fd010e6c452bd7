import { expect, test } from "vitest";
import type { TicketEvent, TicketEventKind } from "../model.ts";
import { deedsOf, nextNudgeAt, seenBy } from "./model.ts";

const hour = 3_600_000;

function event(kind: TicketEventKind, actor: string, words = "", at = 0): TicketEvent {
  return { kind, actor, words, files: [], at };
}

test.each([
  ["open", "reporter", false, undefined, ["nudge", "add", "withdraw"]],
  ["answered", "follower", false, undefined, ["add", "unfollow"]],
  ["settled", "reporter", false, undefined, ["rate"]],
  ["settled", "follower", false, undefined, []],
  ["closed", "reporter", true, undefined, ["again"]],
  ["closed", "reporter", false, undefined, ["rate", "again"]],
  ["withdrawn", "reporter", false, hour, ["back"]],
  ["withdrawn", "reporter", false, 25 * hour, []],
] as const)(
  "a matter that is %s offers its %s what fits",
  (state, viewer, isRated, sinceWithdrawn, deeds) => {
    expect(deedsOf({ state, isUrgent: false }, viewer, { isRated, sinceWithdrawn })).toEqual(deeds);
  },
);

test("a villager reads what staff did and what she said, and of neighbours only that they said it", () => {
  const events = [
    event("filed", "wang", "王婶的话"),
    event("followed", "chen", "陈伯的话"),
    event("added", "chen", "再说一句"),
    event("noted", "li", "内部记一笔"),
    event("handed_over", "li", "叫电工"),
    event("answered", "li", "明天来修"),
    event("added", "li", "已经下单"),
  ];

  const seen = seenBy({ as: "reporter", ids: ["wang"], filedBy: undefined }, events).map(
    ({ kind, by, words }) => `${by} ${kind} ${words}`.trim(),
  );

  expect(seen).toEqual([
    "viewer filed 王婶的话",
    "neighbour followed",
    "staff handed_over",
    "staff answered 明天来修",
    "staff added 已经下单",
  ]);
});

test("what was told for somebody without a phone is the reporter's, and stays hidden from neighbours", () => {
  const events = [
    event("filed", "li", "王婶的话"),
    event("followed", "chen", "陈伯的话"),
    event("answered", "li", "明天"),
  ];

  const words = (as: "reporter" | "follower", id: string) =>
    seenBy({ as, ids: [id], filedBy: "li" }, events).map((seen) => seen.words);

  expect(words("reporter", "wang")).toEqual(["王婶的话", "", "明天"]);
  expect(words("follower", "chen")).toEqual(["", "陈伯的话", "明天"]);
});

test("one nudge an hour is passed on", () => {
  const events = [event("nudged", "wang", "", 0)];

  expect(nextNudgeAt([], 0)).toBeUndefined();
  expect(nextNudgeAt(events, hour - 1)).toBe(hour);
  expect(nextNudgeAt(events, hour)).toBeUndefined();
});
