import type { Intent, Text } from "../../language/index.ts";

/** What is not built yet: what she hears instead, with what can be done. */
export const notYet = {
  affairs: {
    zh: "村务公开这里还看不到，村里的公开栏照旧看。想问哪笔账、哪份合同，请人答您：点「找人说」。",
    en: "The village’s affairs cannot be read here yet; the notice board is where it was. To ask about an account or a contract, choose “Talk to a person”.",
  },
  moments: {
    zh: "村民趣事还没开通，照片、买卖先发不了。要找失物、要人帮忙，点「找人说」。",
    en: "Villagers’ moments are not open yet: nothing can be posted. For things lost or help wanted, choose “Talk to a person”.",
  },
  news: {
    zh: "本地新闻还没开通，天气、停电、活动这里查不到。村里的通知会直接发给您；急着知道，点「找人说」。",
    en: "Local news is not open yet; weather, power cuts and events are not known here. Notices are sent to you directly; in a hurry, choose “Talk to a person”.",
  },
} satisfies Partial<Record<Intent, Text>>;

/** What a villager hears whose words could mean several things. */
export const unclearTexts = {
  unclearTitle: { zh: "您刚才说的", en: "what you said" },
  unclear: { zh: "您是想问哪一样？", en: "Which of these do you mean?" },
  unclearNoneMine: {
    zh: "您现在没有在办的事。您是想问哪一样？",
    en: "You have no matter under way. Which of these do you mean?",
  },
  unclearInstead: {
    zh: "好，不报。那您是想问哪一样？",
    en: "All right, no report. Which of these do you mean?",
  },
  unclearNoPolicy: {
    zh: "好，不查政策。那您是想问哪一样？",
    en: "All right, no policy. Which of these do you mean?",
  },
  unclearUnanswered: {
    zh: "政策里没有现成的答案。您是想问哪一样？",
    en: "No policy has a ready answer. Which of these do you mean?",
  },
  askPersonThen: { zh: "是问政策，请人答我", en: "It is about a policy: let a person answer" },
  sayItAgain: {
    zh: "那您换句话再说一遍，或者点「找人说」，有人来问您。",
    en: "Then say it once more in other words, or choose “Talk to a person”: somebody will ask you.",
  },
  howIsMine: (label: Text): Text => ({
    zh: `我报的事到哪一步了（${label.zh}）`,
    en: `How my matter stands (${label.en})`,
  }),
  somethingElse: { zh: "别的", en: "Something else" },
  otherWishes: { zh: "那是这里的哪一样？", en: "Is it one of these, then?" },
  notReport: { zh: "不是报事", en: "This is no report" },
  doubt: (text: Text): Text => ({
    zh: `${text.zh}\n（我当您在报事。不是的话点「不是报事」。）`,
    en: `${text.en}\n(I take this for a report. If it is none, press “This is no report”.)`,
  }),
  wishes: {
    report: { zh: "反映一个新问题", en: "Report a new problem" },
    policy: { zh: "查政策、问怎么办手续", en: "Ask about a policy or a procedure" },
    human: { zh: "找人说", en: "Talk to a person" },
    affairs: { zh: "看村务公开", en: "The village’s affairs" },
    points: { zh: "我的积分", en: "My points" },
    moments: { zh: "村民趣事", en: "Villagers’ moments" },
    news: { zh: "本地新闻、天气、活动", en: "Local news, weather, events" },
    me: { zh: "我的名片和信息", en: "My card and data" },
    language: { zh: "换语言", en: "Change the language" },
    help: { zh: "看看能做什么", en: "See what this can do" },
  } satisfies Partial<Record<Intent, Text>>,
  notYet,
} satisfies Record<string, unknown>;
