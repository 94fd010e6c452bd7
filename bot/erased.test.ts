/** 「删掉」 after an accusation: nothing of what she said is left in the database, and none of its files on the disk. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { createProgramStage, seedVillage, type ProgramStage } from "./testing/programStage.ts";

async function everythingKept(stage: ProgramStage): Promise<readonly unknown[]> {
  return stage
    .database()
    .transaction(async (tx) => [
      await tx.selectFrom("inbox").select("event").execute(),
      await tx.selectFrom("talk").selectAll().execute(),
      await tx.selectFrom("outbox").select("payload").execute(),
      await tx.selectFrom("ticket").selectAll().execute(),
      await tx.selectFrom("ticket_event").selectAll().execute(),
      await tx.selectFrom("menu_shown").selectAll().execute(),
      await tx.selectFrom("points_appeal").selectAll().execute(),
      await tx.selectFrom("nag").selectAll().execute(),
    ]);
}

describeOnEachEngine("an accusation that is deleted", (open) => {
  test("is in no table any more, not even as a message that came in", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    const words = "村书记挪用修路的钱，发票在我这里";

    await stage.say("王婶", { type: "text", text: words });
    await stage.say("王婶", { type: "text", text: "去年三月的事" });
    await stage.say("王婶", { type: "text", text: "村口的路灯坏了" });
    await stage.say("王婶", { type: "text", text: "删掉，我自己去说" });

    const left = await everythingKept(stage);
    const kept = JSON.stringify(left);
    expect(kept).toContain("已删除");
    expect(kept).not.toMatch(/挪用|发票|去年三月/u);
  });

  test("takes its pictures along, but none that she sent with another matter too", async () => {
    const database = await open();
    const stage = await createProgramStage(database);
    for (const [id, byte] of [
      ["invoice.jpg", 1],
      ["lamp.jpg", 2],
    ] as const)
      stage.adapter.files.set(id, Buffer.from([0xff, 0xd8, 0xff, byte]));
    const photo = (id: string, caption: string) =>
      stage.say("王婶", { type: "media", file: { kind: "photo", channel: "paper", id }, caption });
    const kept = async () =>
      (
        await database.transaction((tx) =>
          tx.selectFrom("media").select("file_id").orderBy("file_id").execute(),
        )
      ).map(({ file_id }) => file_id);
    const folder = join(database.dataDir, "media");
    const onDisk = () => (existsSync(folder) ? readdirSync(folder).filter((name) => name !== "aside") : []);
    await photo("lamp.jpg", "村口的路灯坏了");
    await stage.say("王婶", { type: "text", text: "1" });
    await photo("invoice.jpg", "村书记挪用修路的钱");
    await photo("lamp.jpg", "这盏灯也是他买的");
    const before = [await kept(), onDisk().length];

    await stage.say("王婶", { type: "text", text: "删掉，我自己去说" });

    expect(before).toEqual([["invoice.jpg", "lamp.jpg"], 2]);
    expect(await kept()).toEqual(["lamp.jpg"]);
    await expect.poll(() => onDisk().length).toBe(1);
  });

  test.each([
    ["said as the place", ["路灯坏了", "书记家门口，书记挪用修灯的钱", "2"]],
    ["said as a reason to take a matter back", ["村口的路灯坏了", "1", "1001 撤回", "书记挪用修灯的钱", "2"]],
    ["said as what is wrong with points", ["/points appeal", "1", "书记挪用修灯的钱", "2"]],
    ["said on the way to a person", ["怎么回事", "书记挪用修灯的钱", "2", "2"]],
  ])("is in no table any more where it was %s", async (_where, said) => {
    const stage = await createProgramStage(await open.filled(seedVillage));

    for (const text of said) await stage.say("王婶", { type: "text", text });

    const kept = JSON.stringify(await everythingKept(stage));
    expect(kept).toContain("已删除");
    expect(kept).not.toMatch(/挪用/u);
  });
});
