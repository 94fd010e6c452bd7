/** `/stats` of a place with many below it, on both databases. */
import { expect, test } from "vitest";
import { addUnit } from "../../org/index.ts";
import type { Acting } from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { createCalendar, hour } from "../../time/index.ts";
import { insertEvent, insertMatter, openTown } from "../testing/openTown.ts";
import { evaluationCommands } from "../commands.ts";

const now = Date.UTC(2026, 10, 26, 4);

function leader(tx: Tx): Acting {
  const post = { role: "direct_leader", unit: "county" } as const;
  const person = {
    id: "xu",
    name: "xu",
    nickname: null,
    language: "zh",
    grid: null,
    isConfirmed: true,
    isPhoneOnly: false,
  } as const;
  return {
    tx,
    now,
    post: () => Promise.resolve(true),
    calendar: createCalendar("Asia/Shanghai"),
    draw: () => 0,
    person: { ...person, memberships: [post] },
  };
}

describeOnEachEngine("figures of many places", (open) => {
  test("are paged, those in which nothing was decided are counted at the end, and no page is beyond the last", async () => {
    const { database } = await openTown(open);
    const codes = Array.from({ length: 20 }, (_, index) => `w${10 + index}`);
    await database.transaction(async (tx) => {
      for (const code of codes)
        await addUnit(tx, { code, name: `${code}村`, kind: "village", parent: "town" });
      for (const [index, unit] of codes.entries()) {
        const number = 1001 + index;
        await insertMatter(tx, { number, unit });
        await insertEvent(tx, { number, kind: "filed", at: now - 20 * hour, key: "filed" });
      }
    });
    const say = (args: string) =>
      database.transaction(async (tx) => {
        const reply = await evaluationCommands[0]?.run(args, { acting: leader(tx) });
        return reply && "text" in reply ? reply : { text: reply, choices: [] };
      });

    const [first, last, beyond] = [
      await say("town week #1"),
      await say("town week #3"),
      await say("town week #99"),
    ];

    const texts = [first, last].map(({ text }) => JSON.stringify(text));
    expect(texts[0]).toContain("第 1/3 页");
    expect(texts[0]).not.toContain("其余");
    expect(texts[1]).toContain("第 3/3 页");
    expect(texts[1]).toContain("其余 2 个没有");
    expect(beyond.text).toEqual(last.text);
    const tokens = first.choices?.map(({ token }) => token);
    expect(tokens?.slice(-2)).toEqual(["/stats town week #2", "/stats town week"]);
    expect(JSON.stringify(await say("county week #1"))).toContain("某镇 — · — · —");
  });
});
