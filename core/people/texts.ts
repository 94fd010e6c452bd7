import type { Text } from "../language/index.ts";
import type { Role } from "./model.ts";

/** What each post is called. */
export const roleNames: Readonly<Record<Role, Text>> = {
  villager: { zh: "村民", en: "villager" },
  grid_worker: { zh: "网格员", en: "grid worker" },
  team_member: { zh: "村服务团队", en: "village team" },
  liaison_lead: { zh: "联村组长", en: "liaison lead" },
  dispatcher: { zh: "镇指挥室", en: "command room" },
  officer: { zh: "科室人员", en: "officer" },
  area_leader: { zh: "联片领导", en: "area leader" },
  direct_leader: { zh: "分管领导", en: "leader in charge" },
  main_leader: { zh: "主要领导", en: "main leader" },
  editor: { zh: "编辑", en: "editor" },
  reviewer: { zh: "审核人", en: "reviewer" },
  operator: { zh: "后台操作员", en: "operator" },
  supervisor: { zh: "村务监督委员会", en: "supervision committee" },
  discipline: { zh: "纪检", en: "discipline" },
  shopkeeper: { zh: "超市管理员", en: "shopkeeper" },
  admin: { zh: "管理员", en: "admin" },
};

export const say = {
  joinTitle: { zh: "开始使用", en: "getting started" },
  consent: {
    zh: "您好，这里是村里的「点通」。\n有事在这里说一声，网格员 24 小时内回您。\n我们会记下您的名字、住处和反映的事，只给办事的人看，您随时可以查；办事记录要按规定留存，其余可以删。",
    en: "Hello, this is Diantong, your village's service desk.\nTell us what is wrong here; a grid worker answers within 24 hours.\nWe keep your name, where you live and what you report, for those who deal with it only. You can see it at any time; records of matters are kept as the rules require, the rest can be deleted.",
  },
  consentFirst: {
    zh: "您说的我先记着。要请您先同意：我们会记下您的名字、住处和反映的事，只给办事的人看。",
    en: "I have what you said. First I need your consent: we keep your name, where you live and what you report, for those who deal with it only.",
  },
  agree: { zh: "同意，开始用", en: "I agree" },
  explain: { zh: "先看说明", en: "Tell me more" },
  disagree: { zh: "不同意", en: "I do not agree" },
  explained: {
    zh: "记什么：名字、住处、您发来的话、照片和录音。\n给谁看：您的网格员和办这件事的人，别的村民看不到。\n不同意也没关系：可以直接找网格员，或到村委会当面说。",
    en: "What is kept: your name, where you live, and the words, pictures and recordings you send.\nWho sees it: your grid worker and those who deal with the matter; other villagers do not.\nYou need not agree: you can go to your grid worker or the village office in person.",
  },
  disagreed: {
    zh: "好，什么都没有记。想用的时候发「你好」；急事请直接找网格员或村委会。",
    en: "All right, nothing was kept. Write “hello” when you change your mind; in a hurry, go to your grid worker or the village office.",
  },
  askName: { zh: "怎么称呼您？发姓名就行。", en: "What is your name?" },
  notName: {
    zh: "请只发姓名，比如「王秀英」。",
    en: "Please send just your name, for example “Wang Xiuying”.",
  },
  askGrid: { zh: "您住在哪一片？", en: "Which part do you live in?" },
  welcome: (name: string, worker: string | undefined): Text => ({
    zh: `${name}，您好。${worker === undefined ? "" : `您的网格员是${worker}。`}有事直接说，比如「路口的灯坏了」。`,
    en: `Hello ${name}.${worker === undefined ? "" : ` Your grid worker is ${worker}.`} Just say what is wrong, for example “the lamp at the crossing is broken”.`,
  }),
  welcomeBack: (name: string): Text => ({
    zh: `${name}，您好。有事直接说。`,
    en: `Hello ${name}. Just say what is wrong.`,
  }),
  noGrid: {
    zh: "这里还没有设网格，请先联系管理员。",
    en: "No grid has been set up here yet; please ask the administrator.",
  },
  languageSet: { zh: "好，以后用中文。", en: "All right, English from now on." },
  languageHelp: { zh: "换语言 / change language", en: "change language / 换语言" },
  languageAsk: { zh: "用哪种语言？", en: "Which language?" },
  chinese: { zh: "中文", en: "中文" },
  english: { zh: "English", en: "English" },
} satisfies Record<string, Text | ((...given: never[]) => Text)>;
