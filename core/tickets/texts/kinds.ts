import type { Text } from "../../language/index.ts";
import { kindOf, type KindId } from "../kinds/model.ts";
import type { Ticket } from "../model.ts";

/** What is said about what a matter is, to whoever tells it and to whoever works on it. */
export const kindTexts = {
  askKind: { zh: "这是哪一类？", en: "What kind of matter is it?" },
  askLikelyKind: { zh: "这是哪一类？像是下面的：", en: "What kind of matter is it? It sounds like:" },
  noneOfTheseKinds: { zh: "看看别的类", en: "Show all kinds" },
  changeKind: { zh: "改类别", en: "Change the kind" },
  changeKindTitle: { zh: "改类别", en: "changing the kind" },
  askKindOf: (number: number, kind: KindId): Text => ({
    zh: `${number} 现在分在「${kindOf(kind).zh}」。该是哪一类？`,
    en: `${number} stands under “${kindOf(kind).en}”. What is it?`,
  }),
  askWhyKind: { zh: "为什么改？说一句，或发「跳过」。", en: "Why? A sentence, or “skip”." },
  kindChanged: (number: number, kind: KindId): Text => ({
    zh: `${number} 改成「${kindOf(kind).zh}」了，期限照这一类算。以后这样的话会分得更准。`,
    en: `${number} is “${kindOf(kind).en}” now, with that kind's limits. Words like these will be sorted better.`,
  }),
  kindStays: (number: number, kind: KindId): Text => ({
    zh: `「${kindOf(kind).zh}」有专门的办法，${number} 的类别不能这样改。`,
    en: `“${kindOf(kind).en}” takes a way of its own: the kind of ${number} cannot be changed like this.`,
  }),
  /** Why a matter stands under its kind; empty where there is nothing to say. */
  kindReason: ({ kindBy, kindBecause }: Ticket): Text => {
    if (kindBy === "villager") return { zh: "类别是村民选的", en: "The villager chose the kind" };
    const because = kindBecause ?? [];
    if (kindBy !== "guess" || because.length === 0) return { zh: "", en: "" };
    return { zh: `为什么分到这类：${because.join("、")}`, en: `Sorted so because of: ${because.join(", ")}` };
  },
} satisfies Record<string, unknown>;
