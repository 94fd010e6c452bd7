import { join, type Text } from "../language/index.ts";
import type { SaidMoment } from "../time/index.ts";
import { ratesOf, smallBelow, type Counts, type Rate, type RateName } from "./model.ts";
import type { PeriodName } from "./stats/model.ts";

const periods: Readonly<Record<PeriodName, Text>> = {
  week: { zh: "本周", en: "This week" },
  lastweek: { zh: "上周", en: "Last week" },
  month: { zh: "本月", en: "This month" },
  lastmonth: { zh: "上月", en: "Last month" },
  year: { zh: "今年", en: "This year" },
};

/** What a rate is called, and what it is a part of. */
export const rateTexts: Readonly<Record<RateName, { readonly name: Text; readonly of: Text }>> = {
  answeredInTime: {
    name: { zh: "及时响应", en: "Answered in time" },
    of: { zh: "件", en: "due or answered" },
  },
  neverAnswered: {
    name: { zh: "到期一直没回", en: "Due and never answered" },
    of: { zh: "件", en: "due or answered" },
  },
  settledInTime: { name: { zh: "及时处置", en: "Settled in time" }, of: { zh: "件", en: "due or settled" } },
  content: {
    name: { zh: "满意和基本满意", en: "Satisfied or fairly so" },
    of: { zh: "次评价", en: "ratings" },
  },
  satisfied: { name: { zh: "其中满意", en: "of these satisfied" }, of: { zh: "次评价", en: "ratings" } },
  reopened: { name: { zh: "重新办", en: "Reopened" }, of: { zh: "件办结", en: "ended" } },
  settledInVillage: {
    name: { zh: "村里办好", en: "Settled in the village" },
    of: { zh: "件办好", en: "settled" },
  },
  resolved: {
    name: { zh: "纠纷调解成功", en: "Disputes agreed on" },
    of: { zh: "件调解", en: "mediations" },
  },
};

/** 「97.4%」; never rounded up to what it is not. */
function percent(share: number): string {
  return `${Math.floor(share * 1000 + 1e-9) / 10}%`;
}

/** How much it is: a share where it says something, that these are few where not. */
function muchOf({ share, isSmall }: Rate): Text {
  if (share === null) return { zh: "", en: "" };
  return isSmall
    ? { zh: "（件数少）", en: " (few)" }
    : { zh: `（${percent(share)}）`, en: ` (${percent(share)})` };
}

function rateLine(name: RateName, rate: Rate, isAllSmall: boolean): Text {
  const { name: called, of } = rateTexts[name];
  const much = isAllSmall ? nothing : muchOf(rate);
  return {
    zh: `${called.zh}：${rate.denominator} ${of.zh}里 ${rate.numerator}${much.zh}`,
    en: `${called.en}: ${rate.numerator} of ${rate.denominator} ${of.en}${much.en}`,
  };
}

/** 「5/6」. */
function partOf({ numerator, denominator }: Rate): string {
  return denominator === 0 ? "—" : `${numerator}/${denominator}`;
}

const nothing: Text = { zh: "", en: "" };

const small: Text = {
  zh: `不到 ${smallBelow} 件的不算百分比：多一件少一件就差很多。`,
  en: `Below ${smallBelow} no percentage is given: one more or less would change it much.`,
};

/** A line for each rate, and that there are too few for percentages where there are. */
function rateLines(
  rates: readonly (readonly [RateName, Rate])[],
  besides: readonly Text[] = [],
): readonly Text[] {
  const areSmall = rates.map(([, { isSmall }]) => isSmall);
  const isAllSmall = areSmall.every(Boolean);
  const lines = rates.map(([name, rate]) => rateLine(name, rate, isAllSmall));
  return [...lines, ...besides, ...(areSmall.some(Boolean) ? [small] : [])];
}

const beside: readonly (readonly [name: keyof Counts, said: (count: number) => Text])[] = [
  ["unrated", (count) => ({ zh: `未评价 ${count}`, en: `not rated ${count}` })],
  ["unverified", (count) => ({ zh: `情况未核实 ${count}`, en: `not verified ${count}` })],
  ["stoodStill", (count) => ({ zh: `停过时限才办好 ${count}`, en: `settled after a pause ${count}` })],
  ["withdrawn", (count) => ({ zh: `村民撤回 ${count}`, en: `taken back ${count}` })],
];

