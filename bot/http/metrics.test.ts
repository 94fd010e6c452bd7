import { expect, test } from "vitest";
import { wantRetelling } from "../../core/retelling/index.ts";
import { wantTranscript } from "../../core/speech/index.ts";
import { describeOnEachEngine } from "../../core/store/testing/index.ts";
import { createManualClock } from "../../core/time/testing/manualClock.ts";
import { createMetrics } from "./metrics.ts";

describeOnEachEngine("what is measured", (open) => {
  test("tells how many voices and retellings of a day stand how, and what the day has cost", async () => {
    const database = await open();
    const clock = createManualClock();
    const metrics = createMetrics({ database, clock, timeZone: "Asia/Shanghai" });
    const file = { kind: "voice", channel: "paper", id: "v" } as const;
    const place = { channel: "paper", bot: "bot", address: "paper/bot/wang" };
    const spoken = { ...place, actor: "wang", file, seconds: 3 };
    const answered = { key: "a", question: "津贴", passages: [{ title: "第三条", text: "高龄津贴" }] };
    await database.transaction(async (tx) => {
      await wantTranscript(tx, { ...spoken, inboxId: 1 }, clock.now() - 25 * 3_600_000);
      await wantTranscript(tx, { ...spoken, inboxId: 2 }, clock.now());
      await wantRetelling(tx, answered, { address: place.address, names: [] }, clock.now());
      await tx.insertInto("retelling_day").values({ date: "2026-11-23", tokens: 70 }).execute();
    });

    const told = (await metrics.metrics())
      .split("\n")
      .filter((line) => /^diantong_(?:trans|retell)/.test(line));

    expect(told).toEqual([
      'diantong_transcripts{state="waiting"} 1',
      'diantong_retellings{state="waiting"} 1',
      "diantong_retelling_tokens_today 70",
    ]);
  });
});
