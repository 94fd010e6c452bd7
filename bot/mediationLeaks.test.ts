/** What one side of a dispute says never reaches another, nor anybody else whose business it is not, whatever anybody presses. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Body } from "../core/channel/index.ts";
import { describeOnEachEngine, type OpenTestDatabase } from "../core/store/testing/index.ts";
import { minute } from "../core/time/index.ts";
import { createProgramStage, seedVillage, type ProgramStage } from "./testing/programStage.ts";

const sides = ["王婶", "陈伯"];
const everybody = [...sides, "陆律师", "叶医生", "老李", "小林", "小何", "周敏", "小赵"];
/** Who may never read a word of a side: the other side, a neighbour, the worker of another grid. */
const outsiders: Readonly<Record<string, readonly string[]>> = {
  王婶: ["陈伯", "小林", "小何"],
  陈伯: ["王婶", "小林", "小何"],
};
const addresses: Readonly<Record<string, string>> = {
  王婶: "wang",
  陈伯: "chen",
  小林: "lin",
  小何: "he",
};
const verbs =
  "willing refuse say other leave agree disagree coming away ok no comes comesnot ask note meet agreement signed court fail resign mediator".split(
    " ",
  );

function text(words: string): Body {
  return { type: "text", text: words };
}

function command(args: string): Body {
  return { type: "command", name: "mediate", args };
}

/** A dispute whose two sides are heard; the words of each carry a mark. */
async function hearing(open: OpenTestDatabase): Promise<ProgramStage> {
  const stage = await createProgramStage(await open.filled(seedVillage));
  const said: readonly (readonly [string, Body])[] = [
    ["王婶", text("隔壁陈德福占了我家地界，密王")],
    ["王婶", text("屋后密王")],
    ["王婶", text("1")],
    ["老李", command("1001")],
    ["老李", text("陈德福")],
    ["老李", text("1")],
    ["老李", text("跳过")],
    ["老李", text("陆律师（法律顾问）")],
    ["老李", text("1")],
    ["王婶", command("1001 willing")],
    ["陈伯", command("1001 willing")],
    ["陈伯", text("密陈 是她先动的")],
    ["陈伯", text("好了")],
    ["王婶", command("1001 say")],
    ["王婶", text("密王 他先动的")],
    ["王婶", text("好了")],
  ];
  for (const [who, body] of said) await stage.say(who, body);
  return stage;
}

/** A command about the dispute, words, or something opened. */
type Deed =
  | { readonly who: string; readonly verb: string; readonly first: string; readonly second: string }
  | { readonly who: string; readonly says: string }
  | { readonly who: string; readonly opens: string };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    who: fc.constantFrom(...everybody),
    verb: fc.constantFrom(...verbs),
    first: fc.constantFrom("", "1", "2", "3"),
    second: fc.constantFrom("", "1", "2", "3", "4"),
  }),
  fc.record({
    who: fc.constantFrom(...everybody),
    says: fc.constantFrom("词", "好了", "1", "2", "明天9点", "好", "0"),
  }),
  fc.record({
    who: fc.constantFrom(...everybody),
    opens: fc.constantFrom("mediate", "mine", "task", "tasks"),
  }),
);

/** What somebody types; of a side it carries her mark. */
function wordsOf(who: string, says: string): string {
  return says === "词" && sides.includes(who) ? `密${who === "王婶" ? "王" : "陈"}又说` : says;
}

async function perform(stage: ProgramStage, step: Deed): Promise<void> {
  if ("verb" in step) {
    const args = ["1001", step.verb, step.first, step.second].filter((part) => part !== "").join(" ");
    return stage.say(step.who, command(args));
  }
  if ("opens" in step) {
    const args = step.opens === "tasks" ? "" : "1001";
    return stage.say(step.who, { type: "command", name: step.opens, args });
  }
  return stage.say(step.who, text(wordsOf(step.who, step.says)));
}

/** Everything that was written to somebody and holds a mark that is not for her. */
async function leaks(stage: ProgramStage): Promise<readonly string[]> {
  const rows = await stage
    .database()
    .transaction((tx) => tx.selectFrom("outbox").select(["address", "payload"]).execute());
  return Object.entries(outsiders).flatMap(([side, others]) =>
    others.flatMap((other) =>
      rows
        .filter(({ address }) => address.endsWith(`/${addresses[other]}`))
        .filter(({ payload }) => payload.includes(side === "王婶" ? "密王" : "密陈"))
        .map(({ payload }) => `${side} → ${other}: ${payload}`),
    ),
  );
}

describeOnEachEngine("what a side of a dispute says", (open) => {
  test(
    "reaches neither the other side nor a neighbour, whoever presses what",
    { timeout: 10 * minute },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 30 }), async (steps) => {
          const stage = await hearing(open);
          for (const step of steps) await perform(stage, step);
          await stage.pass(8 * 24 * 60 * minute);

          expect(await leaks(stage)).toEqual([]);
        }),
        { numRuns: 6 },
      );
    },
  );

  test("reaches the mediator, so that the search for leaks can find something", async () => {
    const stage = await hearing(open);

    const rows = await stage
      .database()
      .transaction((tx) => tx.selectFrom("outbox").select(["address", "payload"]).execute());

    const read = rows.filter(({ payload }) => payload.includes("密陈")).map(({ address }) => address);
    expect(read.some((address) => address.endsWith("/lu"))).toBe(true);
  });
});
