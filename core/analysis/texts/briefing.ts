import type { Text } from "../../language/index.ts";
import type { BriefingState } from "../briefing/model.ts";

const states: Readonly<Record<BriefingState, Text>> = {
  sent: { zh: "等批示", en: "waits for a word" },
  noted: { zh: "已阅", en: "noted" },
  instructed: { zh: "批示在办", en: "instruction in hand" },
  answered: { zh: "批示已回复", en: "instruction answered" },
};

export const briefingTexts = {
  help: { zh: "民情专报和批示", en: "/briefing: briefings about hot topics, and what leaders wrote on them" },
  title: { zh: "写民情专报", en: "Write a briefing" },
  write: { zh: "写民情专报", en: "Write a briefing" },
  askLeader: { zh: "报给谁？", en: "For whom is it?" },
  askWords: {
    zh: "情况和建议怎么写？不写反映人的姓名。",
    en: "What is the matter, and what do you propose? Leave out the names of those who told of it.",
  },
  noLeader: { zh: "上面没有能批示的领导。", en: "There is no leader above who could take it." },
  previewHead: { zh: "发出去是这样：", en: "This is what goes out:" },
  unnamed: {
    zh: "（反映人的姓名和号码已隐去）",
    en: "(names and numbers of those who told of it are taken out)",
  },
  send: { zh: "发出", en: "Send it" },
  doNotSend: { zh: "不发了", en: "Do not send it" },
  changeWords: { zh: "改内容", en: "Change the words" },
  changeLeader: { zh: "改报给谁", en: "Change for whom" },
  dropped: { zh: "没有发。", en: "It was not sent." },
  sent: (id: number): Text => ({
    zh: `专报 ${id} 已送到。有批示马上告诉您。`,
    en: `Briefing ${id} is delivered. You hear of what is written on it at once.`,
  }),
  unreachable: (id: number): Text => ({
    zh: `专报 ${id} 记下了，但联系不上这位领导，请当面送。`,
    en: `Briefing ${id} is kept, but the leader cannot be reached here: please hand it over.`,
  }),
  sentAlready: { zh: "这份专报已经发出了。", en: "That briefing is sent already." },
  head: (id: number, by: string, to: string, at: Text): Text => ({
    zh: `【民情专报 ${id}】${by}报${to} · ${at.zh}`,
    en: `[Briefing ${id}] ${by} to ${to} · ${at.en}`,
  }),
  instruction: (who: string, at: Text, words: string): Text => ({
    zh: `批示（${who}，${at.zh}）：${words}`,
    en: `Instruction (${who}, ${at.en}): ${words}`,
  }),
  waitsUntil: (date: Text): Text => ({ zh: `${date.zh}前回复。`, en: `To be answered by ${date.en}.` }),
  answer: (who: string, at: Text, words: string): Text => ({
    zh: `回复（${who}，${at.zh}）：${words}`,
    en: `Answer (${who}, ${at.en}): ${words}`,
  }),
  matters: { zh: "看这些事项", en: "See the matters" },
  instruct: { zh: "批示", en: "Write on it" },
  note: { zh: "已阅，不用办", en: "Noted, nothing to do" },
  open: { zh: "看专报", en: "See the briefing" },
  answerIt: { zh: "回复批示", en: "Answer it" },
  list: (count: number): Text => ({ zh: `民情专报，最近 ${count} 份：`, en: `The last ${count} briefings:` }),
  line: (id: number, unit: string, kind: Text, state: BriefingState): Text => ({
    zh: `${id} ${unit} · ${kind.zh} · ${states[state].zh}`,
    en: `${id} ${unit} · ${kind.en} · ${states[state].en}`,
  }),
  none: {
    zh: "还没有民情专报。发「热点」，从一个热点写起。",
    en: "There are no briefings yet. Send /hot and begin from a topic.",
  },
  noSuch: {
    zh: "没有这份专报，或者不归您看。",
    en: "There is no such briefing, or it is not yours to read.",
  },
  notYourWord: {
    zh: "这份专报不是报给您的，由收到的领导批示。",
    en: "Only the leader it was written to writes on it.",
  },
  notYourAnswer: { zh: "批示由指挥室回复。", en: "The command room answers instructions." },
  decidedAlready: {
    zh: "这份专报已经有批示或已阅。",
    en: "That briefing has been noted or instructed on already.",
  },
  waitsAlready: {
    zh: "上一条批示还没回复，回复后可以再批。",
    en: "Your last instruction is not answered yet; you can write again after that.",
  },
  noted: { zh: "好，记为已阅。", en: "Noted." },
  notedForRoom: (id: number): Text => ({
    zh: `专报 ${id} 领导已阅，不用办。`,
    en: `Briefing ${id} was noted; nothing to do.`,
  }),
  instructTitle: { zh: "批示", en: "Write on a briefing" },
  askInstruction: { zh: "批示写什么？", en: "What do you instruct?" },
  instructed: (date: Text): Text => ({
    zh: `批示已转指挥室，${date.zh}前回复您。`,
    en: `It is with the command room; you have an answer by ${date.en}.`,
  }),
  nothingOpen: {
    zh: "没有等回复的批示，或已经回复了。",
    en: "No instruction waits, or it is answered already.",
  },
  answerTitle: { zh: "回复批示", en: "Answer an instruction" },
  askAnswer: { zh: "办得怎么样？写给领导。", en: "What came of it? The leader reads it." },
  answered: { zh: "已回复领导。", en: "The leader has your answer." },
  unreadLine: (id: number): Text => ({
    zh: `民情专报 ${id} 等您批示`,
    en: `briefing ${id} waits for your word`,
  }),
  nobodyLooked: (id: number): Text => ({
    zh: `专报 ${id} 送出 4 天了，领导还没看，请打电话问一声。`,
    en: `Briefing ${id} was sent 4 days ago and nobody has looked: please ring the leader.`,
  }),
  dueLine: (id: number, date: Text): Text => ({
    zh: `专报 ${id} 的批示还没回复，${date.zh}到期`,
    en: `the instruction on briefing ${id} is unanswered and due on ${date.en}`,
  }),
  lateLine: (id: number): Text => ({
    zh: `专报 ${id} 的批示过期还没回复`,
    en: `the instruction on briefing ${id} is unanswered and late`,
  }),
};
