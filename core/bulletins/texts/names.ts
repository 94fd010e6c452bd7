import type { Text } from "../../language/index.ts";
import type {
  Ended,
  Fault,
  FigureName,
  FollowUpKind,
  ListedMatter,
  Part,
  Period,
  SheetFollowUp,
  SheetKind,
} from "../model.ts";

/** What each kind is called. */
export const kindNames: Readonly<Record<SheetKind, Text>> = {
  weekly: { zh: "周晒单", en: "weekly sheet" },
  monthly: { zh: "月通报", en: "monthly bulletin" },
};

/** What each rate is called, on a sheet, a picture, a page. */
export const figureTitles: Readonly<Record<FigureName, Text>> = {
  answeredInTime: { zh: "及时响应率", en: "Answered in time" },
  neverAnswered: { zh: "无人答复率", en: "Never answered" },
  settledInTime: { zh: "及时处置率", en: "Settled in time" },
  content: { zh: "满意率", en: "Satisfied or fair" },
  satisfied: { zh: "其中满意", en: "of these satisfied" },
  reopened: { zh: "重开率", en: "Reopened" },
  settledInVillage: { zh: "村级化解率", en: "Settled in the village" },
  resolved: { zh: "纠纷化解率", en: "Disputes resolved" },
};

/** Why a matter is on a list. */
export const faultNames: Readonly<Record<Fault, Text>> = {
  answer_late: { zh: "没按时答复", en: "not answered in time" },
  settle_late: { zh: "没按时办结", en: "not settled in time" },
  unanswered: { zh: "到期满 24 小时还没答复", en: "not answered within 24 hours after the deadline" },
  dissatisfied: { zh: "村民不满意", en: "the villager was not satisfied" },
  dissatisfied_again: { zh: "村民两次以上不满意", en: "the villager was not satisfied twice or more" },
};

/** The fault that allows a follow-up, from how much of it on: 「到期满 48 小时还没答复」. */
export function causeText({ fault, limit }: { readonly fault: Fault; readonly limit: number | null }): Text {
  if (fault === "unanswered" && limit !== null)
    return {
      zh: `到期满 ${limit} 小时还没答复`,
      en: `not answered within ${limit} hours after the deadline`,
    };
  if (fault === "dissatisfied_again" && limit !== null && limit > 2)
    return { zh: `村民 ${limit} 次以上不满意`, en: `the villager was not satisfied ${limit} times or more` };
  return faultNames[fault];
}

export const followUpNames: Readonly<Record<FollowUpKind, Text>> = {
  remedy: { zh: "整改", en: "Remedy" },
  admonition: { zh: "约谈", en: "Admonition" },
  censure: { zh: "通报", en: "Censure" },
};

/** 12,345 */
export function counted(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}

/** 「92%」; never 100 % while one is missing, nor 0 % while there is one. @param steps of one per cent: 10 for 「92.3%」. */
export function percentOf(share: number, steps: 1 | 10): string {
  const whole = 100 * steps;
  const rounded = Math.round(share * whole);
  const said = share > 0 && share < 1 ? Math.min(Math.max(rounded, 1), whole - 1) : rounded;
  return `${said / steps}%`;
}

