import { join, verbatim, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import type { ClockKind } from "../clock/terms.ts";
import { isKind, kindOf } from "../kinds/model.ts";
import { clockNames } from "./why.ts";

function matterName(matter: string): Text {
  if (matter === "*") return { zh: "", en: "" };
  // An office's clock is chosen by its name, any other by what the matter is about.
  const { zh, en } = isKind(matter) ? kindOf(matter) : verbatim(matter);
  return { zh: `（${zh}）`, en: ` (${en})` };
}

function dueName(due: SaidMoment | undefined): Text {
  return due ?? { zh: "暂停中", en: "paused" };
}

const since = {
  new: { id: "new", label: { zh: "只管以后的", en: "From now on only" } },
  all: { id: "all", label: { zh: "在办的也改", en: "What is under way too" } },
  drop: { id: "drop", label: { zh: "不改了", en: "Leave it" } },
} as const;

/** What is said where limits and days are set. */
export const slaTexts = {
  slaTitle: { zh: "改期限", en: "changing a limit" },
  dayTitle: { zh: "改节假日", en: "changing a day" },
  sinces: since,
  limits: (unit: string, lines: readonly Text[]): Text =>
    join([{ zh: `${unit}的期限：`, en: `Limits in ${unit}:` }, ...lines]),
  limitLine: (given: {
    readonly clock: ClockKind;
    readonly matter: string;
    readonly limit: Text;
    readonly from: Text;
  }): Text => {
    const [name, of] = [clockNames[given.clock], matterName(given.matter)];
    return {
      zh: `${name.zh}${of.zh}：${given.limit.zh}，${given.from.zh}`,
      en: `${name.en}${of.en}: ${given.limit.en}, ${given.from.en}`,
    };
  },
  changeOf: (clock: ClockKind): Text => {
    const { zh, en } = clockNames[clock];
    return { zh: `改${zh}`, en: `Change ${en}` };
  },
  days: { zh: "节假日", en: "Holidays" },
  slaUsage: {
    zh: "这样写：/sla 前童镇（看），/sla 前童镇 答复（改）。可以改：答复、答复后、村里、乡镇、科室。节假日：/sla day",
    en: "Write /sla 前童镇 to see, /sla 前童镇 answer to change. There are: answer, worker, village, township, office. Holidays: /sla day",
  },
  everyMatter: { zh: "全部", en: "All" },
  askSlaMatter: (clock: ClockKind): Text => ({
    zh: `改${clockNames[clock].zh}的期限，管哪${clock === "office" ? "个科室" : "一类"}？`,
    en: `The limit of ${clockNames[clock].en}, for which ${clock === "office" ? "office" : "matters"}?`,
  }),
  askLength: (isOwn: boolean): Text =>
    isOwn
      ? {
          zh: "多久？比如「36 小时」「5 天」「2 个工作日」。不要单独规定就点下面。",
          en: "How long? “36 hours”, “5 days”, “2 working days”. To have no limit of your own, press below.",
        }
      : {
          zh: "多久？比如「36 小时」「5 天」「2 个工作日」。",
          en: "How long? “36 hours”, “5 days”, “2 working days”.",
        },
  noLength: {
    zh: "没看懂多久。写数字加单位，1 小时到 90 天之间，比如「36 小时」「5 天」「2 个工作日」。",
    en: "I cannot read that. A number and a unit, between 1 hour and 90 days: “36 hours”, “5 days”, “2 working days”.",
  },
  takeAway: { zh: "照上一级的规定", en: "As the unit above says" },
  askReminding: { zh: "怎么提醒？", en: "How often are people reminded?" },
  remindings: {
    usual: { zh: "过半、到期前两次", en: "Half-way, and twice before" },
    seldom: { zh: "只在到期前一次", en: "Once before it is due" },
  },
  askSlaWhy: {
    zh: "依据是什么？文件或会议，说一句；没有就「跳过」。",
    en: "On what ground? A sentence, or “skip”.",
  },
  slaHead: (given: {
    readonly unit: string;
    readonly clock: ClockKind;
    readonly matter: string;
    readonly limit: Text | undefined;
  }): Text => {
    const [name, of] = [clockNames[given.clock], matterName(given.matter)];
    return given.limit
      ? {
          zh: `${given.unit} ${name.zh}${of.zh}改为 ${given.limit.zh}。`,
          en: `${given.unit}, ${name.en}${of.en}: ${given.limit.en}.`,
        }
      : {
          zh: `${given.unit} ${name.zh}${of.zh}不再单独规定。`,
          en: `${given.unit}, ${name.en}${of.en}: no limit of its own.`,
        };
  },
  slaMoves: (number: number, from: SaidMoment | undefined, to: SaidMoment | undefined): Text => {
    const [before, after] = [dueName(from), dueName(to)];
    return { zh: `${number}：${before.zh} → ${after.zh}`, en: `${number}: ${before.en} → ${after.en}` };
  },
  slaPreview: (head: Text, lines: readonly Text[], count: number): Text => {
    const under =
      count === 0
        ? { zh: "现在在办的没有受影响的。", en: "Nothing under way is touched." }
        : {
            zh: `在办的有 ${count} 件，要是也改（用掉的时间照算）：`,
            en: `${count} under way; if they change too, with what they have used up:`,
          };
    const more =
      count > lines.length
        ? { zh: `……还有 ${count - lines.length} 件`, en: `… and ${count - lines.length} more` }
        : { zh: "", en: "" };
    return join([head, under, ...lines, more]);
  },
  slaTooMany: (head: Text, most: number): Text =>
    join([
      head,
      {
        zh: `在办的超过 ${most} 件，一次改不了，只能管以后的；要改在办的，请一个村一个村地改。`,
        en: `More than ${most} are under way: they cannot change at once. Set it village by village to change those.`,
      },
    ]),
  slaKept: { zh: "好，没有改。", en: "All right, nothing was changed." },
  slaSet: (moved: number): Text => ({
    zh: `改好了${moved === 0 ? "，从现在起新来的按这个算" : `，在办的 ${moved} 件也按这个算了`}。`,
    en: moved === 0 ? "Set, for what comes from now on." : `Set, and ${moved} deadlines under way moved.`,
  }),
  mayNotSetLimits: (unit: string): Text => ({
    zh: `您不能改${unit}的期限。`,
    en: `You may not set limits in ${unit}.`,
  }),
  noSuchUnit: (code: string): Text => ({
    zh: `没找到「${code.slice(0, 20)}」。`,
    en: `There is no unit “${code.slice(0, 20)}”.`,
  }),
  mayNotSetDays: {
    zh: "节假日全县一份，由县管理员改。",
    en: "Holidays are the county's: its admin sets them.",
  },
  dayUsage: {
    zh: "这样写：/sla day 2027-02-05 休 春节，或 /sla day 2027-02-06 上班 调休。",
    en: "Write it like this: /sla day 2027-02-05 off 春节, or /sla day 2027-02-06 work 调休.",
  },
  comingDays: (
    coming: readonly { readonly day: SaidMoment & { readonly iso: string }; readonly isWorkday: boolean }[],
  ): Text =>
    join([
      { zh: "按上班时间算的期限，这些天不一样：", en: "For limits by working hours these days differ:" },
      ...coming.map(({ day, isWorkday }) => ({
        zh: `${day.iso.slice(0, 4)}年${day.zh} ${isWorkday ? "上班" : "休"}`,
        en: `${day.en} ${day.iso.slice(0, 4)}: ${isWorkday ? "work" : "off"}`,
      })),
      slaDayHint,
    ]),
  dayTooMany: (most: number): Text => ({
    zh: `在办的超过 ${most} 件，一次改不了，这一天没有改。再发一次，选「只管以后的」。`,
    en: `More than ${most} are under way and cannot change at once: nothing was changed. Send it again and choose what comes from now on.`,
  }),
  askDay: ({ date, isWorkday }: { readonly date: string; readonly isWorkday: boolean }): Text => ({
    zh: `${date} 改为${isWorkday ? "上班" : "休息"}，按上班时间算的期限会跟着变。在办的怎么办？`,
    en: `${date} becomes ${isWorkday ? "a working day" : "a day off"}; limits by working hours follow. What about what is under way?`,
  }),
  daySet: (
    { date, isWorkday }: { readonly date: string; readonly isWorkday: boolean },
    moved: number,
  ): Text => ({
    zh: `好，${date} ${isWorkday ? "上班" : "休息"}${moved > 0 ? `，在办的 ${moved} 件重新算了` : ""}。`,
    en: `${date} is ${isWorkday ? "a working day" : "a day off"} now${moved > 0 ? `; ${moved} deadlines were reckoned anew` : ""}.`,
  }),
  slaHelp: {
    zh: "/sla 单位：看期限，改期限、节假日",
    en: "/sla UNIT: see and set limits and holidays",
  },
} satisfies Record<string, unknown>;

const slaDayHint: Text = {
  zh: "要加一天：/sla day 2027-02-05 休 春节。",
  en: "To enter one: /sla day 2027-02-05 off 春节.",
};
