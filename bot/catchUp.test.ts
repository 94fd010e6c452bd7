import { expect, test } from "vitest";
import { insertMany } from "../core/tickets/testing/manyMatters.ts";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { checkClocks, createZone, day } from "../core/time/index.ts";
import { createProgramStage, seedVillage } from "./testing/programStage.ts";

const grid = "330226106235-G1";

/** Ten thousand on the quick engine; where each statement is a round trip, a thousand. */
const overdueOn = { sqlite: 10_000, postgresql: 1_000 } as const;

describeOnEachEngine("a program that comes back after days", (open, engine) => {
  const count = overdueOn[engine];

  test(`tells everybody once of everything that is overdue (${count} matters, three days down)`, async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    const filedAt = stage.clock.now();
    await stage.database().transaction((tx) =>
      insertMany(tx, {
        count,
        from: 5_001,
        unit: grid,
        reporter: "demo-wang",
        responsible: "demo-li",
        filedAt,
      }),
    );
    stage.clock.pass(4 * day);

    await stage.program().sweep();
    await stage.program().settle();

    const messages = Map.groupBy(stage.adapter.sent, ({ to }) => to);
    expect(Math.max(...Array.from(messages.values(), (sent) => sent.length))).toBe(1);
    // The villager, whoever let it pass, whoever takes over, the command room; the leaders read their list later.
    expect(messages.size).toBe(4);
    const rows = await stage.database().transaction(async (tx) => ({
      moved: await tx
        .selectFrom("ticket")
        .select("number")
        .where("responsible_id", "=", "demo-zhou")
        .execute(),
      lapses: await tx.selectFrom("ticket_event").select("at").where("kind", "=", "overdue").execute(),
      left: await tx
        .selectFrom("alarm")
        .select("key")
        .where("fired_at", "is", null)
        .where("fire_at", "<=", stage.clock.now())
        .execute(),
    }));
    expect([rows.moved.length, rows.lapses.length, rows.left.length]).toEqual([count, count, 0]);
    expect(new Set(rows.lapses.map(({ at }) => at))).toEqual(new Set([filedAt + day]));
    expect((await checkClocks(stage.database(), createZone("Asia/Shanghai"))).drifted).toEqual([]);
  }, 240_000);
});
