/** 「删掉」 after an accusation: nothing of what she said is left in the database. */
import { expect, test } from "vitest";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { createProgramStage } from "./testing/programStage.ts";

describeOnEachEngine("an accusation that is deleted", (open) => {
  test("is in no table any more, not even as a message that came in", async () => {
    const stage = await createProgramStage(await open());
    const words = "村书记挪用修路的钱，发票在我这里";

    await stage.say("王婶", { type: "text", text: words });
    await stage.say("王婶", { type: "text", text: "去年三月的事" });
    await stage.say("王婶", { type: "text", text: "村口的路灯坏了" });
    await stage.say("王婶", { type: "text", text: "删掉，我自己去说" });

    const left = await stage
      .database()
      .transaction(async (tx) => [
        await tx.selectFrom("inbox").select("event").execute(),
        await tx.selectFrom("talk").selectAll().execute(),
        await tx.selectFrom("outbox").select("payload").execute(),
        await tx.selectFrom("ticket").selectAll().execute(),
        await tx.selectFrom("ticket_event").selectAll().execute(),
        await tx.selectFrom("menu_shown").selectAll().execute(),
      ]);
    const kept = JSON.stringify(left);
    expect(kept).toContain("已删除");
    expect(kept).not.toMatch(/挪用|发票|去年三月/u);
  });
});
