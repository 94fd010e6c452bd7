import type { Text } from "../../language/index.ts";

/** What is said where an official is accused, and where somebody's service is complained about. */
export const accusationTexts = {
  accusing: {
    zh: "听起来是举报干部。这种事归纪检管，不经过村里和镇指挥室，也可以打 12388。\n您刚才说的，怎么办？",
    en: "This sounds like accusing an official. That is for the discipline office, not the village or the command room; you can also call 12388.\nWhat shall I do with what you said?",
  },
  sealIt: { zh: "封存，只给纪检看", en: "Seal it for the discipline office" },
  eraseIt: { zh: "删掉，我自己去说", en: "Delete it, I will tell them myself" },
  noAccusation: { zh: "不是举报，普通反映", en: "No accusation, an ordinary report" },
  erased: {
    zh: "删掉了，我这里不留。请打 12388，或当面找纪检。",
    en: "Deleted; nothing is kept here. Call 12388, or go to the discipline office.",
  },
  sealed: (number: number): Text => ({
    zh: `已封存，编号 ${number}，只有您和纪检看得到。也可以打 12388。\n想看进展发「${number}」。`,
    en: `Sealed as number ${number}; only you and the discipline office can see it. You can also call 12388.\nSend “${number}” to see how it stands.`,
  }),
  sealedWithNobody: (number: number): Text => ({
    zh: `已封存，编号 ${number}，只有您看得到。这里还没有纪检的人，没人能接：请打 12388。`,
    en: `Sealed as number ${number}; only you can see it. Nobody from the discipline office is here yet to take it: please call 12388.`,
  }),
  sealedHead: { zh: "封存", en: "Sealed" },
  sealedNote: { zh: "只有您和反映的人看得到。", en: "Only you and the reporter can see this." },
  complaintSummary: (who: string, words: string): Text => ({
    zh: `记下了，对${who}的意见：\n${words}\n交给上一级，${who}看不到。对吗？`,
    en: `Noted, a complaint about ${who}:\n${words}\nIt goes one level up; ${who} cannot see it. Shall I hand it in?`,
  }),
  someWorker: { zh: "网格员", en: "the grid worker" },
} satisfies Record<string, unknown>;
