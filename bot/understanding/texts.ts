import type { Intent, Text } from "../../core/language/index.ts";

/** What intents are called where somebody looks at what was learnt. */
export const intentNames: Readonly<Record<Intent, Text>> = {
  report: { zh: "反映问题", en: "a report" },
  complaint: { zh: "服务投诉", en: "a complaint about service" },
  progress: { zh: "问进展", en: "how a matter stands" },
  nudge: { zh: "催办", en: "a nudge" },
  withdraw: { zh: "撤回", en: "taking a matter back" },
  policy: { zh: "问政策", en: "a policy" },
  service: { zh: "问怎么办手续", en: "a procedure" },
  human: { zh: "找人", en: "a person" },
  affairs: { zh: "村务公开", en: "the village’s affairs" },
  points: { zh: "积分", en: "points" },
  moments: { zh: "村民趣事", en: "moments" },
  news: { zh: "本地新闻", en: "local news" },
  me: { zh: "自己的信息", en: "her own data" },
  language: { zh: "换语言", en: "the language" },
  help: { zh: "问能做什么", en: "what this can do" },
  greeting: { zh: "打招呼", en: "a greeting" },
  thanks: { zh: "道谢", en: "thanks" },
  fixed: { zh: "说修好了", en: "good news" },
  chat: { zh: "闲话", en: "small talk" },
};
