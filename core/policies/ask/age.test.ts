/** What is said of an age, on both databases. */
import { expect, test } from "vitest";
import { sayings } from "../../dialogue/index.ts";
import { addUnit } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { createCalendar } from "../../time/index.ts";
import { createPolicySearch } from "../search/policySearch.ts";
import { passageSaying, publishSome } from "../testing/somePolicies.ts";
import { judgedByBirth } from "./age.ts";
import { matterOf, type Asking } from "./shown.ts";
import { keepQuestion } from "./store.ts";

const words = "可以领补贴";

describeOnEachEngine("an age", (open) => {
  async function judged(conditions: object, born: string | null, validUntil: string | null = null) {
    const database = await open();
    const search = createPolicySearch(database, (error) => {
      throw error;
    });
    return database.transaction(async (tx) => {
      await addUnit(tx, { code: "county", name: "宁海县", kind: "county", parent: null });
      const id = await publishSome(tx, "补贴办法", [words]);
      await tx.updateTable("policy").set({ valid_until: validUntil }).where("id", "=", id).execute();
      await tx
        .updateTable("policy_passage")
        .set({ conditions: JSON.stringify(conditions) })
        .execute();
      const asking = askingIn(tx);
      const matter = await matterOf(asking, await passageSaying(tx, words));
      if (!matter) throw new Error("it was published");
      const rest = { state: "answered", score: null, topic: null, follows: null } as const;
      const asked = {
        ...rest,
        person: "wang",
        unit: "county",
        words: "我有补贴吗",
        passage: matter.passage.id,
      };
      const question = await keepQuestion(tx, "k", asked, 1);
      const outcome = await judgedByBirth(asking, question, matter, born);
      return outcome.kind === "said"
        ? sayings(outcome.reply)
            .map(({ text }) => text.zh)
            .join()
        : "asked again";
    });

    function askingIn(tx: Tx): Asking {
      const nobody = { nickname: null, language: "zh", isConfirmed: true, isPhoneOnly: false } as const;
      return {
        tx,
        now: Date.parse("2026-11-23T08:20:00Z"),
        person: { ...nobody, memberships: [], id: "wang", name: "王", grid: "county" },
        calendar: createCalendar("Asia/Shanghai"),
        post: () => Promise.resolve(true),
        draw: () => 0,
        search,
        retelling: { want: () => Promise.resolve() },
      };
    }
  }

  test("that is not enough for something that ran out is told that it ran out", async () => {
    const said = await judged({ minAge: 80 }, "1950-3", "2025-12-31");

    expect(said).toContain("还没到 80 周岁");
    expect(said).toContain("2025年12月31日已到期");
  });

  test("that must not be passed is not said to be one that must be reached", async () => {
    const upTo = await judged({ maxAge: 18 }, null);

    expect(upTo).toContain("不超过 18 周岁");
    expect(upTo).not.toContain("要满");
  });

  test("between two limits has both of them said", async () => {
    expect(await judged({ minAge: 16, maxAge: 59 }, null)).toContain("满 16 周岁、不超过 59 周岁");
  });
});
