import { barOf, join, type Text } from "../../language/index.ts";
import type { Counts, Imported } from "../model.ts";
import { nameShown, shortly } from "./reading.ts";
import { subjectNames } from "./subjects.ts";

function counted(count: number): string {
  return count.toLocaleString("en-US");
}

/** What a table brings in, in one line each. */
const hints: Readonly<Record<Imported, Text>> = {
  households: {
    zh: "一人一行；同一门牌是一户。在里面没写的人不会动。",
    en: "One person a line; one address is one household. Who is not in it stays as is.",
  },
  staff: {
    zh: "一个职务一行；人要先加入。只加不撤，撤职用 /role。",
    en: "One post a line; people must have joined. Posts are added, never taken: use /role for that.",
  },
  services: {
    zh: "一件事一行，材料用「；」隔开。同一单位同一事项已有的，照表改。",
    en: "One item a line, what to bring divided by “；”. One that is there already is changed.",
  },
  goods: {
    zh: "一样商品一行。已有的只改分和限量，库存不动。",
    en: "One article a line. Of those that are there points and limit change, never the stock.",
  },
  policies: {
    zh: "一条（段）一行，标题相同的是一份。导入后是草稿，看过再发布。",
    en: "One passage a line; the same title is one policy. They become drafts, to be published one by one.",
  },
};