function besideLine(counts: Counts): readonly Text[] {
  const said = beside.flatMap(([name, words]) => (counts[name] > 0 ? [words(counts[name])] : []));
  if (said.length === 0) return [];
  return [
    {
      zh: `另有：${said.map(({ zh }) => zh).join("，")}`,
      en: `Besides: ${said.map(({ en }) => en).join(", ")}`,
    },
  ];
}

function filedLine({ filed, settled, reopened }: Counts): Text {
  const again: Text =
    reopened === 0 ? nothing : { zh: `，又重新办 ${reopened} 件`, en: `, ${reopened} reopened` };
  return {
    zh: `反映 ${filed} 件，办好 ${settled} 件${again.zh}`,
    en: `${filed} reported, ${settled} settled${again.en}`,
  };
}

/** A period with its days: 「本周（11月23日到11月29日）」. */
interface SaidPeriod {
  readonly name: PeriodName;
  readonly from: SaidMoment;
  readonly lastDay: SaidMoment;
}

function headOf(who: Text, { name, from, lastDay }: SaidPeriod): Text {
  const called = periods[name];
  return {
    zh: `${who.zh}${called.zh}（${from.zh}到${lastDay.zh}）`,
    en: `${who.en}, ${called.en.toLowerCase()} (${from.en} to ${lastDay.en})`,
  };
}

/** The rates of somebody or of an office, as far as there are any. */
function outcomes(head: Text, counts: Counts, none: Text): Text {
  const rates = ratesOf(counts);
  const shown = (["answeredInTime", "settledInTime", "content", "reopened"] as const).filter(
    (name) => rates[name].denominator > 0,
  );
  if (shown.length === 0) return join([head, none]);
  return join([head, ...rateLines(shown.map((name) => [name, rates[name]] as const))]);
}

