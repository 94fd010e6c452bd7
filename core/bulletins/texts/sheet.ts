import { join, type Text } from "../../language/index.ts";
import type { Figure, FigureName, Sheet, SheetKind, SheetRow, Period } from "../model.ts";
import { counted, figureTitles, kindNames, partText, periodName } from "./names.ts";

const nothing: Text = { zh: "", en: "" };

export const lastTime: Readonly<Record<SheetKind, Text>> = {
  weekly: { zh: "上周", en: "the week before" },
  monthly: { zh: "上月", en: "the month before" },
};

function line({ name, before, ...part }: Figure, kind: SheetKind): Text {
  const [now, then] = [partText(part), before && partText(before)];
  const past = lastTime[kind];
  const isSaid = then !== null && before?.share !== null;
  return {
    zh: `${figureTitles[name].zh} ${now.zh}${isSaid ? `，${past.zh} ${then.zh}` : ""}`,
    en: `${figureTitles[name].en}: ${now.en}${isSaid ? `, ${past.en} ${then.en}` : ""}`,
  };
}

function figure(sheet: Sheet, name: FigureName): Text {
  const found = sheet.figures.find((one) => one.name === name);
  return found ? partText(found) : { zh: "—", en: "—" };
}

export function totals({ received, settled, open }: Sheet): Text {
  const waiting =
    open === 0 ? nothing : { zh: `，还有 ${counted(open)} 件在办`, en: `, ${counted(open)} under way` };
  return {
    zh: `收到 ${counted(received)} 件，办结 ${counted(settled)} 件${waiting.zh}。`,
    en: `${counted(received)} received, ${counted(settled)} settled${waiting.en}.`,
  };
}

export function faults({ overdue, mishandled }: Sheet): Text {
  const said: readonly Text[] = [
    ...(overdue.total === 0
      ? []
      : [{ zh: `超时 ${counted(overdue.total)} 件`, en: `${counted(overdue.total)} overdue` }]),
    ...(mishandled.total === 0
      ? []
      : [{ zh: `办理不力 ${counted(mishandled.total)} 件`, en: `${counted(mishandled.total)} mishandled` }]),
  ];
  if (said.length === 0)
    return { zh: "没有超时的，也没有办理不力的。", en: "Nothing overdue, nothing mishandled." };
  return { zh: `${said.map(({ zh }) => zh).join("，")}。`, en: `${said.map(({ en }) => en).join(", ")}.` };
}

/** Is there nothing at all to be said of a period? */
export function isEmpty({ received, settled, overdue, mishandled, figures }: Sheet): boolean {
  const isCounted = figures.some(({ denominator }) => denominator > 0);
  return received + settled + overdue.total + mishandled.total === 0 && !isCounted;
}

function head({ title, period, version, isDemo }: Sheet): Text {
  const name = periodName(period);
  const demo = isDemo ? { zh: "，演示数据", en: ", demonstration data" } : nothing;
  const corrected = version > 1 ? { zh: `，第 ${version} 版`, en: `, version ${version}` } : nothing;
  return {
    zh: `${title.zh}（${name.zh}${corrected.zh}${demo.zh}）`,
    en: `${title.en} (${name.en}${corrected.en}${demo.en})`,
  };
}

export function correction({ correction: why }: Sheet): Text {
  return why === null ? nothing : { zh: `更正：${why}`, en: `Corrected: ${why}` };
}

const empty: Readonly<Record<SheetKind, Text>> = {
  weekly: { zh: "这一周没有事项，也没有超时的。", en: "No matters this week, and nothing overdue." },
  monthly: { zh: "这个月没有事项，也没有超时的。", en: "No matters this month, and nothing overdue." },
};

