import { join, type Text } from "../../language/index.ts";
import { numbersFor, type Danger } from "../danger/model.ts";
import type { EnclosedFile, Ticket } from "../model.ts";
import { wordsOr } from "./names.ts";

const names: Readonly<Record<Danger, Text>> = {
  gas: { zh: "煤气泄漏", en: "Gas leak" },
  fire: { zh: "着火", en: "Fire" },
  drowning: { zh: "落水", en: "Drowning" },
  shock: { zh: "触电", en: "Electric shock" },
  collapse: { zh: "倒塌压人", en: "Collapse" },
  medical: { zh: "病危受伤", en: "Medical emergency" },
  suicide: { zh: "有人要寻短见", en: "Risk of suicide" },
  violence: { zh: "有人行凶或求救", en: "Violence or a call for help" },
  traffic: { zh: "车祸伤人", en: "Traffic accident" },
  missing: { zh: "走失", en: "Somebody is missing" },
};

/** What to do this minute; the number stands in it. */
const instructions: Readonly<Record<Danger, Text>> = {
  gas: {
    zh: "人马上到屋外。别开关电器，别点火，别在屋里打电话。到外面打 119；有人不舒服打 120。",
    en: "Get outside now. Touch no switch, light no flame, do not phone indoors. Outside, call 119; if anyone feels ill, 120.",
  },
  fire: {
    zh: "人先跑出来，别拿东西，烟大就弯腰捂住口鼻。马上打 119；有人受伤打 120。",
    en: "Get everyone out, leave your things, stay low in smoke. Call 119 now; if anyone is hurt, 120.",
  },
  drowning: {
    zh: "马上打 119 和 120。别下水，扔绳子、竹竿、空桶给他，大声叫人。",
    en: "Call 119 and 120 now. Do not go in; throw a rope, a pole or an empty barrel, and shout for help.",
  },
  shock: {
    zh: "别碰人，别碰电线，离开 8 米以上。能关总闸就关。有人触电打 120，电线掉了打 119。",
    en: "Touch neither the person nor the wire; keep 8 metres away. Cut the mains if you can. Call 120 for the person, 119 for the wire.",
  },
  collapse: {
    zh: "马上打 119，有人受伤打 120。别进去，别硬拖，叫人都退开。",
    en: "Call 119 now, and 120 if anyone is hurt. Do not go in, do not pull; keep everybody back.",
  },
  medical: {
    zh: "马上打 120，照电话里说的做。别随便搬动他，别喂东西。",
    en: "Call 120 now and do what they say. Do not move the person, give nothing to eat or drink.",
  },
  suicide: {
    zh: "马上打 110；受了伤或吃了药打 120。身边别离人，把刀、绳、药收走。要是说的是您自己：先打 110，我们马上有人来陪您。",
    en: "Call 110 now; 120 if there is an injury or poison. Leave nobody alone, take blades, ropes and pills away. If it is you: call 110, somebody will come to you.",
  },
  violence: {
    zh: "先躲到安全的地方，锁好门。马上打 110；有人受伤打 120。不方便说话，发短信让家人报警。",
    en: "Get somewhere safe and lock the door. Call 110 now; 120 if anyone is hurt. If you cannot speak, text somebody who calls.",
  },
  traffic: {
    zh: "马上打 120 救人，打 122 报警。别搬动伤者，人站到路边，开双闪。",
    en: "Call 120 for the injured and 122 for the police. Do not move them; stand off the road, hazard lights on.",
  },
  missing: {
    zh: "马上打 110，不用等 24 小时。想好穿什么衣服、最后在哪里。",
    en: "Call 110 now; there is no need to wait 24 hours. Remember the clothes and the last place.",
  },
};

