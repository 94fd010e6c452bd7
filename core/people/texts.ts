import type { Text } from "../language/index.ts";
import { postTexts } from "./texts/posts.ts";

export { postName, roleNames, specialtyName } from "./texts/names.ts";

/** 双桥村 before 村服务团队 is 双桥, and G1 keeps a space behind it. */
function unitBefore(role: string, unit: string): string {
  if (/[A-Za-z0-9]$/.test(unit)) return `${unit} `;
  return unit.at(-1) === role.at(0) ? unit.slice(0, -1) : unit;
}

/** The county's command room is no township's. */
function roleAfter(role: string, unit: string): string {
  return unit.endsWith("县") ? role.replace(/^镇/u, "") : role;
}

/** Every sentence of this slice but those about households. */
export const say = {
  ...postTexts,
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
    zh: `${name}，您好。${worker === undefined ? "" : `您的网格员是${worker}。`}有事直接说，比如「路口的灯坏了」。\n您的电子名片做好了，只有您和办事的人看得到，发「我的名片」看。`,
    en: `Hello ${name}.${worker === undefined ? "" : ` Your grid worker is ${worker}.`} Just say what is wrong, for example “the lamp at the crossing is broken”.\nA card was made for you, seen by you and those who deal with your matters only: send /me.`,
  }),
  welcomeToPost: (name: string, post: Text): Text => ({
    zh: `${name}，您好。您现在是${post.zh}。发「帮助」看看能做什么。`,
    en: `Hello ${name}. You are now ${post.en}. Send “help” to see what you can do.`,
  }),
  postIn: (unit: string, role: Text): Text => ({
    zh: `${unitBefore(role.zh, unit)}${roleAfter(role.zh, unit)}`,
    en: `${role.en} of ${unit}`,
  }),
  askVillage: { zh: "您住在哪个村？发村名就行。", en: "Which village do you live in? Send its name." },
  noSuchVillage: (said: string): Text => ({
    zh: `没找到「${said.slice(0, 20)}」。请再发一次村名，比如「双桥」。`,
    en: `I found no village called “${said.slice(0, 20)}”. Please send the name again, for example “双桥”.`,
  }),
  askWhichVillage: { zh: "是哪一个？", en: "Which one is it?" },
  noneOfThese: { zh: "都不是", en: "None of these" },
  newNeighbour: (name: string, unit: string): Text => ({
    zh: `【新加入】${name}，说住在${unit}。您认识吗？`,
    en: `[New] ${name} says she lives in ${unit}. Do you know her?`,
  }),
  isHer: { zh: "认识，是本人", en: "Yes, that is her" },
  isNotHer: { zh: "不认识", en: "I do not know her" },
  confirmed: (name: string): Text => ({ zh: `好，${name}已核实。`, en: `All right, ${name} is confirmed.` }),
  youAreConfirmed: (worker: string): Text => ({
    zh: `${worker}已核实您的身份。`,
    en: `${worker} has confirmed who you are.`,
  }),
  alreadyConfirmed: (name: string): Text => ({
    zh: `${name}早就核实过了。`,
    en: `${name} was confirmed before.`,
  }),
  notConfirmed: (name: string): Text => ({
    zh: `好，${name}先不核实。她照样能反映问题；弄清楚了再点「认识，是本人」。`,
    en: `All right, ${name} stays unconfirmed. She can still report; press “Yes, that is her” once you are sure.`,
  }),
  mayNotConfirm: {
    zh: "只有她所在网格、村里的人能核实。",
    en: "Only those who hold a post where she lives can confirm her.",
  },
  noSuchPerson: (words: string): Text => ({
    zh: `没找到「${words.slice(0, 20)}」。请发登记的姓名。`,
    en: `I found nobody called “${words.slice(0, 20)}”. Please send the registered name.`,
  }),
  card: (given: {
    name: string;
    home: string | undefined;
    household: Text | undefined;
    posts: readonly Text[];
    isConfirmed: boolean;
  }): Text => {
    const { name, home, household, posts, isConfirmed } = given;
    const zh = posts.map((post) => post.zh).join("、");
    const en = posts.map((post) => post.en).join(", ");
    const house = { zh: household ? `\n${household.zh}` : "", en: household ? `\n${household.en}` : "" };
    return {
      zh: `【电子名片】${name}\n住：${home ?? "没登记"}${house.zh}\n身份：${zh}，${isConfirmed ? "已核实" : "还没核实"}`,
      en: `[Card] ${name}\nHome: ${home ?? "not registered"}${house.en}\nPosts: ${en}; ${isConfirmed ? "confirmed" : "not confirmed yet"}`,
    };
  },
  cardIsPrivate: {
    zh: "名片只有您自己和办事的人看得到。写错了就直接说，比如「我的住址登记错了」。",
    en: "Only you and those who deal with your matters see this card. If something is wrong, just say so.",
  },
  notYet: (worker: Text): Text => ({
    zh: `现在能反映问题；投票、积分、订东西要等${worker.zh}核实您是本人。`,
    en: `You can report now; voting, points and orders wait until ${worker.en} confirms who you are.`,
  }),
  acceptTitle: { zh: "接受邀请", en: "accepting an invitation" },
  offered: (unit: string, role: Text): Text => ({
    zh: `请您担任：${unitBefore(role.zh, unit)}${role.zh}。接受吗？`,
    en: `You are invited to be ${role.en} of ${unit}. Do you accept?`,
  }),
  accepted: (unit: string, role: Text): Text => ({
    zh: `好，您现在是${unitBefore(role.zh, unit)}${role.zh}。发「帮助」看看能做什么。`,
    en: `You are now ${role.en} of ${unit}. Send “help” to see what you can do.`,
  }),
  alreadyYours: (post: Text): Text => ({
    zh: `您已经是${post.zh}，不用再接受。`,
    en: `You are ${post.en} already; there is nothing to accept.`,
  }),
  notAccepted: {
    zh: "好，没有接受。邀请码过期前还能用。",
    en: "All right, not accepted. The code still works until it expires.",
  },
  noSuchInvite: { zh: "这个邀请码不对，请看看有没有抄错。", en: "That code is not right; please check it." },
  inviteExpired: {
    zh: "这个邀请码过期了，请发码的人再发一个。",
    en: "That code has expired; please ask for a new one.",
  },
  inviteSpent: {
    zh: "这个邀请码已经用过了，请发码的人再发一个。",
    en: "That code has been used; please ask for a new one.",
  },
  tooManyGuesses: {
    zh: "试得太多了，请过一小时再来。",
    en: "Too many wrong codes; please come back in an hour.",
  },
  joinAnyway: { zh: "不用码，直接加入", en: "Join without a code" },
  languageSet: { zh: "好，以后用中文。", en: "All right, English from now on." },
  languageAsk: { zh: "用哪种语言？ / Which language?", en: "Which language? / 用哪种语言？" },
  chinese: { zh: "中文", en: "中文" },
  english: { zh: "English", en: "English" },
  help: {
    me: { zh: "/me：我的名片", en: "/me: my card" },
    language: { zh: "中文 / English：换语言", en: "中文 / English: change language" },
    invite: { zh: "/invite 单位 身份：发邀请码", en: "/invite UNIT ROLE: make a code" },
    role: { zh: "/role 姓名：看、任、免职务", en: "/role NAME: see, appoint, dismiss" },
    units: { zh: "/units 单位：看一个单位和谁在任", en: "/units UNIT: a unit and who holds its posts" },
    person: { zh: "/person 姓名：看一个人，核实身份", en: "/person NAME: see and confirm a person" },
  },
} satisfies Record<string, unknown>;