/** Every sentence about bringing tables in. */
export const incomingTexts = {
  help: {
    zh: "导入（/import）：从表格文件登记村户、商品等；先查一遍，您确认了才动",
    en: "/import: households, goods … from a table; checked first, changed once you confirm",
  },
  title: { zh: "导入", en: "bringing a table in" },
  notYours: { zh: "没有归您导入的表格。", en: "There is nothing that you may import." },
  noPlace: (name: string): Text => ({
    zh: `${name}不归您导入。发「导入」看您能导入的。`,
    en: `You may not import anything into ${name}. Send /import for what you may.`,
  }),
  askUnit: { zh: "导入到哪里？", en: "Into which place?" },
  askSubject: (unit: string): Text => ({
    zh: `往${unit}导入哪样？`,
    en: `What is to be imported into ${unit}?`,
  }),
  askFile: (subject: Imported, columns: readonly Text[]): Text =>
    join([
      {
        zh: `请发${subjectNames[subject].zh}的表格文件（.xlsx 或 .csv）。`,
        en: `Please send the table of ${subjectNames[subject].en} (.xlsx or .csv).`,
      },
      {
        zh: `第一行是列名：${columns.map(({ zh }) => zh).join("、")}。`,
        en: `Its first line names the columns: ${columns.map(({ en }) => en).join(", ")}.`,
      },
      hints[subject],
    ]),
  template: { zh: "要样表", en: "Send me the template" },
  expectsFile: {
    zh: "请发一个表格文件（.xlsx 或 .csv），或点「要样表」。",
    en: "Please send a table (.xlsx or .csv), or press “Send me the template”.",
  },
  notDocument: {
    zh: "照片读不出表格。请发 .xlsx 或 .csv 文件。",
    en: "No table can be read out of that. Please send an .xlsx or a .csv file.",
  },
  templateAsked: { zh: "好，样表马上发给您。", en: "All right, the template is coming." },
  templateSent: (subject: Imported): Text => ({
    zh: `${subjectNames[subject].zh}样表。里面是例子，填的时候删掉。填好发「导入」。`,
    en: `The template for ${subjectNames[subject].en}. Its lines are examples: delete them. Then send /import.`,
  }),
  templateName: (subject: Imported, language: "zh" | "en"): string =>
    language === "zh" ? `${subjectNames[subject].zh}样表.xlsx` : `template-${subjectNames[subject].en}.xlsx`,
  taken: (id: number, file: string): Text => ({
    zh: `收到「${nameShown(file)}」，正在查（导入 ${id}）。查好告诉您，现在什么都没改。`,
    en: `“${nameShown(file)}” is being checked (import ${id}). You will be told; nothing is changed yet.`,
  }),
  unnamed: "表格",
  again: { zh: "重新发", en: "Send it again" },
  notRead: (id: number, why: Text): Text => ({
    zh: `导入 ${id} 没读成。${why.zh}`,
    en: `Import ${id} could not be read. ${why.en}`,
  }),
  tooManyRows: (id: number, most: number): Text => ({
    zh: `导入 ${id}：一次最多 ${counted(most)} 行。请分成几个文件。`,
    en: `Import ${id}: at most ${counted(most)} rows at once. Please send it in parts.`,
  }),
  missing: (id: number, columns: readonly Text[]): Text => ({
    zh: `导入 ${id}：第一行缺列名「${columns.map(({ zh }) => zh).join("」「")}」。请照样表填。`,
    en: `Import ${id}: the first line lacks “${columns.map(({ en }) => en).join("”, “")}”. Please use the template.`,
  }),
  doubled: (id: number, columns: readonly Text[]): Text => ({
    zh: `导入 ${id}：列名「${columns.map(({ zh }) => zh).join("」「")}」写了两次，不知道用哪一列。请去掉一列再发。`,
    en: `Import ${id}: “${columns.map(({ en }) => en).join("”, “")}” is there twice; please remove one of them.`,
  }),
  noRows: (id: number): Text => ({
    zh: `导入 ${id}：只有列名，没有内容。`,
    en: `Import ${id}: there is nothing but the names of columns.`,
  }),
  ignored: (columns: readonly string[]): Text => {
    const named = columns.slice(0, 5).map(shortly);
    const isMore = columns.length > named.length;
    return {
      zh: `这些列不导入：${named.join("、")}${isMore ? ` 等 ${columns.length} 列` : ""}`,
      en: `Not imported: ${named.join(", ")}${isMore ? ` … (${columns.length} columns)` : ""}`,
    };
  },
  /** A workbook with several sheets. */
  oneSheet: (name: string, others: number): Text => ({
    zh: `只看了第一张表「${shortly(name)}」，另有 ${others} 张没看。`,
    en: `Only the first sheet, “${shortly(name)}”, was read; ${others} more were not.`,
  }),
  checking: (id: number, done: number, all: number): Text => ({
    zh: `导入 ${id} 正在查 ${barOf(done, all)} ${counted(done)}/${counted(all)} 行`,
    en: `Import ${id}, checking ${barOf(done, all)} ${counted(done)}/${counted(all)} rows`,
  }),
  /** `lines` are the first of the bad rows. */
  badRows: (given: {
    readonly id: number;
    readonly counts: Counts;
    readonly all: number;
    readonly lines: readonly { readonly line: number; readonly bad: Text }[];
  }): Text => {
    const { id, counts, all, lines } = given;
    return join([
      {
        zh: `导入 ${id}：共 ${counted(all)} 行，${counted(counts.bad)} 行不对，一行都没导入。`,
        en: `Import ${id}: ${counted(counts.bad)} of ${counted(all)} rows are wrong; nothing was imported.`,
      },
      ...lines.map(({ line, bad }) => ({ zh: `第 ${line} 行：${bad.zh}`, en: `Line ${line}: ${bad.en}` })),
      ...(counts.bad > lines.length
        ? [
            {
              zh: `还有 ${counted(counts.bad - lines.length)} 行，都在文件里。`,
              en: `${counted(counts.bad - lines.length)} more are in the file.`,
            },
          ]
        : []),
      { zh: "改好再发一次。", en: "Please correct them and send it again." },
    ]);
  },
  badName: (id: number): string => `导入${id}-不对的行.csv`,
  lineTitle: { zh: "行", en: "Line" },
  whyTitle: { zh: "哪里不对", en: "What is wrong" },
  nothingNew: (id: number, all: number): Text => ({
    zh: `导入 ${id}：${counted(all)} 行都和现在的一样，没有要导入的。`,
    en: `Import ${id}: all ${counted(all)} rows are as they are now; there is nothing to import.`,
  }),
  checked: (given: {
    readonly id: number;
    readonly subject: Imported;
    readonly unit: string;
    readonly counts: Counts;
    readonly all: number;
    /** For so many days it can be taken back; null where it cannot. */
    readonly undoneWithin: number | null;
  }): Text => {
    const { id, subject, unit, counts, all, undoneWithin } = given;
    const { fresh, changed, same } = counts;
    return join([
      {
        zh: `导入 ${id} 查好了：往${unit}导入${subjectNames[subject].zh}，共 ${counted(all)} 行，没有不对的。`,
        en: `Import ${id} is checked: ${subjectNames[subject].en} into ${unit}, ${counted(all)} rows, none wrong.`,
      },
      {
        zh: `新的 ${counted(fresh)}，要改的 ${counted(changed)}，不变的 ${counted(same)}。`,
        en: `New: ${counted(fresh)}, to be changed: ${counted(changed)}, as they are: ${counted(same)}.`,
      },
      undoneWithin !== null
        ? {
            zh: `要么全部导入，要么一行不动；导入后 ${undoneWithin} 天内能撤销。`,
            en: `All of them are imported, or none; for ${undoneWithin} days it can be taken back.`,
          }
        : {
            zh: "要么全部导入，要么一行不动；导入后不能一次撤销。",
            en: "All of them are imported, or none; they cannot be taken back together.",
          },
    ]);
  },
  apply: { zh: "导入", en: "Import" },
  drop: { zh: "不导入", en: "Do not import" },
  dropped: (id: number): Text => ({
    zh: `导入 ${id} 不做了，什么都没改。`,
    en: `Import ${id} is dropped; nothing was changed.`,
  }),
  begun: (id: number, all: number): Text => ({
    zh: `好，开始导入 ${counted(all)} 行（导入 ${id}），做完告诉您。`,
    en: `All right, ${counted(all)} rows are being imported (import ${id}). You will be told.`,
  }),
  going: (id: number, done: number, all: number): Text => ({
    zh: `导入 ${id} ${barOf(done, all)} ${counted(done)}/${counted(all)} 行`,
    en: `Import ${id} ${barOf(done, all)} ${counted(done)}/${counted(all)} rows`,
  }),
  done: (id: number, all: number): Text => ({
    zh: `导入 ${id} 做完了，${counted(all)} 行。`,
    en: `Import ${id} is done: ${counted(all)} rows.`,
  }),
  undo: { zh: "撤销这次导入", en: "Take it back" },
  askUndo: (id: number): Text => ({
    zh: `撤销导入 ${id}？新登记的会删掉，改的会改回；之后有人用过的（进了聊天、报过事、得过分、订过货）留着。`,
    en: `Take import ${id} back? What was added is removed and what was changed is put back; what has been used since stays.`,
  }),
  undoSure: { zh: "确定撤销", en: "Take it back" },
  undoing: (id: number): Text => ({
    zh: `好，正在撤销导入 ${id}，做完告诉您。`,
    en: `All right, import ${id} is being taken back.`,
  }),
  undone: (id: number, kept: number): Text => ({
    zh: kept === 0 ? `导入 ${id} 已撤销。` : `导入 ${id} 已撤销；${counted(kept)} 个后来有人用过，留着。`,
    en:
      kept === 0
        ? `Import ${id} was taken back.`
        : `Import ${id} was taken back; ${counted(kept)} used since were kept.`,
  }),
  hindered: (id: number, line: number, why: Text): Text => ({
    zh: `导入 ${id} 没做成：第 ${line} 行${why.zh}（查过以后有人改了）。已经全部退回，一行都没留。请再发一次。`,
    en: `Import ${id} failed: line ${line}: ${why.en} (changed since the check). All of it was taken back; please send it again.`,
  }),
  failed: (id: number): Text => ({
    zh: `导入 ${id} 没做成，一行都没留，管理员已知道。请过一会儿再试。`,
    en: `Import ${id} failed and left nothing behind; the administrators know. Please try again later.`,
  }),
  forbidden: (id: number): Text => ({
    zh: `导入 ${id} 没做成：您现在不能导入这里了。已经全部退回，一行都没留。`,
    en: `Import ${id} failed: you may not import this any more. All of it was taken back.`,
  }),
  noMore: (id: number): Text => ({
    zh: `导入 ${id} 没做：您现在不能导入这里了。`,
    en: `Import ${id} was not made: you may not import this any more.`,
  }),
  noSuch: {
    zh: "没有您的这次导入。发「导入」重新开始。",
    en: "There is no such import of yours. Send /import to begin.",
  },
  stillChecked: (id: number): Text => ({
    zh: `导入 ${id} 还在查，查好告诉您。`,
    en: `Import ${id} is still being checked; you will be told.`,
  }),
  lapsed: (id: number): Text => ({
    zh: `导入 ${id} 放得太久没定，文件已经删了，什么都没改。请重新发。`,
    en: `Import ${id} was left too long: its file is deleted, and nothing was changed. Please send it again.`,
  }),
  stopping: (id: number): Text => ({
    zh: `好，导入 ${id} 停下，正在把已经导入的退回，做完告诉您。`,
    en: `All right, import ${id} stops; what was imported is being taken back. You will be told.`,
  }),
  undoneBefore: (id: number): Text => ({
    zh: `导入 ${id} 已经撤销了，不用再点。`,
    en: `Import ${id} has been taken back already.`,
  }),
  notNow: (id: number): Text => ({
    zh: `导入 ${id} 已经定了，不用再点。`,
    en: `Import ${id} has been settled already.`,
  }),
  cannotUndo: (id: number): Text => ({
    zh: `导入 ${id} 不能撤销：只有做完不久的村户、商品、办事事项才行。`,
    en: `Import ${id} cannot be taken back: only households, goods and services, and not for long.`,
  }),
} as const;
