import { join, type Text } from "../../language/index.ts";
import { outgoingTexts } from "./outgoing.ts";

/** What is said of slips and sheets as files. */
export const paperTexts = {
  usage: {
    zh: "先发「/task 编号 slip」看处理单，再点「做成文件」。",
    en: "Say /task N slip first, and press the button there.",
  },
  slipAsked: (number: number): Text => ({
    zh: `好，正在做 ${number} 的处理单，做好发给您。`,
    en: `All right: the slip of ${number} will be sent to you.`,
  }),
  sheetAsked: { zh: "好，正在做表格，做好发给您。", en: "All right: the table will be sent to you." },
  slipDone: (number: number, isWhole: boolean): Text =>
    join([
      {
        zh: `${number} 的处理单，A4 纸，打印后签字盖章。`,
        en: `The slip of ${number}, on A4, to be printed, signed and stamped.`,
      },
      isWhole ? outgoingTexts.whole : outgoingTexts.masked,
      { zh: "谁做了处理单都有记录。", en: "Who had a slip made is recorded." },
    ]),
  sheetDone: (title: Text): Text => ({
    zh: `${title.zh}的表格。谁做了表格都有记录。`,
    en: `${title.en} as a table. Who had it made is recorded.`,
  }),
  slipNoMore: (number: number): Text => ({
    zh: `${number} 的处理单没做：您现在看不到这件事了。`,
    en: `The slip of ${number} was not made: you may not read it any more.`,
  }),
  sheetNoMore: {
    zh: "表格没做：这一份您现在看不到了。",
    en: "The table was not made: that sheet is not for you any more.",
  },
  noSheet: {
    zh: "没有这一份，或者您看不到它的表格。",
    en: "There is no such sheet, or its table is not for you.",
  },
  failed: {
    zh: "文件没做成，管理员已知道。过一会儿再试。",
    en: "The file could not be made; the administrators know. Please try again later.",
  },
  slipFile: (number: number, date: string): Text => ({
    zh: `处理单-${number}-${date}.pdf`,
    en: `slip-${number}-${date}.pdf`,
  }),
} as const;
