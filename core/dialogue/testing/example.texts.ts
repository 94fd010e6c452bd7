import { verbatim, type Text } from "../../language/index.ts";
import type { Place } from "../questions/place.ts";
import type { Summary } from "../questions/review.ts";

function text(zh: string, en: string): Text {
  return { zh, en };
}

const kinds = [
  { id: "light", label: text("公共设施·路灯", "Public things: lamp") },
  { id: "water", label: text("水利·沟渠", "Water: ditch") },
  { id: "other", label: text("其他", "Something else") },
];

function kindLabel(kind: string): Text {
  return kinds.find(({ id }) => id === kind)?.label ?? verbatim(kind);
}

export const say = {
  kinds,
  kindLabel,
  report: text("反映问题", "Report a problem"),
  what: text(
    "请说说是什么事，照片、语音也可以发。发完了说「好了」。",
    "What is it? Photos and voice are fine. Say “done”.",
  ),
  where: text("在什么地方？打字说，或者发个定位。", "Where is it? Write it or send a location."),
  kind: text("是哪一类？", "What kind is it?"),
  same: text("附近有人报过，是同一件事吗？", "A neighbour reported something near. Is it the same?"),
  none: { id: "none", label: text("不是，另外报", "No, another one") },
  twin: (number: string, about: string) => ({ id: number, label: verbatim(`${number} ${about}`) }),
  joined: (number: number): Text =>
    text(`好，${number} 也算您一份，有进展一起告诉您。`, `You follow ${number} now and will hear of it.`),
  review: (what: string, where: Place, kind: string, files: number): Summary => ({
    text: text(
      `记下了：\n【${kindLabel(kind).zh}】${where.words}，${what}${files === 0 ? "" : `（附件 ${files}）`}\n这样交给网格员，对吗？`,
      `Noted:\n[${kindLabel(kind).en}] ${where.words}: ${what}${files === 0 ? "" : ` (${files} files)`}\nShall I hand it in?`,
    ),
    changes: {
      what: text("改内容", "Change what"),
      where: text("改地点", "Change where"),
      kind: text("改类别", "Change kind"),
    },
  }),
  dropped: text("好，不报了。", "All right, dropped."),
  filed: (number: number): Text =>
    text(`已交给网格员老李，编号 ${number}。`, `Handed to your grid worker, number ${number}.`),
  shop: text("换东西", "Redeem points"),
  goods: text("换哪一样？", "Which one?"),
  good: (number: number) => ({ id: `g${number}`, label: text(`肥皂${number}号`, `Soap no. ${number}`) }),
  sure: (good: string): Text => text(`换 1 块 ${good}，扣 10 分，对吗？`, `One ${good} for 10 points?`),
  kept: text("好，不换了。", "All right, nothing is redeemed."),
  code: (code: string): Text => text(`取货码 ${code}。`, `Your code is ${code}.`),
  note: text("要留句话吗？", "Any note?"),
  thanks: (note: string | null): Text =>
    text(note === null ? "好的。" : `记下了：${note}`, `Noted: ${note ?? "nothing"}`),
  join: text("登记", "Register"),
  name: text("怎么称呼您？", "What is your name?"),
  phone: text("手机号？", "Your phone number?"),
  home: text("住在哪里？", "Where do you live?"),
  joinedAs: (name: string, phone: string | null, home: string): Text =>
    verbatim(`${name} / ${phone ?? "-"} / ${home}`),
  rate: text("评价", "Rate"),
  how: (number: number): Text => text(`${number} 办得怎么样？`, `How was ${number} handled?`),
  scores: [
    { id: "good", label: text("满意", "Content") },
    { id: "bad", label: text("不满意", "Not content") },
  ],
  why: text("哪里不满意？", "What was wrong?"),
  rated: text("谢谢您。", "Thank you."),
  menu: text("您要办哪一样？", "What would you like?"),
  tasks: text("手上 2 件。", "Two in hand."),
  card: (number: string): Text => text(`${number} 路灯 · 双桥村`, `${number} lamp, Shuangqiao`),
  human: text("已请老李联系您。", "Lao Li will contact you."),
  unclear: text("您是想反映一件事，还是换东西？", "Do you want to report something, or redeem points?"),
};