/** Every sentence of this slice. */
export const say = {
  help: {
    zh: "考评（/stats）：村里的事办得怎么样",
    en: "/stats: how well matters are dealt with here",
  },
  period: (name: PeriodName): Text => periods[name],
  how: { zh: "怎么算的", en: "How it is counted" },
  mine: { zh: "我自己的", en: "My own" },
  each: { zh: "下面各处", en: "Each below" },
  teams: { zh: "村服务团队", en: "Village teams" },
  back: { zh: "回到合计", en: "Back to the sum" },
  previous: { zh: "上一页", en: "Previous" },
  more: { zh: "下一页", en: "More" },
  yourself: { zh: "您", en: "You" },
  figures: (who: Text, period: SaidPeriod, counts: Counts): Text => {
    const head = headOf(who, period);
    const rates = Object.entries(ratesOf(counts)) as [RateName, Rate][];
    const known = rates.filter(([, { denominator }]) => denominator > 0);
    const filed = filedLine(counts);
    if (known.length === 0)
      return join([
        head,
        filed,
        { zh: "还没有到期、办好或评价过的。", en: "Nothing was due, settled or rated." },
      ]);
    return join([head, filed, ...rateLines(known, besideLine(counts))]);
  },
  own: (period: SaidPeriod, counts: Counts): Text =>
    outcomes(headOf(say.yourself, period), counts, {
      zh: "还没有您办的、到期的或评价过的。",
      en: "Nothing of yours was due, settled or rated.",
    }),
  eachHead: (who: string, period: SaidPeriod, page: { readonly at: number; readonly of: number }): Text =>
    join([
      headOf({ zh: who, en: who }, period),
      ...(page.of > 1 ? [{ zh: `第 ${page.at}/${page.of} 页`, en: `Page ${page.at} of ${page.of}` }] : []),
      {
        zh: "按编号排，不是名次。及时响应 · 及时处置 · 满意和基本满意：",
        en: "In the order of their codes, no ranking. Answered in time · settled in time · satisfied or fairly so:",
      },
    ]),
  offices: { zh: "各科室", en: "Each office" },
  officesHead: (who: string, period: SaidPeriod): Text =>
    join([
      headOf({ zh: `${who}各科室`, en: `Offices of ${who}` }, period),
      {
        zh: "不是名次。及时响应 · 及时处置 · 满意和基本满意：",
        en: "No ranking. Answered in time · settled in time · satisfied or fairly so:",
      },
    ]),
  office: (who: Text, period: SaidPeriod, counts: Counts): Text =>
    outcomes(headOf(who, period), counts, {
      zh: "还没有它办的、到期的或评价过的。",
      en: "Nothing of its was due, settled or rated.",
    }),
  noOffice: {
    zh: "这个科室的数字您看不到。",
    en: "You cannot see the figures of that office.",
  },
  /** How many are left out because nothing was decided there. */
  quiet: (count: number, isAll: boolean): Text => ({
    zh: isAll ? `${count} 个都没有到期、办好或评价过的。` : `其余 ${count} 个没有。`,
    en: isAll ? `Nothing in any of the ${count}.` : `Nothing in the other ${count}.`,
  }),
  notAll: {
    zh: "有些事项还没算进来，过几分钟再看。",
    en: "Not everything is counted yet; please look again in a few minutes.",
  },
  eachLine: (name: string, counts: Counts): Text => {
    const { answeredInTime, settledInTime, content } = ratesOf(counts);
    const parts = [answeredInTime, settledInTime, content].map(partOf);
    const line = `${name} ${parts.join(" · ")}`;
    return { zh: line, en: line };
  },
  teamsHead: (who: string, period: SaidPeriod): Text =>
    join([
      headOf({ zh: `${who}各村团队`, en: `Village teams of ${who}` }, period),
      {
        zh: "按编号排，不是名次。按时办好 · 村里办好 · 调解成功 · 团队积分（有上限，只作荣誉）：",
        en: "In the order of their codes, no ranking. Settled in time · settled in the village · agreed on in mediation · points (capped, an honour only):",
      },
    ]),
  teamLine: (name: string, counts: Counts, points: number): Text => {
    const { settledInTime, settledInVillage, resolved } = ratesOf(counts);
    const parts = [settledInTime, settledInVillage, resolved].map(partOf);
    const line = [...parts, points > 0 ? `+${points}` : String(points)].join(" · ");
    return { zh: `${name} ${line}`, en: `${name} ${line}` };
  },
  rules: join([
    {
      zh: "每一轮单独算，记在定下来的那天：办到的按办到那天，过期的按到期那天。",
      en: "Each round counts by itself, on the day it was decided: when it was done, or when it fell due.",
    },
    {
      zh: "「结束」不是「办好」；未评价不算满意，情况未核实不算办好。",
      en: "Closed is not settled; unrated is not satisfied, not verified is not settled.",
    },
    {
      zh: "满意率＝（满意＋基本满意）÷ 评价次数，满意另外单列。",
      en: "Satisfied or fairly so ÷ ratings; satisfied alone is shown beside it.",
    },
    {
      zh: "邻居一起报的算一件；撤回的只算撤回前已过期的；停着的时候不算超时。",
      en: "What neighbours told too is one matter; what was taken back counts only for what was overdue; what stands still is not late.",
    },
    {
      zh: "封存的、对人的投诉不在这些数里。只看结果，不看谁发得多。",
      en: "What is sealed or complains of somebody is in no figure. Outcomes only, never activity.",
    },
  ]),
  notYours: (where: string): Text => ({
    zh: `${where}的数字您看不到，能看自己村的：发 /stats。`,
    en: `You cannot see the figures of ${where}; for your own village send /stats.`,
  }),
  nowhere: {
    zh: "您还没有加入哪个村，看不到数字。扫村里的二维码加入。",
    en: "You have not joined a village yet, so there are no figures for you. Join by your village's code.",
  },
  notStaff: {
    zh: "这里只有办事的人有自己的数字。村里的：发 /stats。",
    en: "Only those who work on matters have figures of their own. For the village send /stats.",
  },
} satisfies Record<string, unknown>;
