/** The record of a call: a table with a line for each door, or words where a platform shows no documents. */
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Caps } from "../core/channel/index.ts";
import { KeptFiles } from "../core/media/index.ts";
import { describeOnEachEngine, type TestDatabase } from "../core/store/testing/index.ts";
import { minute } from "../core/time/index.ts";
import { createProgramStage } from "./testing/programStage.ts";

/** 小林 answers, 小何 is gone to by the command room. */
async function callGridTwo(database: TestDatabase, caps: Partial<Caps> = {}) {
  const stage = await createProgramStage(database, caps);
  await database.transaction(async (tx) => {
    const row = { grid: "330226106235-G2", address: "樟树下2号", created_at: 0 };
    const { id } = await tx.insertInto("household").values(row).returning("id").executeTakeFirstOrThrow();
    const member = { person_id: "demo-he", household_id: id, created_at: 0 };
    await tx.insertInto("household_member").values(member).execute();
  });
  await stage.say("徐国平", { type: "command", name: "broadcast", args: "双桥村G2 紧急" });
  for (const text of ["台风预警", "好了", "发送"]) await stage.say("徐国平", { type: "text", text });
  await stage.say("小林", { type: "text", text: "收到" });
  await stage.pass(31 * minute);
  const door = await database.transaction((tx) =>
    tx.selectFrom("visit").select("id").where("person_id", "=", "demo-he").executeTakeFirstOrThrow(),
  );
  await stage.say("小赵", { type: "command", name: "notice", args: `door ${door.id} called` });
  return stage.adapter.sent.filter(({ key }) => key.startsWith("notice 1 record"));
}

const words =
  /樟树下2号,何文斌,双桥村 G2,已电话,11月23日 16:51,赵倩(?:\r?\n),林小妹,双桥村 G2,收到,11月23日 16:20,林小妹/;

describeOnEachEngine("the record of a call", (open) => {
  test("is a table with what became of each door, when, and who says so; the command room has it", async () => {
    const database = await open();

    const sent = await callGridTwo(database);

    expect(new Set(sent.map(({ to }) => to))).toEqual(new Set(["paper/bot/zhao"]));
    const upload = sent.find(({ file }) => file)?.upload ?? "";
    const bytes = await new KeptFiles(join(database.dataDir, "media")).read(upload);
    expect(Buffer.from(bytes ?? []).toString("utf8")).toMatch(words);
  });

  test("is said in words where no document can be shown", async () => {
    const sent = await callGridTwo(await open(), { files: ["photo"] });

    expect(sent.map(({ file }) => file)).toEqual([undefined]);
    expect(sent[0]?.text).toMatch(words);
  });
});
