import { join, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import { mostOthers } from "../model.ts";
import { namesOf, topicName } from "./names.ts";

/** What whoever calls in a mediator hears, and others of the staff. */
export const openingTexts = {
  help: {
    zh: "调解（/mediate）：看您在调解的事",
    en: "/mediate: the mediations you are in",
  },
  openTitle: { zh: "请人调解", en: "calling in a mediator" },
  noneMine: {
    zh: "您没有在调解的事。和人有纠纷直接说，比如「邻居占了我家地界」，可以请人调解，不收费。",
    en: "You are in no mediation. If you have a dispute with somebody, just say it; somebody may mediate, free of charge.",
  },
  mine: { zh: "您在调解的事：", en: "Your mediations:" },
  line: (number: number, topic: string, state: Text): Text => {
    const name = topicName(topic);
    return { zh: `${number} ${name.zh} · ${state.zh}`, en: `${number} ${name.en} · ${state.en}` };
  },
  noSuch: (number: string): Text => ({
    zh: `没有编号 ${number} 的调解。`,
    en: `There is no mediation number ${number}.`,
  }),
  usage: { zh: "请带上编号，比如 /mediate 1001。", en: "Please give a number, such as /mediate 1001." },
  mayNotOpen: (number: number): Text => ({
    zh: `${number} 要由网格员、联村组长或镇指挥室来请人调解。`,
    en: `The grid worker, the liaison lead or the command room calls in a mediator for ${number}.`,
  }),
  over: (number: number): Text => ({
    zh: `${number} 已经办好或结束了，不用再调解。`,
    en: `${number} is settled or closed; there is nothing to mediate.`,
  }),
  urgentFirst: (number: number): Text => ({
    zh: `${number} 是急事，先去现场。人平安了再说调解。`,
    en: `${number} is an emergency: go there first. Mediation can wait.`,
  }),
  notMediated: (number: number): Text => ({
    zh: `${number} 不是人和人的纠纷，不能调解。`,
    en: `${number} is no dispute between people and cannot be mediated.`,
  }),
  followed: (number: number): Text => ({
    zh: `${number} 有邻居一起跟着，改成不公开的纠纷会瞒着他们。请让当事人另报一件。`,
    en: `Neighbours follow ${number}; it cannot become private. Please have the dispute reported as a matter of its own.`,
  }),
  becomesDispute: {
    zh: "会改记为「纠纷」，不公开。",
    en: "It will be noted as a dispute, and private.",
  },
  askWho: (number: number): Text => ({
    zh: `${number} 和谁有纠纷？说对方姓名，几个人用顿号隔开。`,
    en: `Who is the other side of ${number}? Their names, separated by commas.`,
  }),
  notAName: (words: string): Text => ({
    zh: `「${words}」不像姓名。只说姓名，几个人用顿号隔开。`,
    en: `“${words}” is no name. Only names, please, separated by commas.`,
  }),
  tooMany: {
    zh: `一边最多 ${mostOthers} 个人，人多的推 ${mostOthers} 个以下的代表。`,
    en: `${mostOthers} at most; a larger group chooses up to ${mostOthers} who speak for it.`,
  },
  isReporter: (name: string): Text => ({
    zh: `${name}就是反映的人。说对方的姓名。`,
    en: `${name} is the reporter. Name the other side, please.`,
  }),
  whichOne: (name: string): Text => ({ zh: `「${name}」是哪一位？`, en: `Which “${name}” is it?` }),
  personAt: (name: string, home: string): Text =>
    home === "" ? { zh: name, en: name } : { zh: `${name}（${home}）`, en: `${name} (${home})` },
  noneOfThem: (name: string): Text => ({
    zh: `都不是，只记名字「${name}」`,
    en: `None of them: just note the name “${name}”`,
  }),
  selfIsParty: (number: number): Text => ({
    zh: `您自己是 ${number} 的一方，要由别人来请人调解。`,
    en: `You are a side of ${number} yourself; somebody else must call in a mediator.`,
  }),
  askTopic: {
    zh: "这件事叫什么？比如「老宅界址」。各方都看得到，不要写谁对谁错。没有就「跳过」。",
    en: "What shall it be called, such as “the old boundary”? Every side reads it: not who is right. Or “skip”.",
  },
  topicTooLong: { zh: "太长了，30 个字以内。", en: "Too long: 30 characters at most." },
  askMediator: (number: number): Text => ({
    zh: `${number} 请谁来调解？`,
    en: `Who is to mediate ${number}?`,
  }),
  someoneElse: { zh: "别人（乡贤等），说姓名", en: "Somebody else, by name" },
  askElse: {
    zh: "请谁？说姓名。要村里的人，收得到消息，不是当事人。",
    en: "Who? A name of somebody in the village who gets messages and is no side of it.",
  },
  nobodyElse: (name: string): Text => ({
    zh: `村里没找到能请的「${name}」（不在村里、收不到消息，或是当事人）。换一位，说姓名。`,
    en: `Nobody called “${name}” can be asked (not of the village, without a chat, or a side of it). Another name, please.`,
  }),
  preview: (given: {
    readonly number: number;
    readonly parties: readonly { readonly name: string }[];
    readonly topic: string;
    readonly mediator: Text;
    readonly changesKind: boolean;
    readonly twins: readonly { readonly name: string; readonly number: number }[];
  }): Text => {
    const { number, mediator, twins } = given;
    const [names, topic] = [namesOf(given.parties), topicName(given.topic)];
    const also = twins.map((twin): Text => ({
      zh: `${twin.name}自己也报了 ${twin.number}，看看是不是同一件事。`,
      en: `${twin.name} has reported ${twin.number} too: is it the same dispute?`,
    }));
    return join([
      {
        zh: `${number} ${topic.zh}\n当事人：${names.zh}\n调解员：${mediator.zh}`,
        en: `${number} ${topic.en}\nSides: ${names.en}\nMediator: ${mediator.en}`,
      },
      given.changesKind ? openingTexts.becomesDispute : { zh: "", en: "" },
      ...also,
      {
        zh: "先问反映的人愿不愿意，愿意了才告诉对方。对吗？",
        en: "The reporter is asked first; the other side is told only if she is willing. Right?",
      },
    ]);
  },
  goOn: { zh: "对，请人调解", en: "Yes, call in the mediator" },
  notNow: { zh: "先不请", en: "Not now" },
  notOpened: { zh: "好，先不请人调解。", en: "All right, no mediator for now." },
  opened: (number: number, mediator: Text, due: SaidMoment): Text => ({
    zh: `${number} 已请${mediator.zh}调解，最晚 ${due.zh}。村里的期限先停，调解完了接着算。\n双方说的话只有调解员看得到；进展发 /mediate ${number}。`,
    en: `${mediator.en} will mediate ${number}, by ${due.en}. The village's time stands still meanwhile.\nWhat the sides say only the mediator reads; /mediate ${number} shows how it stands.`,
  }),
  already: (number: number): Text => ({
    zh: `${number} 已经在调解了。`,
    en: `${number} is being mediated already.`,
  }),
  notFit: {
    zh: "这个人现在不能当调解员了（收不到消息，或是当事人）。请重新请。",
    en: "This person cannot mediate now (without a chat, or a side of it). Please choose again.",
  },
  resignedForStaff: (number: number, name: string): Text => ({
    zh: `${number} ${name}调不了，请另外请人。`,
    en: `${name} cannot mediate ${number}. Please call in somebody else.`,
  }),
  replaceTitle: { zh: "换调解员", en: "another mediator" },
  replace: { zh: "换调解员", en: "Another mediator" },
  replaced: (number: number, mediator: Text): Text => ({
    zh: `${number} 改由${mediator.zh}调解，各方已知道。`,
    en: `${mediator.en} mediates ${number} now; everybody knows.`,
  }),
  isMediatorAlready: (number: number, name: string): Text => ({
    zh: `${number} 已经是${name}在调解。`,
    en: `${name} already mediates ${number}.`,
  }),
  ended: (number: number): Text => ({
    zh: `${number} 的调解已经结束了。`,
    en: `The mediation of ${number} is over.`,
  }),
  staffStatus: (given: {
    readonly number: number;
    readonly topic: string;
    readonly mediator: Text;
    readonly parties: readonly Text[];
    readonly state: Text;
    readonly due: SaidMoment | undefined;
  }): Text => {
    const topic = topicName(given.topic);
    const due = given.due ? { zh: `，最晚 ${given.due.zh}`, en: `, by ${given.due.en}` } : { zh: "", en: "" };
    return join([
      { zh: `【调解 ${given.number}】${topic.zh}`, en: `[Mediation ${given.number}] ${topic.en}` },
      { zh: `调解员：${given.mediator.zh}`, en: `Mediator: ${given.mediator.en}` },
      ...given.parties,
      { zh: `现在：${given.state.zh}${due.zh}`, en: `Now: ${given.state.en}${due.en}` },
      { zh: "双方说的话只有调解员看得到。", en: "What the sides say only the mediator reads." },
    ]);
  },
} satisfies Record<string, unknown>;
