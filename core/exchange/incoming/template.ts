import { ownFile } from "../../media/index.ts";
import { personById, tell } from "../../people/index.ts";
import { writeSheet } from "../../spreadsheets/index.ts";
import type { Imported } from "../model.ts";
import type { ExchangePorts } from "../ports.ts";
import { changeTransfer, type Transfer } from "../store.ts";
import { incomingTexts as say } from "../texts/incoming.ts";
import { subjectNames } from "../texts/subjects.ts";
import { subjectOf } from "./importing.ts";
import { fieldsOf } from "./model.ts";

/** How a table is filled in; everybody in it is invented. */
const examples: Readonly<Record<Imported, readonly (readonly string[])[]>> = {
  households: [
    ["双桥村 G1", "樟树下3号", "例甲", "是", ""],
    ["双桥村 G1", "樟树下3号", "例乙", "", "是"],
  ],
  staff: [
    ["例甲", "网格员", "双桥村 G1", ""],
    ["例乙", "村服务团队", "双桥村", "医生"],
  ],
  goods: [
    ["双桥村", "肥皂", "10", "50", "2"],
    ["双桥村", "牙膏", "20", "30", ""],
  ],
  services: [
    [
      "前童镇",
      "公安户籍",
      "例：首次申领居民身份证",
      "派出所",
      "户口簿；本人到场*",
      "60 天内",
      "免费",
      "居民身份证法 第七条",
      "",
    ],
    ["前童镇", "民政救助", "例：临时救助", "镇便民服务中心", "申请书*", "", "", "", "0574-12345678"],
  ],
  policies: [
    [
      "例：冬种补贴办法",
      "农业",
      "前童镇人民政府",
      "前政〔2026〕1号",
      "2026-11-20",
      "2026-12-01",
      "",
      "第一条",
      "正文写在这里。",
    ],
    ["例：冬种补贴办法", "农业", "前童镇人民政府", "前政〔2026〕1号", "", "", "", "第二条", "一条一行。"],
  ],
};

/** Makes the empty table that somebody asked for, with a few lines as an example, and sends it. */
export async function sendTemplate(
  { database, files, momentIn }: ExchangePorts,
  transfer: Transfer,
): Promise<void> {
  const { id, person: who } = transfer;
  const subject = subjectOf(transfer);
  const person = await database.transaction((tx) => personById(tx, who));
  const language = person?.language ?? "zh";
  const columns = fieldsOf[subject].map((field) => ({
    title: field[language],
    width: 16,
    isIdentifier: true,
  }));
  const table = { name: subjectNames[subject][language], columns };
  const kept = await files.keepSheet(writeSheet("xlsx", table, examples[subject]), "xlsx");
  await database.transaction(async (tx) => {
    const moment = momentIn(tx);
    const done = { state: "done", endedAt: moment.now, isLeft: true } as const;
    if (!(await changeTransfer(tx, id, ["waiting"], done))) return;
    const file = await ownFile(tx, { id: kept.id, name: say.templateName(subject, language) }, moment.now);
    const letter = { key: `transfer ${id} end ${who}`, lane: "reply", mayPassOn: () => false } as const;
    await tell(moment, who, { text: say.templateSent(subject), files: [file] }, letter);
  });
}
