import type { Text } from "../../language/index.ts";

export const discussTexts = {
  open: (count: number): Text => ({
    zh: count === 0 ? "留言" : `大家怎么说（${count}）`,
    en: count === 0 ? "Comments" : `What people say (${count})`,
  }),
  head: (title: string): Text => ({ zh: `【${title}】大家怎么说：`, en: `[${title}] What people say:` }),
  none: (title: string): Text => ({
    zh: `【${title}】还没有人留言。`,
    en: `[${title}] Nobody has commented yet.`,
  }),
  question: (host: string, question: string): Text => ({
    zh: `${host}想听大家说说：${question}`,
    en: `${host} would like to hear from you: ${question}`,
  }),
  summary: (summary: string): Text => ({ zh: `小结：${summary}`, en: `Summing up: ${summary}` }),
  comment: (name: string, date: Text, words: string): Text => ({
    zh: `${name}（${date.zh}）：${words}`,
    en: `${name} (${date.en}): ${words}`,
  }),
  official: (name: string, words: string): Text => ({
    zh: `　↳ ${name}（工作人员）：${words}`,
    en: `  ↳ ${name} (staff): ${words}`,
  }),
  reply: (name: string, words: string): Text => ({
    zh: `　↳ ${name}：${words}`,
    en: `  ↳ ${name}: ${words}`,
  }),
  hidden: (why: string): Text => ({ zh: `（这条收起了：${why}）`, en: `(hidden: ${why})` }),
  sayOne: { zh: "说一句", en: "Say something" },
  manage: { zh: "答复和管理", en: "Answer and moderate" },
  whichComment: { zh: "哪一条？", en: "Which one?" },
  begin: { zh: "请大家说说", en: "Open a discussion" },
  end: { zh: "写小结，结束讨论", en: "Sum up and end" },
  answer: { zh: "答复", en: "Answer" },
  hide: { zh: "收起", en: "Hide" },
  backToTalk: { zh: "看留言", en: "See the comments" },

  commentTitle: { zh: "留言", en: "Comment" },
  askComment: {
    zh: "想说什么？一两句就好。大家看得到您的称呼和这句话。",
    en: "What would you like to say? A sentence or two. Everybody sees what you are called, and this.",
  },
  askAnswer: (name: string, words: string): Text => ({
    zh: `${name}说：${words}\n怎么答？大家都看得到。`,
    en: `${name} says: ${words}\nWhat is your answer? Everybody can read it.`,
  }),
  tooLong: (most: number): Text => ({
    zh: `最多 ${most} 个字，请说短一点。`,
    en: `No more than ${most} characters, please.`,
  }),
  tooMany: {
    zh: "您今天说了不少，明天再说吧；急事发「人工」。",
    en: "You have said a lot today: please go on tomorrow, or send “human” if it cannot wait.",
  },
  commented: { zh: "好，已经贴出来了。", en: "It is posted." },
  answered: { zh: "已答复，也告诉了留言的人。", en: "It is posted, and whoever asked was told." },
  answerFor: (title: string, host: string, words: string): Text => ({
    zh: `您在【${title}】下面说的，${host}答：${words}`,
    en: `${host} answers what you said on [${title}]: ${words}`,
  }),
  newComment: (title: string, name: string, words: string): Text => ({
    zh: `【${title}】${name}留言：${words}`,
    en: `[${title}] ${name} commented: ${words}`,
  }),
  newCommentLine: (title: string): Text => ({ zh: `留言：${title}`, en: `Comment: ${title}` }),

  hideTitle: { zh: "收起留言", en: "Hide a comment" },
  askWhyHide: {
    zh: "为什么收起？留言的人和大家都看得到理由。",
    en: "Why is it hidden? Whoever wrote it, and everybody, can read the reason.",
  },
  whyHide: {
    personal: { zh: "说到了别人的私事", en: "it tells of somebody's private life" },
    insult: { zh: "话里有骂人", en: "it insults somebody" },
    advert: { zh: "是广告", en: "it is an advertisement" },
    elsewhere: { zh: "和这份政策无关", en: "it has nothing to do with this policy" },
  },
  hid: { zh: "已收起，也告诉了留言的人。", en: "It is hidden, and whoever wrote it was told." },
  hidFor: (title: string, why: string): Text => ({
    zh: `您在【${title}】下面的留言收起了：${why}。有意见发「人工」。`,
    en: `Your comment on [${title}] was hidden: ${why}. Send “human” if you disagree.`,
  }),

  beginTitle: { zh: "请大家说说", en: "Open a discussion" },
  askQuestion: { zh: "想请大家说什么？一句话。", en: "What should people talk about? One sentence." },
  begun: (question: string): Text => ({
    zh: `讨论开了：${question}`,
    en: `The discussion is open: ${question}`,
  }),
  isOpen: { zh: "已经有一个讨论开着，先写小结。", en: "A discussion is open already: sum it up first." },
  endTitle: { zh: "写小结", en: "Sum up" },
  askSummary: (count: number): Text => ({
    zh: `${count} 条留言。小结怎么写？大家都看得到。`,
    en: `${count} comments. How do you sum them up? Everybody can read it.`,
  }),
  ended: { zh: "小结贴出来了，讨论结束。", en: "The summary is posted and the discussion is over." },
  notOpen: { zh: "没有开着的讨论。", en: "No discussion is open." },
  notYours: { zh: "这个由发布政策的人来做。", en: "That is for those who publish policies here." },
  noSuchComment: { zh: "这条留言不在了。", en: "That comment is not there any more." },
};
