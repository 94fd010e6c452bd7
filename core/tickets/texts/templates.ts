import { join, type Text } from "../../language/index.ts";
import { kindOf } from "../kinds/model.ts";
import type { TicketNumber } from "../model.ts";
import { anyKind } from "../templates/model.ts";

/**
 * Words we bring along until an office makes its own. None says a day: whoever promises one must say it herself.
 */
export const shippedTemplates: readonly {
  readonly id: string;
  readonly kind: string;
  readonly words: Text;
}[] = [
  {
    id: "s1",
    kind: "lamp",
    words: {
      zh: "看到了，我去看是灯泡还是线路，看完告诉您怎么修。",
      en: "I go and see whether it is the bulb or the wire, and tell you how it will be mended.",
    },
  },
  {
    id: "s2",
    kind: "ditch",
    words: {
      zh: "我先去看堵在哪里，通了拍照给您。",
      en: "I go and see where it is blocked, and send you a picture when it runs.",
    },
  },
  {
    id: "s3",
    kind: "rubbish",
    words: {
      zh: "已告诉保洁的人，清完拍照给您。",
      en: "The cleaners know; I send you a picture when it is done.",
    },
  },
  {
    id: "s4",
    kind: anyKind,
    words: {
      zh: "我先到现场看，看完告诉您怎么办。",
      en: "I go and look first, and tell you then what will be done.",
    },
  },
  {
    id: "s5",
    kind: anyKind,
    words: {
      zh: "这件事要几家一起商量，商量出结果告诉您。",
      en: "Several of us must talk about this; you will hear what comes of it.",
    },
  },
];

function kindSaid(kind: string): Text {
  return kind === anyKind ? { zh: "都可以用", en: "any kind" } : kindOf(kind);
}

/** Words that are used in answers again and again. */
export const templateTexts = {
  templateTitle: { zh: "加一条常用语", en: "a new template" },
  anyKind: { zh: "都可以用", en: "Any kind" },
  askTemplateKind: { zh: "用在哪一类？", en: "For which kind of matter?" },
  askTemplateWords: {
    zh: "常用的答复怎么说？别写日期，发的时候再补。",
    en: "What does the answer say? Leave out dates; add them when you send it.",
  },
  askTemplateUnit: { zh: "给哪里用？", en: "For which place?" },
  templateKept: (kind: string, words: string): Text => {
    const { zh, en } = kindSaid(kind);
    return { zh: `记下了（${zh}）：${words}`, en: `Kept (${en}): ${words}` };
  },
  seeTemplates: { zh: "看常用语", en: "See the templates" },
  addTemplate: { zh: "加一条", en: "Add one" },
  removeTemplate: { zh: "删掉", en: "Delete it" },
  keepTemplate: { zh: "不删", en: "Keep it" },
  templateRemoved: { zh: "删掉了。", en: "Deleted." },
  noSuchTemplate: {
    zh: "没有这条常用语，或不归您管。",
    en: "There is no such template, or it is not yours.",
  },
  mayNotKeepTemplates: { zh: "您现在不能给这里加常用语。", en: "You cannot keep templates for this place." },
  templateKnown: { zh: "这条已经有了。", en: "There is one like it already." },
  templateTooLong: (longest: number): Text => ({
    zh: `太长了，最多 ${longest} 个字。`,
    en: `That is too long: ${longest} characters at most.`,
  }),
  templatesFull: (most: number): Text => ({
    zh: `已经有 ${most} 条了，先删几条。`,
    en: `There are ${most} already; delete some first.`,
  }),
  templateLine: (kind: string, words: string): Text => {
    const { zh, en } = kindSaid(kind);
    return { zh: `${zh}：${words}`, en: `${en}: ${words}` };
  },
  templateList: (own: number, others: readonly Text[], page: number, pages: number): Text =>
    join([
      {
        zh: `常用语：点「答复」时可以选，发之前先给您看。${own === 0 ? "您还没有加过。" : `您管的 ${own} 条，点一条可以删${pages > 1 ? `（第 ${page}/${pages} 页）` : ""}。`}`,
        en: `Templates: pick one when you answer; you see it before it goes. ${own === 0 ? "You have added none." : `${own} of yours; press one to delete it${pages > 1 ? ` (page ${page} of ${pages})` : ""}.`}`,
      },
      others.length === 0 ? { zh: "", en: "" } : { zh: "上级的和自带的：", en: "From above, and ours:" },
      ...others,
    ]),
  templateView: (line: Text, unit: string): Text => ({
    zh: `${line.zh}\n（${unit} 用）`,
    en: `${line.en}\n(for ${unit})`,
  }),
  templateHint: {
    zh: "一句话加：「常用语 路灯 明天电工来换」。",
    en: "In one line: “/tasks words lamp the electrician comes”.",
  },
  sendAsItIs: { zh: "就这样发", en: "Send it so" },
  templateSure: (number: TicketNumber, words: string): Text => ({
    zh: `${number} 这样答复，对吗？\n${words}`,
    en: `Answer ${number} like this?\n${words}`,
  }),
  askOwnWords: (number: TicketNumber, words: string): Text => ({
    zh: `${number} 改成什么？写好发来，可以照着改：\n${words}\n完了发「好了」。`,
    en: `What should ${number} say instead? You may start from:\n${words}\nThen “done”.`,
  }),
} satisfies Record<string, unknown>;
