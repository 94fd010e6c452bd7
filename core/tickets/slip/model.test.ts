import { expect, test } from "vitest";
import type { TicketEventKind, TicketState } from "../model.ts";
import { endingOf, type Ending } from "./model.ts";

test.each<[TicketState, readonly TicketEventKind[], Ending]>([
  ["open", ["filed"], "waiting"],
  ["open", ["reopened"], "waiting"],
  ["answered", ["filed", "answered"], "under_way"],
  ["answered", ["filed", "settled", "not_fixed"], "under_way"],
  ["settled", ["filed", "settled"], "settled"],
  ["settled", ["filed", "unverified"], "unverified"],
  ["closed", ["filed", "settled", "rated"], "rated"],
  ["closed", ["filed", "settled", "closed"], "unrated"],
  ["closed", ["filed", "unverified", "closed"], "unverified"],
  ["closed", ["filed", "unverified", "not_fixed", "settled", "rated"], "rated"],
  ["closed", ["filed", "mediated", "rated"], "agreed"],
  ["closed", ["filed", "mediation_failed", "rated"], "not_agreed"],
  ["closed", ["filed", "mediation_failed", "settled", "rated"], "rated"],
  ["withdrawn", ["filed", "answered", "withdrawn"], "withdrawn"],
])("what is %s after %j is %s on paper", (state, kinds, ending) => {
  expect(
    endingOf(
      state,
      kinds.map((kind) => ({ kind })),
    ),
  ).toBe(ending);
});
