import { join, verbatim, type Text } from "../../language/index.ts";
import type { FigureName, Part, Sheet } from "../model.ts";
import { counted, figureTitles, partText, percentOf, periodName } from "./names.ts";
import { isEmpty } from "./sheet.ts";

/** What stands above a column: short, in lines. */
const columns: Readonly<Partial<Record<FigureName, Text>>> = {
  answeredInTime: { zh: "及时\n响应", en: "Answered\nin time" },
  settledInTime: { zh: "及时\n处置", en: "Settled\nin time" },
  content: { zh: "满意率", en: "Content" },
  satisfied: { zh: "其中\n满意", en: "Of these\nsatisfied" },
  reopened: { zh: "重开率", en: "Reopened" },
  settledInVillage: { zh: "村级\n化解", en: "Settled in\nvillage" },
  neverAnswered: { zh: "无人\n答复", en: "Never\nanswered" },
};

const legend: Text = {
  zh: "满意率 =（满意 + 基本满意）/ 有效评价 · 空心条：件数少，不好比较",
  en: "Satisfied or fair = (satisfied + fair) / valid ratings · Hollow bar: too few to compare",
};

/** What only stands on pictures of sheets. */
export const pictureTexts = {
  subtitle: ({ period, version }: Sheet): Text => {
    const corrected = version > 1 ? [{ zh: `第 ${version} 版`, en: `version ${version}` }] : [];
    return join([periodName(period), ...corrected], " · ");
  },
  /** Stands on every page. */
  foot: (sheet: Sheet): Text => {
    const demo = sheet.isDemo ? [{ zh: "演示数据", en: "Demonstration data" }] : [];
    return join([...demo, ...(isEmpty(sheet) ? [] : [legend])], " · ");
  },
  lowerIsBetter: { zh: "越低越好", en: "The lower, the better" },
  notReckoned: (names: readonly FigureName[]): Text => ({
    zh: `没有可算的：${names.map((name) => figureTitles[name].zh).join("、")}。`,
    en: `Nothing to reckon: ${names.map((name) => figureTitles[name].en).join(", ")}.`,
  }),
  /** Of many places. */
  inTable: (names: readonly FigureName[]): Text => ({
    zh: `各地的${names.map((name) => figureTitles[name].zh).join("、")}不在图上，在表格里。`,
    en: `Not on the picture, but in the table of each place: ${names.map((name) => figureTitles[name].en).join(", ")}.`,
  }),
  column: (name: FigureName): Text => columns[name] ?? figureTitles[name],
  unit: { zh: "地方", en: "Place" },
  counts: { zh: "收到\n办结", en: "In\nsettled" },
  rows: { zh: "各地，按编码排列，不排名", en: "Places in the order of their codes, not ranked" },
  /** 「97%」 above 「124/128」; of few and of nothing only what is there. */
  share: (part: Part): { readonly text: Text; readonly below?: Text } => {
    if (part.share === null || part.isSmall) return { text: partText(part) };
    return {
      text: verbatim(percentOf(part.share, 1)),
      below: verbatim(`${counted(part.numerator)}/${counted(part.denominator)}`),
    };
  },
  overdue: (count: number): Text => ({ zh: `超时 ${counted(count)} 件`, en: `${counted(count)} overdue` }),
  mishandled: (count: number): Text => ({
    zh: `办理不力 ${counted(count)} 件`,
    en: `${counted(count)} mishandled`,
  }),
  name: ({ title, period }: Sheet): Text => {
    const name = periodName(period);
    return { zh: `${title.zh} ${name.zh}`, en: `${title.en} ${name.en}` };
  },
  see: { zh: "看图", en: "Picture" },
  /** Beside the picture of a sheet that has just been published. */
  drawn: {
    zh: "图做好了，可以转发，也可以打印贴公示栏。",
    en: "The picture to forward, or to print for the board.",
  },
  notDrawn: {
    zh: "图还没做好，过一会儿再看。",
    en: "The picture is not there yet; please look again in a while.",
  },
};
