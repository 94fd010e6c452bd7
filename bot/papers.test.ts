/** What stands in the files an office prints and keeps, read back as another program reads them, on both databases. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { day, hour } from "../core/time/index.ts";
import { createProgramStage, seedVillage, type ProgramStage } from "./testing/programStage.ts";

async function say(stage: ProgramStage, persona: string, text: string): Promise<void> {
  await stage.say(persona, { type: "text", text });
}

async function command(stage: ProgramStage, persona: string, name: string, args: string): Promise<void> {
  await stage.say(persona, { type: "command", name, args });
}

/** The newest file that was made. */
async function newest(stage: ProgramStage): Promise<Buffer> {
  const database = stage.database();
  const row = await database.transaction((tx) =>
    tx.selectFrom("transfer").select(["sha256", "state"]).orderBy("id", "desc").limit(1).executeTakeFirst(),
  );
  expect(row?.state).toBe("done");
  return readFileSync(join(database.dataDir, "media", row?.sha256 ?? ""));
}

async function slipIn(stage: ProgramStage): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(await newest(stage)));
  const { text } = await extractText(document, { mergePages: true });
  return text.replaceAll(/\s/gu, "");
}

/** The rows of each sheet of a workbook, by the sheet's name. */
async function tablesIn(stage: ProgramStage) {
  const { sheets } = await readXlsx(await newest(stage));
  return Object.fromEntries(sheets.map(({ name, rows }) => [name, rows]));
}

/** A lamp that is answered, called settled too early, and settled once more; her number is in her words. */
async function lampTwice(stage: ProgramStage): Promise<void> {
  await say(stage, "王婶", "村口的路灯坏了，我王秀英电话13800138000");
  await say(stage, "王婶", "1");
  await stage.pass(2 * hour);
  await say(stage, "老李", "1001 下午来换");
  await command(stage, "老李", "task", "1001 note");
  await say(stage, "老李", "电工老是不来");
  await say(stage, "老李", "好了");
  await command(stage, "老李", "task", "1001 done");
  await say(stage, "王婶", "不满意");
  await say(stage, "王婶", "1");
  await stage.pass(hour);
  await say(stage, "周敏", "1001 换了新的");
  await command(stage, "周敏", "task", "1001 done");
  await say(stage, "王婶", "满意");
}

describeOnEachEngine("files for an office", (open) => {
  test("a slip says both rounds, who and when, with stars; notes are not on it; whole only for whoever sees names", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    await lampTwice(stage);

    await command(stage, "周敏", "paper", "slip 1001");
    const starred = await slipIn(stage);
    await command(stage, "管理员", "paper", "slip 1001");
    const whole = await slipIn(stage);

    expect(starred).toContain("事项处理单编号1001双桥村G12026-11-23制类别公共设施·路灯来源本人在点通反映");
    expect(starred).toContain("反映人王**收到时间2026-11-2316:20");
    expect(starred).toContain("答复期限2026-11-2418:20答复时间2026-11-2319:20");
    expect(starred).toContain("办理结果已办结，已评价村民评价满意");
    expect(starred).toMatch(
      /12026-11-2318:20李建国答复：下午来换.*1.*反映人评价：不满意，没真正解决.*2.*周敏答复：换了新的/u,
    );
    expect(starred).toMatch(/承办人签字.*负责人意见、签字.*盖章处/u);
    expect(starred).toContain("姓名、电话打了星号");
    expect(starred).toContain("演示数据");
    expect(starred).not.toMatch(/王秀英|王婶|13800138000|电工/u);
    expect(whole).toMatch(/反映人王秀英.*13800138000/u);
  });

  test("the register has a line for each matter of the time in an office's columns, with stars", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    await lampTwice(stage);
    await say(stage, "陈伯", "门口水沟堵了，一直没人管");
    await say(stage, "陈伯", "1");
    await stage.pass(30 * hour);
    await say(stage, "周敏", "台账");
    await say(stage, "周敏", "2026-11-01至2026-11-23");
    await say(stage, "周敏", "1");

    const { 台账: [titles = [], ...rows] = [] } = await tablesIn(stage);

    const lines = rows.map((row) =>
      Object.fromEntries(titles.map((title, index) => [String(title), row[index] ?? null])),
    );
    expect(lines).toMatchObject([
      {
        序号: 1,
        编号: "1001",
        收到时间: "2026-11-23 16:20",
        来源: "本人在点通反映",
        反映人: "王**",
        类别: "公共设施·路灯",
        承办: "周敏",
        办结时间: "2026-11-23 19:20",
        办理结果: "已办结，已评价",
        评价: "满意",
        重办次数: 1,
        备注: "时间、期限为第 2 轮",
      },
      {
        序号: 2,
        编号: "1002",
        反映人: "陈**",
        答复期限: "2026-11-24 19:20",
        办理结果: "等答复",
        备注: "答复超时",
      },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/王秀英|13800138000/u);
  });

  test("a matter of another time is in no register of this one", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    await lampTwice(stage);
    await stage.pass(9 * day);
    await say(stage, "陈伯", "门口水沟堵了，一直没人管");
    await say(stage, "陈伯", "1");
    await say(stage, "周敏", "台账");
    await say(stage, "周敏", "本月");
    await say(stage, "周敏", "1");

    const { 台账: rows = [] } = await tablesIn(stage);

    expect(rows.slice(1).map(([serial, number]) => [serial, number])).toEqual([[1, "1002"]]);
  });

  test("the table of a sheet lists what whoever has it made reads in chat, and what was sealed since for nobody", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    const names = ["王婶", "陈伯", "小林"];
    for (const [index, words] of ["村口的路灯坏了", "桥头的路灯坏了", "晒谷场边上的水沟堵了"].entries()) {
      await say(stage, names[index] ?? "", words);
      await say(stage, names[index] ?? "", "1");
    }
    const change = (number: number, set: object) =>
      stage
        .database()
        .transaction((tx) => tx.updateTable("ticket").set(set).where("number", "=", number).execute());
    await change(1003, { kind: "dispute" });
    await stage.pass(7 * day);
    const sheets = await stage
      .database()
      .transaction((tx) => tx.selectFrom("bulletin").select(["id", "unit_code"]).execute());
    const idOf = (unit: string) => sheets.find(({ unit_code }) => unit_code === unit)?.id;
    await command(stage, "小赵", "weekly", `yes ${idOf("330226106000")}`);
    await change(1002, { sealed: 1 });

    await command(stage, "小赵", "paper", `sheet ${idOf("330226106000")}`);
    const follower = await tablesIn(stage);
    await command(stage, "周敏", "paper", `sheet ${idOf("330226106235")}`);
    const lead = await tablesIn(stage);

    expect(follower["超时"]?.slice(1).map(([number]) => number)).toEqual([
      1001,
      1003,
      "另有 1 件涉及个人或排在后面，不列出。",
    ]);
    expect(lead["超时"]?.slice(1).map(([number]) => number)).toEqual([
      1001,
      "另有 2 件涉及个人或排在后面，不列出。",
    ]);
    expect(follower["总表"]).toContainEqual(expect.arrayContaining(["及时响应率", "0/3", 0, 3]));
    expect(follower["各地（不排名）"]).toHaveLength(18);
    expect(JSON.stringify([follower, lead])).not.toMatch(/王秀英|陈德福|林小妹|李建国/u);
  });
});