/** 「5/6」, with a percentage where there are enough: 「1,200/1,250（96%）」; 「—」 where nothing is to be divided. */
export function partText({ numerator, denominator, share, isSmall }: Part): Text {
  if (share === null) return { zh: "—", en: "—" };
  const part = `${counted(numerator)}/${counted(denominator)}`;
  if (isSmall) return { zh: part, en: part };
  const percent = percentOf(share, 10);
  return { zh: `${part}（${percent}）`, en: `${part} (${percent})` };
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function parts(date: string): readonly [number, number, number] {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return [year, month, day];
}

/** 「11月16日—22日」, 「2026年11月」 */
export function periodName({ kind, first, last }: Pick<Period, "kind" | "first" | "last">): Text {
  const [year, month, day] = parts(first);
  if (kind === "monthly") return { zh: `${year}年${month}月`, en: `${months[month - 1] ?? ""} ${year}` };
  const [, endMonth, endDay] = parts(last);
  const end = endMonth === month ? `${endDay}日` : `${endMonth}月${endDay}日`;
  return {
    zh: `${month}月${day}日—${end}`,
    en: `${day} ${months[month - 1] ?? ""} to ${endDay} ${months[endMonth - 1] ?? ""}`,
  };
}

/** One line for a matter on a list: 「1024 路灯（双桥村）：没按时办结，村服务团队办理，晚 2 天，后来办了」. */
export function matterLine(matter: ListedMatter, isPlaceSaid = true): Text {
  const { number, what, where, fault, hoursLate, whose, followUps } = matter;
  const place = isPlaceSaid ? where : "";
  const said: readonly Text[] = [
    faultNames[fault],
    ...(isAnswer(matter) ? [] : [whose]),
    ...(hoursLate === null ? [] : [lateness(hoursLate)]),
    becomeOf(matter),
    ...followUps.map(followUpSaid),
  ];
  return {
    zh: `${number} ${what.zh}${place === "" ? "" : `（${place}）`}：${said.map(({ zh }) => zh).join("，")}`,
    en: `${number} ${what.en}${place === "" ? "" : ` (${place})`}: ${said.map(({ en }) => en).join(", ")}`,
  };
}

function isAnswer({ fault }: ListedMatter): boolean {
  return fault === "answer_late" || fault === "unanswered";
}

/** 「后来办好了」 */
export function becomeOf(matter: ListedMatter): Text {
  return (isAnswer(matter) ? answering : settling)[matter.isOpen ? "open" : (matter.ended ?? "done")];
}

/** 「整改已办（纪检）」 */
export function followUpSaid({ kind, state, by }: SheetFollowUp): Text {
  return {
    zh: `${followUpNames[kind].zh}${states[state].zh}（${by.zh}）`,
    en: `${followUpNames[kind].en}: ${states[state].en} (${by.en})`,
  };
}

const over = {
  unverified: { zh: "后来情况未核实", en: "could not be verified" },
  withdrawn: { zh: "后来村民撤回了", en: "taken back by the villager since" },
  closed: { zh: "后来结束了", en: "closed since" },
} as const;

const answering: Readonly<Record<"open" | Ended, Text>> = {
  ...over,
  open: { zh: "还没答复", en: "still unanswered" },
  done: { zh: "后来答复了", en: "answered since" },
  unanswered: { zh: "一直没答复", en: "never answered" },
};

const settling: Readonly<Record<"open" | Ended, Text>> = {
  ...over,
  open: { zh: "还没办好", en: "still open" },
  done: { zh: "后来办好了", en: "settled since" },
  unanswered: over.closed,
};

function lateness(hours: number): Text {
  const days = Math.floor(hours / 24);
  if (days > 0)
    return { zh: `晚 ${counted(days)} 天`, en: `${counted(days)} day${days === 1 ? "" : "s"} late` };
  if (hours === 0) return { zh: "晚不到 1 小时", en: "under an hour late" };
  return { zh: `晚 ${hours} 小时`, en: `${hours} hour${hours === 1 ? "" : "s"} late` };
}

const states: Readonly<Record<"standing" | "done", Text>> = {
  standing: { zh: "在办", en: "under way" },
  done: { zh: "已办", en: "done" },
};

/** Whose a missed deadline was, by the clock it belonged to, or by how far the matter had gone. */
export const levels = {
  answer: { zh: "首次答复", en: "first answer" },
  simple: { zh: "村里办理", en: "the village" },
  ordinary: { zh: "村服务团队办理", en: "the village team" },
  complex: { zh: "乡镇办理", en: "the township" },
  room: { zh: "镇里", en: "the township" },
} as const satisfies Readonly<Record<string, Text>>;
