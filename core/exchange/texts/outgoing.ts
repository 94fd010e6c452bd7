import { barOf, join, type Text } from "../../language/index.ts";
import type { Exported, Subject } from "../model.ts";
import type { Period } from "../outgoing/period/model.ts";
import { periodName } from "./period.ts";
import { subjectNames } from "./subjects.ts";

function counted(count: number): string {
  return count.toLocaleString("en-US");
}

interface Asked {
  readonly id: number;
  readonly unit: string;
  readonly subject: Exported;
  readonly period: Period | null;
}

/** Every sentence about taking tables out. */
export const outgoingTexts = {
  help: {
    zh: "导出（/export）：把事项、村户等做成表格文件发给您；每次导出都记下来",
    en: "/export: matters, households … as a table; every export is recorded",
  },
  registerHelp: {
    zh: "台账（/register）：一段时间的事项做成台账文件",
    en: "/register: the matters of a time as an office keeps them, as a table",
  },
  title: { zh: "导出", en: "taking a table out" },
  notYours: {
    zh: "您管的地方里没有能导出的表格。",
    en: "There is nothing that you may export.",
  },
  askUnit: { zh: "导出哪里的？", en: "Of which place?" },
  askSubject: (unit: string): Text => ({
    zh: `导出${unit}的哪样？`,
    en: `What of ${unit} shall be exported?`,
  }),
  askFormat: { zh: "要哪种文件？", en: "As which kind of file?" },
  xlsx: { zh: "Excel 表格（.xlsx）", en: "Excel (.xlsx)" },
  csv: { zh: "文本表格（.csv）", en: "Text (.csv)" },
  unnamed: (name: string): Text => ({
    zh: `${name}不归您导出。发「导出」看您能导出的。`,
    en: `You may not export ${name}. Send /export for what you may.`,
  }),
  busy: {
    zh: "您还有 5 个表在做，等做好再要。",
    en: "Five tables of yours are still being made; please wait for them.",
  },
  asked: ({ id, unit, subject, period }: Asked): Text => {
    const [name, days] = [subjectNames[subject], period && periodName(period)];
    return {
      zh: `好，正在做${unit}${days ? ` ${days.zh}` : ""}的${name.zh}${subject === "register" ? "" : "表"}（导出 ${id}），做好发给您。`,
      en: `All right: ${name.en} of ${unit}${days ? `, ${days.en}` : ""} (export ${id}) will be sent to you.`,
    };
  },
  masked: {
    zh: "姓名、电话、门牌打了星号。",
    en: "Names, telephone numbers and addresses are starred.",
  },
  whole: {
    zh: "含姓名等个人信息，只作工作用，不要转发。",
    en: "It holds personal data: for your work only, do not pass it on.",
  },
  leftOut: { zh: "封存的事项不在里面。", en: "Sealed matters are left out." },
  recorded: (days: number): Text => ({
    zh: `谁导出、导出什么都有记录。文件留 ${days} 天，删了再发「导出」。`,
    en: `Who exported what is recorded. The file is kept for ${days} days; after that send /export again.`,
  }),
  going: (id: number, done: number, all: number): Text => ({
    zh: `导出 ${id} ${barOf(done, all)} ${counted(done)}/${counted(all)} 行`,
    en: `Export ${id} ${barOf(done, all)} ${counted(done)}/${counted(all)} rows`,
  }),
  done: (id: number, name: string, rows: number): Text => ({
    zh: `导出 ${id} 做好了：${name}，${counted(rows)} 行。`,
    en: `Export ${id} is ready: ${name}, ${counted(rows)} rows.`,
  }),
  nothing: (id: number, subject: Subject, isTimed: boolean): Text => {
    const name = subjectNames[subject === "register" ? "tickets" : subject];
    return {
      zh: `导出 ${id}：${isTimed ? "那段时间这里没有" : "这里还没有"}${name.zh}，没有可导出的。`,
      en: `Export ${id}: there are no ${name.en} here ${isTimed ? "of that time" : "yet"}.`,
    };
  },
  failed: (id: number): Text => ({
    zh: `导出 ${id} 没做成，管理员已知道。过一会儿再试，或者选小一点的地方。`,
    en: `Export ${id} failed; the administrators know. Try again later, or choose a smaller place.`,
  }),
  noMore: (id: number): Text => ({
    zh: `导出 ${id} 没做：您现在不能导出这里的表了。`,
    en: `Export ${id} was not made: you may not export this any more.`,
  }),
  fileName: (unit: string, subject: Subject, date: string, language: "zh" | "en"): string =>
    `${unit}-${subjectNames[subject][language]}-${date}`,

  logHelp: {
    zh: "导出记录（/export log）：谁导出、导入过什么",
    en: "/export log: who exported and imported what",
  },
  noLog: { zh: "导出记录不归您看。", en: "You may not read the record of exports." },
  emptyLog: { zh: "还没有人导出、导入过。", en: "Nobody has exported or imported anything yet." },
  logHead: { zh: "最近的导出、导入：", en: "The latest exports and imports:" },
  logLine: (given: {
    readonly id: number;
    readonly when: Text;
    readonly name: string;
    readonly isOut: boolean;
    readonly unit: string;
    readonly subject: Subject;
    readonly period: Period | null;
    readonly rows: number;
    /** Of a slip: of which matter, where that may be told. */
    readonly number: number | null;
    readonly isWhole: boolean;
    readonly isRemoved: boolean;
    readonly end: Text;
  }): Text => {
    const { id, when, name, unit, subject, period, isOut, isWhole, isRemoved, end } = given;
    const much = amount(given);
    const days = period ? periodName(period) : { zh: "", en: "" };
    const gone = isRemoved ? { zh: "，文件已删", en: ", file deleted" } : { zh: "", en: "" };
    const whole = isOut && isWhole ? { zh: "，含姓名", en: ", with names" } : { zh: "", en: "" };
    return {
      zh: `${id} ${when.zh} ${name}${isOut ? "导出" : "导入"}${unit}${days.zh}${subjectNames[subject].zh}${much.zh}${whole.zh}（${end.zh}${gone.zh}）`,
      en: `${id} ${when.en} ${name} ${isOut ? "exported" : "imported"} ${subjectNames[subject].en} of ${unit}${period ? `, ${days.en}` : ""}${much.en}${whole.en} (${end.en}${gone.en})`,
    };
  },
  states: {
    waiting: { zh: "在做", en: "under way" },
    checked: { zh: "等确认", en: "to be confirmed" },
    wanted: { zh: "在导入", en: "under way" },
    undoing: { zh: "在撤销", en: "being taken back" },
    done: { zh: "完成", en: "done" },
    refused: { zh: "没做成", en: "refused" },
    undone: { zh: "已撤销", en: "taken back" },
    dropped: { zh: "没导入", en: "dropped" },
  },
} as const;

/** How many rows; of one thing its number, where that is told. */
function amount({
  subject,
  rows,
  number,
}: {
  readonly subject: Subject;
  readonly rows: number;
  readonly number: number | null;
}): Text {
  if (subject !== "slip" && subject !== "sheet")
    return { zh: ` ${counted(rows)} 行`, en: `, ${counted(rows)} rows` };
  return number === null ? { zh: "", en: "" } : { zh: ` ${number}`, en: `, ${number}` };
}

/** Tables in which nobody is named, or nobody who is not named to every villager: who holds which post, and where what is done. */
const open: readonly Exported[] = ["staff", "services"];

/** What is said with a table that was taken out, and kept so many days. */
export function handedOver(
  done: Text,
  {
    subject,
    isWhole,
    days,
  }: { readonly subject: Exported; readonly isWhole: boolean; readonly days: number },
): Text {
  const names = isWhole ? outgoingTexts.whole : outgoingTexts.masked;
  return join([
    done,
    ...(open.includes(subject) ? [] : [names]),
    ...(subject === "tickets" || subject === "register" ? [outgoingTexts.leftOut] : []),
    outgoingTexts.recorded(days),
  ]);
}
