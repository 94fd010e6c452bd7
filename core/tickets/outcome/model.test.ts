import { expect, test } from "vitest";
import type { Ticket, TicketEventKind } from "../model.ts";
import { lastRound, mayCount, outcomeOf, type Round } from "./model.ts";

const lamp = {
  kind: "lamp",
  tier: "simple",
  office: undefined,
  countyAt: undefined,
  about: undefined,
  isSealed: false,
} as const;

test.each([
  ["a lamp", {}, true],
  ["what lies with the village team", { tier: "ordinary" }, true],
  ["what lies with the township", { tier: "complex" }, false],
  ["what lies with an office", { office: 3 }, false],
  ["what lies with the county", { countyAt: 1 }, false],
  ["a complaint", { kind: "complaint" }, false],
  ["an accusation", { kind: "accusation" }, false],
  ["what is sealed", { isSealed: true }, false],
  ["what is about somebody", { about: "li" }, false],
  ["a dispute, which is about its other side", { kind: "dispute", about: "chen" }, true],
] as const)("an outcome of %s may count: %j %j", (_what, given, may) => {
  expect(mayCount({ ...lamp, ...given } as Ticket)).toBe(may);
});

function happened(...told: readonly string[]): Round["events"] {
  return told.map((one) => {
    const [actor, kind] = one.split(" ");
    return { actor: actor === "-" ? undefined : actor, kind: kind as TicketEventKind };
  });
}

const round: Omit<Round, "events"> = {
  hasRunOut: false,
  reporter: "wang",
  filedBy: undefined,
  villagers: ["wang"],
  team: ["li", "zhou"],
  house: ["wang"],
};
const settled = happened("wang filed", "li answered", "li settled", "wang rated");

test.each([
  ["what was settled and rated", settled, {}, "team_settled"],
  ["what was settled and left unrated", happened("wang filed", "li settled", "- closed"), {}, "team_settled"],
  [
    "what was sent back once and settled then",
    happened("li settled", "wang not_fixed", "li settled"),
    {},
    "team_settled",
  ],
  ["what was sent back", happened("li settled", "wang not_fixed"), {}, undefined],
  ["what was not verified", happened("li settled", "wang not_fixed", "li unverified"), {}, undefined],
  ["what was only answered", happened("wang filed", "li answered"), {}, undefined],
  ["what was answered too late", happened("wang filed", "- overdue", "li settled"), {}, undefined],
  ["what was settled too late", happened("li answered", "- late", "li settled"), {}, undefined],
  ["what ran out unnoticed", settled, { hasRunOut: true }, undefined],
  ["what somebody of the township settled", happened("li answered", "zhao settled"), {}, undefined],
  ["what she says is mended, after an answer", happened("li answered", "wang settled"), {}, "team_settled"],
  [
    "what her carer says is mended",
    happened("li answered", "son settled"),
    { villagers: ["wang", "son"] },
    "team_settled",
  ],
  ["what mended by itself", happened("wang filed", "wang settled"), {}, undefined],
  ["what an agreement ended", happened("zhou mediating", "- mediated"), {}, "team_mediated"],
  ["what others mediated", happened("zhao mediating", "- mediated"), {}, undefined],
  ["what one of the team reported", settled, { reporter: "zhou", villagers: ["zhou"] }, undefined],
  ["what was done for her own household", settled, { house: ["wang", "li"] }, undefined],
  ["what the team told for somebody who rated it", settled, { filedBy: "li" }, "team_settled"],
  [
    "what the team told for somebody who said nothing",
    happened("li filed", "li settled", "- closed"),
    { filedBy: "li" },
    undefined,
  ],
  [
    "what the team told and the team rated",
    happened("li filed", "li settled", "zhou rated"),
    { filedBy: "li" },
    undefined,
  ],
  [
    "what a neighbour told for somebody who said nothing",
    happened("chen filed", "li settled", "- closed"),
    { filedBy: "chen" },
    "team_settled",
  ],
] as const satisfies readonly (readonly [string, Round["events"], Partial<Round>, string | undefined])[])(
  "%s",
  (_what, events, given, outcome) => {
    expect(outcomeOf({ ...round, events, ...given })).toBe(outcome);
  },
);

test("only the newest round counts", () => {
  const events = happened(
    "wang filed",
    "- overdue",
    "li settled",
    "wang rated",
    "wang reopened",
    "zhou settled",
  );

  expect(lastRound(events)).toEqual(happened("zhou settled"));
  expect(outcomeOf({ ...round, events: lastRound(events) })).toBe("team_settled");
});