/** What is said where a life is in danger. */
export const dangerTexts = {
  dangerTitle: { zh: "急事", en: "an emergency" },
  dangerName: (danger: Danger): Text => names[danger],
  dangerDo: (danger: Danger): Text => instructions[danger],
  dangerTold: (number: number, told: readonly Text[]): Text =>
    told.length === 0
      ? { zh: `记下了（编号 ${number}）。`, en: `Noted as ${number}.` }
      : {
          zh: `我已通知${told.map(({ zh }) => zh).join("、")}（编号 ${number}）。`,
          en: `I have told ${told.map(({ en }) => en).join(", ")} (number ${number}).`,
        },
  dangerWhere: {
    zh: "在哪里？说门牌，或发位置。",
    en: "Where is it? The house number, or send your location.",
  },
  dangerMore: { zh: "还有什么，接着说，我马上转。", en: "Say more whenever you can; I pass it on at once." },
  dangerPassed: { zh: "已转给他们。", en: "They have it." },
  dangerStates: {
    out: { zh: "已到屋外", en: "We are outside" },
    inside: { zh: "还在屋里", en: "Still inside" },
    come: { zh: "需要人来", en: "Somebody must come" },
    called: { zh: "电话打了", en: "I have called" },
    cannot: { zh: "打不了电话", en: "I cannot call" },
    calm: { zh: "不是急事", en: "It is no emergency" },
    over: { zh: "没事了", en: "It is over" },
  },
  dangerSaid: {
    out: { zh: "人已到屋外。", en: "We are outside." },
    inside: { zh: "人还在屋里！", en: "Still inside!" },
    come: { zh: "需要人来！", en: "Somebody must come!" },
    called: { zh: "电话已经打了。", en: "The call was made." },
    cannot: { zh: "打不了电话，请帮忙打！", en: "She cannot call: please call for her!" },
    over: { zh: "说没事了。", en: "It is over, she says." },
  },
  dangerStays: {
    zh: "已经通知了，他们会来。不是急事就点「不是急事」。",
    en: "They have been told and will come. If it is no emergency, say so below.",
  },
  dangerOver: (number: number): Text => ({
    zh: `好，人没事就好。${number} 他们会来看一下，有变化直接说。`,
    en: `Good that you are safe. They will look after ${number}; say so if anything changes.`,
  }),
  dangerCalm: (number: number): Text => ({
    zh: `好，${number} 按普通的事办，已告诉他们。`,
    en: `All right, ${number} is dealt with as an ordinary matter; they know.`,
  }),
  dangerUnsure: (danger: Danger): Text =>
    join([
      instructions[danger],
      {
        zh: "下面回「对」，我马上通知村里；一分钟没回，我也通知。",
        en: "Answer yes below and I tell your village at once; without an answer I do so in a minute.",
      },
    ]),
  dangerForStranger: (danger: Danger): Text => {
    const numbers = numbersFor(danger).join("、");
    return join([
      instructions[danger],
      {
        zh: `我还不认识您，通知不到村里。先打 ${numbers}，打完再往下说，我来通知。`,
        en: `I do not know you yet and can tell nobody. Call ${numbers} first, then go on below and I will tell your village.`,
      },
    ]);
  },
  callCard: (ticket: Ticket, given: { unit: string; who: string }): Text => ({
    zh: `【需要帮助 ${ticket.number}】${given.unit}\n${given.who}：${ticket.what}\n地点：${ticket.place === "" ? "还没说" : ticket.place}\n请马上联系、赶到现场。回复这条消息，对方马上看到。`,
    en: `[Help needed ${ticket.number}] ${given.unit}\n${given.who}: ${ticket.what}\nWhere: ${ticket.place === "" ? "not said yet" : ticket.place}\nPlease get in touch and go there now. A reply to this message reaches them at once.`,
  }),
  alertCard: (
    ticket: Ticket,
    given: { danger: Danger; unit: string; who: string; files: readonly EnclosedFile[] },
  ): Text => {
    const [name, said] = [names[given.danger], wordsOr(ticket.what, given.files)];
    const place =
      ticket.place === "" ? { zh: "还没说", en: "not said yet" } : { zh: ticket.place, en: ticket.place };
    return {
      zh: `【紧急 ${ticket.number}】${name.zh} · ${given.unit}\n${given.who}：${said.zh}\n地点：${place.zh}\n请马上联系、赶到现场。回复这条消息，对方马上看到。`,
      en: `[URGENT ${ticket.number}] ${name.en} · ${given.unit}\n${given.who}: ${said.en}\nPlace: ${place.en}\nContact her and go there now. She reads your reply at once.`,
    };
  },
  alertMore: (number: number, who: string, words: string, files: readonly EnclosedFile[]): Text => {
    const said = wordsOr(words, files);
    return { zh: `【紧急 ${number}】${who}：${said.zh}`, en: `[URGENT ${number}] ${who}: ${said.en}` };
  },
  alertCalm: (number: number, who: string): Text => ({
    zh: `${number} ${who}说不是急事，按普通的事办。`,
    en: `${number}: ${who} says it is no emergency; an ordinary matter now.`,
  }),
} satisfies Record<string, unknown>;