/** What a sheet and its lists say, and the buttons beside them. */
export const sheetTexts = {
  title: (name: string, kind: SheetKind): Text => ({
    zh: `${name}${kindNames[kind].zh}`,
    en: `${name}, ${kindNames[kind].en}`,
  }),
  /** For a villager: what came, what was done, and nothing more. */
  short: (sheet: Sheet): Text => {
    if (isEmpty(sheet)) return join([head(sheet), correction(sheet), withOpen(sheet)]);
    const [answered, settled, content] = (["answeredInTime", "settledInTime", "content"] as const).map(
      (name) => figure(sheet, name),
    );
    const rates: Text = {
      zh: `按时答复 ${answered?.zh}，按时办结 ${settled?.zh}，满意和基本满意 ${content?.zh}。`,
      en: `Answered in time ${answered?.en}, settled in time ${settled?.en}, satisfied or fair ${content?.en}.`,
    };
    return join([head(sheet), correction(sheet), totals(sheet), rates, faults(sheet)]);
  },
  /** With every figure, its parts, and what it was before. */
  full: (sheet: Sheet): Text => {
    if (isEmpty(sheet)) return join([head(sheet), correction(sheet), withOpen(sheet)]);
    const lines = sheet.figures.filter(({ share }) => share !== null).map((one) => line(one, sheet.kind));
    return join([head(sheet), correction(sheet), totals(sheet), ...lines, faults(sheet), ...sheet.notes]);
  },
  /** @param names null where every figure is of few. */
  smallNote: (names: readonly FigureName[] | null): Text => {
    const which = names?.map((name) => figureTitles[name]);
    return {
      zh: `件数少，只列几分之几，不好比较${which ? `：${which.map(({ zh }) => zh).join("、")}` : ""}。`,
      en: `Too few to compare, so no percentage${which ? `: ${which.map(({ en }) => en).join(", ")}` : ""}.`,
    };
  },
  row: ({ name, received, settled, figures }: SheetRow): Text => {
    const said = (wanted: FigureName): Text => {
      const found = figures.find((one) => one.name === wanted);
      return found ? partText(found) : { zh: "—", en: "—" };
    };
    const [answered, done, content] = [said("answeredInTime"), said("settledInTime"), said("content")];
    return {
      zh: `${name}：收 ${counted(received)} 结 ${counted(settled)}，按时答复 ${answered.zh}，按时办结 ${done.zh}，满意 ${content.zh}`,
      en: `${name}: ${counted(received)} in, ${counted(settled)} settled, answered in time ${answered.en}, settled in time ${done.en}, satisfied ${content.en}`,
    };
  },
  rowsHead: (sheet: Sheet): Text => {
    const { zh, en } = head(sheet);
    return { zh: `${zh}，按编码排列，不排名：`, en: `${en}, in the order of their codes, not ranked:` };
  },
  quietRows: (count: number, isAll: boolean): Text => ({
    zh: isAll ? `${counted(count)} 个地方都没有事项。` : `其余 ${counted(count)} 个没有事项。`,
    en: isAll ? `No matters in any of the ${counted(count)}.` : `No matters in the other ${counted(count)}.`,
  }),
  overdueHead: (sheet: Sheet): Text => ({
    zh: `${head(sheet).zh}超时 ${counted(sheet.overdue.total)} 件：`,
    en: `${head(sheet).en}: ${counted(sheet.overdue.total)} overdue`,
  }),
  mishandledHead: (sheet: Sheet): Text => ({
    zh: `${head(sheet).zh}办理不力 ${counted(sheet.mishandled.total)} 件：`,
    en: `${head(sheet).en}: ${counted(sheet.mishandled.total)} mishandled`,
  }),
  notListed: (count: number): Text => ({
    zh: `另有 ${counted(count)} 件涉及个人或排在后面，不列出。`,
    en: `${counted(count)} more are about somebody or further down, and not listed.`,
  }),
  noneListed: { zh: "没有。", en: "None." },
  seeOverdue: (count: number): Text => ({
    zh: `超时的（${counted(count)}）`,
    en: `Overdue (${counted(count)})`,
  }),
  seeMishandled: (count: number): Text => ({
    zh: `办理不力的（${counted(count)}）`,
    en: `Mishandled (${counted(count)})`,
  }),
  seeAll: { zh: "全部数字", en: "All figures" },
  seeRows: { zh: "下面各地", en: "Places below" },
  replaced: { zh: "原来那版", en: "The version before" },
  standing: { zh: "已发布的那版", en: "The published version" },
  alsoWaits: (kind: SheetKind, period: Period): Text => ({
    zh: `也等发布：${kindNames[kind].zh}（${periodName(period).zh}）`,
    en: `Also waits: ${kindNames[kind].en} (${periodName(period).en})`,
  }),
  earlier: { zh: "上一期", en: "The one before" },
  back: { zh: "回到晒单", en: "Back to the sheet" },
  more: { zh: "下一页", en: "Next page" },
  weeklyHelp: { zh: "周晒单：上周村里办得怎么样", en: "Weekly sheet: how last week went" },
  monthlyHelp: { zh: "月通报：上个月村里办得怎么样", en: "Monthly bulletin: how last month went" },
  notPublished: (name: string, kind: SheetKind): Text => ({
    zh: `${name}还没有发布过${kindNames[kind].zh}。${kind === "weekly" ? "每周一备好，镇指挥室看过就发。" : "每月 1 日备好，镇指挥室看过就发。"}`,
    en: `${name} has no published ${kindNames[kind].en} yet. It is made ${kind === "weekly" ? "on Mondays" : "on the first of a month"} and published when the command room has read it.`,
  }),
  noSuch: { zh: "没有这一份，或者您看不到它。", en: "There is no such sheet, or it is not for you." },
  noHome: {
    zh: "您还没登记在哪个村，先请网格员登记。",
    en: "You are not registered in a village yet; please ask a grid worker.",
  },
  notYours: (name: string): Text => ({
    zh: `${name}的您看不到，您能看本村的：发「周晒单」。`,
    en: `You cannot read that of ${name}. For your own village's say /weekly.`,
  }),
  noSheetOf: (name: string): Text => ({
    zh: `${name}没有自己的晒单，请说村、乡镇或县。`,
    en: `${name} has no sheet of its own: name a village, a township or the county.`,
  }),
};

export function withOpen({ kind, open }: Sheet): Text {
  if (open === 0) return empty[kind];
  return {
    zh: `${kind === "weekly" ? "这一周" : "这个月"}没有新事项，以前的还有 ${counted(open)} 件在办。`,
    en: `No new matters; earlier ones under way: ${counted(open)}.`,
  };
}
