import type { Text } from "../../../core/language/index.ts";
import type { SaidMoment } from "../../../core/time/index.ts";

/** Every sentence of the dashboard's pages. */
export const say = {
  titleOf: (place: string): Text => ({ zh: `${place}看板`, en: `${place}: dashboard` }),
  title: { zh: "点通看板", en: "Diantong dashboard" },
  demo: { zh: "演示数据", en: "Demonstration" },
  demoSentence: { zh: "村名是真的，人和事都是编的。", en: "Real villages, invented people and matters." },
  skip: { zh: "跳到内容", en: "Skip to the content" },
  where: { zh: "看哪里", en: "Which place" },
  asOf: (at: SaidMoment): Text => ({ zh: `${at.zh} 的情况`, en: `As of ${at.en}` }),
  until: (who: string, at: SaidMoment): Text => ({
    zh: `${who}打开，${at.zh} 自动退出。`,
    en: `Opened by ${who}; signs out at ${at.en}.`,
  }),
  endsSoon: (at: SaidMoment): Text => ({
    zh: `${at.zh} 自动退出。要接着看，打开的人在「点通」里发「/stats board」，点「开着的续 4 小时」。`,
    en: `Signs out at ${at.en}. To go on, whoever opened it says /stats board in Diantong and presses “4 hours more”.`,
  }),
  language: { zh: "English", en: "中文" },
  pause: { zh: "暂停更新", en: "Pause updates" },
  leave: { zh: "退出", en: "Sign out" },
  live: { zh: "每半分钟更新", en: "Updates every half minute" },
  paused: { zh: "更新已暂停", en: "Updates are paused" },
  lost: { zh: "连不上，数字可能旧了", en: "No connection: figures may be old" },

  now: { zh: "现在", en: "Now" },
  open: { zh: "待办", en: "Open" },
  overdue: { zh: "超时", en: "Overdue" },
  soon: { zh: "24 小时内到期", en: "Due in 24 hours" },
  soonShort: { zh: "快到期", en: "Due soon" },
  supervised: { zh: "督办", en: "Supervised" },

  queue: { zh: "先到期的先办", en: "First due first" },
  queueEmpty: { zh: "没有待办的事项。", en: "Nothing is open." },
  queueAll: (count: string): Text => ({
    zh: `共 ${count} 件，这里是最先到期的。`,
    en: `${count} in all; these are due first.`,
  }),
  matter: { zh: "事项", en: "Matter" },
  placeAndHolder: { zh: "地方、谁在办", en: "Place, who has it" },
  due: { zh: "期限", en: "Due" },
  nobody: { zh: "还没有人接", en: "nobody yet" },
  urgent: { zh: "紧急", en: "Urgent" },
  late: (length: SaidMoment): Text => ({ zh: `超时 ${length.zh}`, en: `${length.en} overdue` }),
  left: (length: SaidMoment): Text => ({ zh: `还剩 ${length.zh}`, en: `${length.en} left` }),
  still: { zh: "暂停计时", en: "Clock paused" },

  places: { zh: "各地情况", en: "By place" },
  place: { zh: "地方", en: "Place" },
  itself: (name: string): Text => ({ zh: `${name}本级`, en: `${name} itself` }),
  morePlaces: (count: number): Text => ({ zh: `其余 ${count} 个地方`, en: `${count} more places` }),
  noPlaces: { zh: "下面没有别的地方。", en: "There is nothing below this place." },

  trend: { zh: "近八周", en: "The last eight weeks" },
  filed: { zh: "交来", en: "Filed" },
  settled: { zh: "办好", en: "Settled" },
  week: { zh: "一周从", en: "Week from" },
  trendTable: { zh: "看每周的数", en: "The figures week by week" },
  trendSentence: (filed: number, settled: number): Text => ({
    zh: `八周交来 ${filed} 件，办好 ${settled} 件`,
    en: `${filed} filed and ${settled} settled in eight weeks`,
  }),

  rates: (from: SaidMoment, to: SaidMoment): Text => ({
    zh: `评价和时效（${from.zh}到${to.zh}）`,
    en: `Ratings and times (${from.en} to ${to.en})`,
  }),
  rate: { zh: "指标", en: "Measure" },
  share: { zh: "比例", en: "Share" },
  outOf: { zh: "件数", en: "Out of" },
  satisfaction: { zh: "满意率", en: "Content" },
  few: { zh: "件数少", en: "few" },
  noShare: { zh: "—", en: "—" },

  calls: { zh: "紧急通知叫应", en: "Call and answer" },
  noCalls: { zh: "现在没有在叫应的紧急通知。", en: "No urgent notice is being answered now." },
  answered: (count: number, doors: number): Text => ({
    zh: `已回 ${count} 户，共 ${doors} 户`,
    en: `${count} of ${doors} doors answered`,
  }),
  visited: (count: number): Text => ({
    zh: `上门、电话找到 ${count} 户`,
    en: `${count} found by visit or telephone`,
  }),
  help: (count: number): Text => ({ zh: `要帮助 ${count} 户`, en: `${count} need help` }),
  silent: (count: number): Text => ({ zh: `还没有回音 ${count} 户`, en: `${count} not heard of yet` }),
  doorsFrom: (at: SaidMoment): Text => ({ zh: `${at.zh} 起上门`, en: `visits from ${at.en}` }),

  footer: {
    zh: "不列也不计：封存的检举控告、服务投诉和纠纷，请在待办和指挥台里看。「办好」不等于「已结束」。",
    en: "Neither shown nor counted: sealed accusations, complaints about service and disputes; they stand in /tasks and /desk. “Settled” is not “closed”.",
  },

  openTitle: { zh: "打开看板", en: "Open the dashboard" },
  openFor: (name: string): Text => ({
    zh: `这个链接是给${name}的，只能打开一次。`,
    en: `This link is for ${name} and opens once.`,
  }),
  openButton: { zh: "打开", en: "Open" },
  openNote: { zh: "不是您本人，请关掉这一页。", en: "If that is not you, close this page." },

  askAgain: { zh: "请在「点通」里发 /stats，拿一个新的链接。", en: "Say /stats in Diantong for a new link." },
  faults: {
    unknown: {
      zh: "这个链接不对，可能没有复制完整。",
      en: "This link is not right; perhaps not all of it was copied.",
    },
    used: {
      zh: "这个链接已经打开过一次，不能再用了。",
      en: "This link has been opened once and cannot be used again.",
    },
    expired: { zh: "这个链接过了 15 分钟，已经失效。", en: "This link was good for 15 minutes and is over." },
    no_post: { zh: "您现在没有看看板的职务。", en: "You hold no post that has the dashboard now." },
    over: { zh: "您已退出，或者时间到了。", en: "You have signed out, or your time is over." },
    not_yours: {
      zh: "这个地方不在您的范围里，或者没有这个地方。",
      en: "This place is not yours to see, or there is none.",
    },
    foreign: {
      zh: "这个请求是从别的网页来的，没有照办。",
      en: "This request came from another page and was not done.",
    },
    absent: { zh: "没有这一页。", en: "There is no such page." },
    failed: {
      zh: "看板一时打不开，请过一会儿再试。",
      en: "The dashboard cannot be shown just now. Please try again shortly.",
    },
  },
  backToMine: { zh: "回到我的看板", en: "Back to my dashboard" },
};

/** Why a page is not shown. */
export type Fault = keyof typeof say.faults;
