import type { Text } from "../../language/index.ts";

export const browseTexts = {
  whichTopic: { zh: "看哪一类？", en: "Which topic?" },
  topicLine: (name: Text, count: number): Text => ({
    zh: `${name.zh}（${count}）`,
    en: `${name.en} (${count})`,
  }),
  inTopic: (name: Text): Text => ({ zh: `【${name.zh}】有这些：`, en: `[${name.en}] holds:` }),
  emptyTopic: (name: Text): Text => ({
    zh: `【${name.zh}】还没有发布什么。订阅了，有新的就告诉您。`,
    en: `Nothing is published on [${name.en}] yet. Subscribe, and you will be told of what comes.`,
  }),
  nothingPublished: {
    zh: "还没有发布政策。直接问也行。",
    en: "No policy is published yet. You can still ask.",
  },
  expiredMark: { zh: "（已到期）", en: " (expired)" },
  pinnedMark: { zh: "重要｜", en: "Important: " },
  follow: (name: Text): Text => ({ zh: `订阅「${name.zh}」`, en: `Subscribe to ${name.en}` }),
  unfollow: (name: Text): Text => ({ zh: `不订「${name.zh}」了`, en: `Unsubscribe from ${name.en}` }),
  followed: (name: Text): Text => ({
    zh: `好，「${name.zh}」有新政策就告诉您。`,
    en: `You will be told of new policies on ${name.en}.`,
  }),
  unfollowed: (name: Text): Text => ({
    zh: `好，「${name.zh}」不再发给您。`,
    en: `You will not be told of ${name.en} any more.`,
  }),
  allTopics: { zh: "全部分类", en: "All topics" },
  everything: { zh: "全部新政策", en: "all new policies" },
  following: (names: readonly Text[]): Text => ({
    zh: names.length === 0 ? "您还没有订阅。" : `您订阅了：${names.map(({ zh }) => zh).join("、")}。`,
    en:
      names.length === 0
        ? "You subscribe to nothing yet."
        : `You subscribe to: ${names.map(({ en }) => en).join(", ")}.`,
  }),
  mySubscriptions: { zh: "我的订阅", en: "My subscriptions" },
  nextPage: { zh: "下一页", en: "Next page" },
  previousPage: { zh: "上一页", en: "Previous page" },
  nextArticle: { zh: "下一条", en: "Next article" },
  previousArticle: { zh: "上一条", en: "Previous article" },
  allArticles: { zh: "整份目录", en: "All articles" },
  articleLine: (article: string | null, position: number, words: string): Text => ({
    zh: `${article ?? `第 ${position} 段`} ${words}`,
    en: `${article ?? `Part ${position}`} ${words}`,
  }),
  reading: (words: string, name: string | undefined): Text => ({
    zh: `白话：${words}${name === undefined ? "" : `（${name}审核）`}`,
    en: `In plain words: ${words}${name === undefined ? "" : ` (reviewed by ${name})`}`,
  }),
  noSuchPolicy: {
    zh: "这份政策看不到了，可能换了新的。发「查政策」再找。",
    en: "This policy is not there any more; it may have been replaced. Send /policy to look again.",
  },
  usage: { zh: "发「查政策」，直接说想问什么。", en: "Send /policy and say what you would like to know." },
  ask: { zh: "问一句", en: "Ask" },
};
