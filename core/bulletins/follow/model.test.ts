import { expect, test } from "vitest";
import { causeOf, followUpsFor, needsConfirmation, usualTrigger, type Triggers } from "./model.ts";

const usual: Triggers = { admonition: usualTrigger, censure: usualTrigger };
const late = (hoursLate: number) =>
  ({ fault: hoursLate < 24 ? "answer_late" : "unanswered", hoursLate }) as const;
const settled = { fault: "settle_late", hoursLate: 400 } as const;
const once = { fault: "dissatisfied", hoursLate: null } as const;
const again = (times?: number) =>
  ({ fault: "dissatisfied_again", hoursLate: null, ...(times !== undefined && { times }) }) as const;

test.each([
  ["an answer that was late", [late(23)], ["remedy"]],
  ["a settlement that was late, by however much", [settled], ["remedy"]],
  ["not satisfied once, and settled late", [once, settled], ["remedy"]],
  ["a day without an answer", [late(24)], ["remedy", "admonition", "censure"]],
  ["not satisfied twice", [again(2)], ["remedy", "admonition", "censure"]],
  [
    "not satisfied twice, on a sheet that does not say how often",
    [again()],
    ["remedy", "admonition", "censure"],
  ],
  ["nothing", [], []],
] as const)("after %s may follow what stands in the rules", (_what, entries, kinds) => {
  expect(followUpsFor(entries, usual)).toEqual(kinds);
});

test.each([
  ["more hours", { unansweredHours: 48, dissatisfiedTimes: 2 }, [late(47)], undefined],
  ["more hours, and so many", { unansweredHours: 48, dissatisfiedTimes: 2 }, [late(48)], "unanswered 48"],
  ["no hours", { unansweredHours: null, dissatisfiedTimes: 2 }, [late(400)], undefined],
  ["three times", { unansweredHours: null, dissatisfiedTimes: 3 }, [again(2)], undefined],
  [
    "three times, and so often",
    { unansweredHours: null, dissatisfiedTimes: 3 },
    [again(3)],
    "dissatisfied_again 3",
  ],
  ["no trigger at all", { unansweredHours: null, dissatisfiedTimes: null }, [late(400), again(9)], undefined],
  [
    "a day without an answer, said in the list of what is late where another fault is graver",
    usualTrigger,
    [again(1), { fault: "answer_late", hoursLate: 30 }],
    "unanswered 24",
  ],
] as const)(
  "where a unit has written down %s, 约谈 follows that and nothing else",
  (_what, admonition, entries, cause) => {
    const found = causeOf("admonition", entries, { ...usual, admonition });

    expect(found && `${found.fault} ${found.limit}`).toBe(cause);
    expect(causeOf("remedy", entries, { ...usual, admonition })?.fault).toBe(entries[0].fault);
  },
);

test("约谈 and 通报 need the discipline role; 整改 does not", () => {
  expect((["remedy", "admonition", "censure"] as const).filter(needsConfirmation)).toEqual([
    "admonition",
    "censure",
  ]);
});
