import { join, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import { kindOf, type KindId } from "../kinds/model.ts";
import { headline, type EnclosedFile, type Ticket } from "../model.ts";
import { waitsUntil, type Dues } from "./dues.ts";
import { kindName, line, stateNames, timelineLine, wordsOr, type TimelineLine } from "./names.ts";

/** A matter by number, thing and place. */
function whichOne({ number, kind, place }: Pick<Ticket, "number" | "kind" | "place">): Text {
  const [{ zh, en }, where] = [kindOf(kind), place === "" ? "" : ` · ${place}`];
  return { zh: `${number} ${zh}${where}`, en: `${number} ${en}${where}` };
}

/** What villagers, and everyone who asks about a matter, are told. */
export const villagerTexts = {
  help: {
    report: { zh: "反映问题：直接说，比如「路口的灯坏了」", en: "/report: say what is wrong" },
    mine: { zh: "我的事项：看办到哪一步", en: "/mine: see how your matters stand" },
    human: { zh: "人工：找人说", en: "/human: talk to a person" },
    tasks: {
      zh: "待办（/tasks）：要您办的，最急在前",
      en: "/tasks: what you must act on, most urgent first",
    },
    words: { zh: "常用语（/words）：答复时点选的话", en: "/words: words you pick when you answer" },
    week: { zh: "我这周办了什么（/week）：只给自己看", en: "/week: what you did this week, for you alone" },
    task: {
      zh: "/task 编号：看一件事项，后面加 why 说明为什么那时到期；回复卡片就是答复",
      en: "/task N: one matter, /task N why: why it is due then; replying to its card answers",
    },
    proxy: {
      zh: "代报（/proxy）：替没有手机的人、或说事会上提的事报上来",
      en: "/proxy: report for somebody",
    },
    assign: { zh: "/assign 编号：把事项交给别人", en: "/assign N: give a matter to somebody else" },
  },
  reportTitle: { zh: "反映问题", en: "a report" },
  askWhat: {
    zh: "什么事？直接说，也可以发照片、语音。说完发「好了」。",
    en: "What is the matter? Say it, or send photos or a voice message. Write “done” when you have finished.",
  },
  askWhere: { zh: "在哪里？说个大概，或发位置。", en: "Where is it? Roughly, or send your location." },
  whichVillage: (name: string): Text => ({
    zh: `叫${name}的有几个，是哪一个？`,
    en: `Several villages are called ${name}. Which one is it?`,
  }),
  reportAbout: (words: string): Text =>
    words === ""
      ? { zh: "要反映的事", en: "your report" }
      : { zh: headline(words, 12), en: headline(words, 12) },
  changePlace: { zh: "改地点", en: "Change the place" },
  summary: (kind: KindId, place: string, words: string, files: readonly EnclosedFile[]): Text => {
    const [name, said] = [kindName(kind), wordsOr(words, files)];
    return {
      zh: `记下了：\n【${name.zh}】${place}\n${said.zh}\n有照片或语音可以接着发。这样交给网格员，对吗？`,
      en: `Noted:\n[${name.en}] ${place}\n${said.en}\nYou can still send photos or a voice message. Shall I hand it in?`,
    };
  },
  dropped: {
    zh: "好，不报了。有事再说。",
    en: "All right, nothing was handed in. Tell me whenever there is something.",
  },
  filed: (number: number, responsible: Text | undefined, due: SaidMoment): Text =>
    responsible === undefined
      ? {
          zh: `记下了，编号 ${number}。您这里还没有设网格员，已告诉管理员。\n想看进展发「${number}」。`,
          en: `Noted as number ${number}. There is no grid worker for you yet; the administrator has been told.\nSend “${number}” to see how it stands.`,
        }
      : {
          zh: `已交给${responsible.zh}，编号 ${number}。最晚 ${due.zh} 前回您。\n想看进展发「${number}」。`,
          en: `Handed to ${responsible.en} as number ${number}. You will have an answer by ${due.en}.\nSend “${number}” to see how it stands.`,
        },
  seeProgress: { zh: "看进展", en: "See how it stands" },
  anyTime: { zh: "好的，有事随时说。", en: "All right. Tell me whenever there is something." },
  yourWord: (number: number): Text => ({
    zh: `好的。${number} 您觉得办得怎么样？`,
    en: `All right. What do you say about ${number}?`,
  }),
  yourAnswer: (number: number, who: Text, words: string, files: readonly EnclosedFile[]): Text => {
    const said = wordsOr(words, files);
    return { zh: `${number} ${who.zh}回您：${said.zh}`, en: `${number} ${who.en} answers: ${said.en}` };
  },
  yourSettled: (number: number, words: string, files: readonly EnclosedFile[]): Text => {
    const said = wordsOr(words, files);
    return {
      zh: `${number} 办好了：${said.zh}\n您觉得？`,
      en: `${number} is settled: ${said.en}\nWhat do you say?`,
    };
  },
  yourSettledAsSaid: (number: number, who: Text): Text => ({
    zh: `${number} ${who.zh}说办好了。您觉得？`,
    en: `${number}: ${who.en} says that it is done. What do you say?`,
  }),
  notFixed: { zh: "还没好", en: "Not fixed yet" },
  thanks: (number: number): Text => ({
    zh: `谢谢您，${number} 的评价已记下。`,
    en: `Thank you. Your word on ${number} is noted.`,
  }),
  whyTitle: { zh: "说说哪里不满意", en: "why you are not satisfied" },
  why: { zh: "哪里不满意？", en: "What is wrong?" },
  reasons: {
    unsolved: { zh: "没真正解决", en: "Not really solved" },
    slow: { zh: "拖得太久", en: "It took too long" },
    manner: { zh: "态度", en: "The manner" },
    words: { zh: "说说看", en: "In my own words" },
  },
  askReason: { zh: "您说。", en: "Please tell me." },
  reopened: (number: number, responsible: Text | undefined, due: SaidMoment): Text => ({
    zh: `${number} 重新办${responsible === undefined ? "" : `，这次由${responsible.zh}负责`}，最晚 ${due.zh} 给您答复。`,
    en: `${number} is reopened${responsible === undefined ? "" : `; ${responsible.en} is in charge now`}. You will have an answer by ${due.en}.`,
  }),
  backToWorker: (number: number): Text => ({
    zh: `知道了，${number} 已退回去接着办，办好再请您评价。`,
    en: `Understood: ${number} goes back to be finished; you will be asked again then.`,
  }),
  added: (number: number): Text => ({ zh: `已补充到 ${number}。`, en: `Added to ${number}.` }),
  unrated: (ticket: Pick<Ticket, "number" | "kind" | "place">): Text => {
    const { zh, en } = whichOne(ticket);
    return {
      zh: `${zh}\n七天没有评价，先记为「未评价」。现在评价也行；要是没办好，点「不满意」。`,
      en: `${en}\nIt has not been rated for seven days and is noted as “not rated”. You can still rate it; if it is not fixed, press “Not satisfied”.`,
    };
  },
  mine: { zh: "您反映的事：", en: "What you reported:" },
  noneMine: {
    zh: "您还没有反映过事情。有事直接说，比如「路口的灯坏了」。",
    en: "You have not reported anything yet. Just say it, for example “the lamp at the crossing is broken”.",
  },
  line,
  timeline: (
    ticket: Ticket,
    responsible: Text | undefined,
    dues: Dues,
    lines: readonly TimelineLine[],
  ): Text => {
    const [kind, state, waits] = [kindOf(ticket.kind), stateNames[ticket.state], waitsUntil(ticket, dues)];
    const head: Text = {
      zh: `${ticket.number} ${kind.zh} · ${ticket.place}`,
      en: `${ticket.number} ${kind.en} · ${ticket.place}`,
    };
    const who: Text =
      responsible === undefined
        ? { zh: "", en: "" }
        : { zh: `（${responsible.zh}）`, en: ` (${responsible.en})` };
    const now: Text = {
      zh: `现在：${state.zh}${who.zh}${waits.zh}`,
      en: `Now: ${state.en}${who.en}${waits.en}`,
    };
    return join([head, ...lines.map((one) => timelineLine(one)), now]);
  },
  noSuch: (number: string): Text => ({
    zh: `没有编号 ${number} 的事项。`,
    en: `There is no matter number ${number}.`,
  }),
  notYours: (number: number): Text => ({
    zh: `${number} 不是您反映的，也不归您办，看不了。`,
    en: `${number} is neither your report nor yours to deal with.`,
  }),
  notYourRating: (number: number): Text => ({
    zh: `${number} 要由反映的人自己评价。`,
    en: `Only the person who reported ${number} can rate it.`,
  }),
  over: (number: number): Text => ({
    zh: `${number} 已经结束了。还有问题直接说。`,
    en: `${number} is closed. If something is wrong, just say it.`,
  }),
  notSettledYet: (number: number): Text => ({
    zh: `${number} 还在办，办好了再请您评价。`,
    en: `${number} is still being dealt with; you will be asked when it is done.`,
  }),
  alreadyRated: (number: number): Text => ({
    zh: `${number} 您已经评价过了。`,
    en: `You have already rated ${number}.`,
  }),
  nothingSaid: {
    zh: "没有看到内容，请发文字、照片或语音。",
    en: "I saw nothing in it; please send words, a photo or a voice message.",
  },
  humanTitle: { zh: "找人说", en: "talking to a person" },
  askHuman: {
    zh: "好，我请网格员来找您。想说什么先说一句，或发语音。",
    en: "All right, your grid worker will contact you. Say in a sentence what it is about, or send a voice message.",
  },
  humanForStranger: {
    zh: "我还不认识您，没法请人找您。发「你好」，同意后说姓名和住处，我就请网格员找您。急事请打村委会电话；有危险打 110、119、120。",
    en: "I do not know you yet, so nobody can call on you. Write “hello”, agree, and give your name and where you live. In a hurry, call the village office; in danger, 110, 119 or 120.",
  },
  callMe: { zh: "请联系本人", en: "please contact me" },
  humanAnyway: { zh: "请联系我", en: "Please contact me" },
} satisfies Record<string, unknown>;
