import type { Text } from "../../language/index.ts";
import type { EventKind } from "../drafts/store.ts";
import type { Policy, Standing } from "../model.ts";
import { standingNames } from "./standing.ts";

const happened: Readonly<Record<EventKind, Text>> = {
  drafted: { zh: "建了草稿", en: "drafted" },
  imported: { zh: "导入", en: "imported" },
  read: { zh: "文件读好", en: "file read" },
  unreadable: { zh: "文件没读成", en: "file not readable" },
  described: { zh: "填了信息", en: "described" },
  written: { zh: "写了解读", en: "reading written" },
  submitted: { zh: "交审核", en: "handed in for review" },
  reviewed: { zh: "审核通过", en: "reviewed" },
  returned: { zh: "退回", en: "sent back" },
  published: { zh: "发布", en: "published" },
  restored: { zh: "恢复为现行版", en: "in force again" },
  withdrawn: { zh: "撤下", en: "withdrawn" },
  dropped: { zh: "草稿不要了", en: "dropped" },
  valid_until: { zh: "改有效期", en: "validity changed" },
  pinned: { zh: "置顶", en: "pinned" },
  unpinned: { zh: "取消置顶", en: "unpinned" },
};

export const manageTexts = {
  help: {
    zh: "政策管理（/policyadmin）：草稿、解读审核、新版、撤下",
    en: "/policyadmin: drafts, readings, new versions, withdrawing",
  },
  usage: {
    zh: "这样说：/policyadmin 看全部，/policyadmin 3 看第 3 份。",
    en: "Say /policyadmin for all of them, /policyadmin 3 for number 3.",
  },
  noSuch: (id: number): Text => ({
    zh: `没有编号 ${id} 的政策，或者不归您管。`,
    en: `There is no policy ${id} of yours.`,
  }),
  notForReviewers: { zh: "这一步由编辑来做。", en: "That is for editors." },
  notForWriters: { zh: "这一步由审核人来做。", en: "That is for reviewers." },

  // ------------------------------------------------------------------ the list

  list: (counts: { drafts: number; toReview: number; published: number }): Text => ({
    zh: `政策：草稿 ${counts.drafts}，待审解读 ${counts.toReview}，已发布 ${counts.published}。`,
    en: `Policies: ${counts.drafts} drafts, ${counts.toReview} readings to review, ${counts.published} published.`,
  }),
  line: (
    { id, title, version }: Pick<Policy, "id" | "title" | "version">,
    standing: Standing | "draft",
  ): Text => {
    const name = standingNames[standing];
    return {
      zh: `${id}《${title}》${version > 1 ? `第 ${version} 版 ` : ""}${name.zh}`,
      en: `${id} ${title}${version > 1 ? ` (version ${version})` : ""}: ${name.en}`,
    };
  },
  page: (at: number, of: number): Text => ({ zh: `第 ${at}/${of} 页`, en: `Page ${at} of ${of}` }),
  next: { zh: "下一页", en: "Next page" },
  publishNew: { zh: "发布新政策", en: "Publish a policy" },
  review: { zh: "审解读", en: "Review readings" },
  gaps: { zh: "没答上的问题", en: "Unanswered questions" },

  // ------------------------------------------------------------------- one

  one: (given: {
    head: Text;
    standing: Text;
    passages: number;
    readings: number;
    waiting: number;
  }): Text => ({
    zh: `${given.head.zh}\n状态：${given.standing.zh}\n${given.passages} 段，${given.readings} 段有解读${given.waiting > 0 ? `，${given.waiting} 段待审` : ""}。`,
    en: `${given.head.en}\nNow: ${given.standing.en}\n${given.passages} passage${given.passages === 1 ? "" : "s"}, ${given.readings} with a reading${given.waiting > 0 ? `, ${given.waiting} to be reviewed` : ""}.`,
  }),
  standing: (standing: Standing | "draft", version: number, by: Text | undefined): Text => {
    const name = standingNames[standing];
    return {
      zh: `${name.zh}（第 ${version} 版）${by ? `，${by.zh}` : ""}`,
      en: `${name.en} (version ${version})${by ? `, ${by.en}` : ""}`,
    };
  },
  publishedBy: (name: string, at: Text): Text => ({
    zh: `${name} ${at.zh} 发布`,
    en: `published by ${name} on ${at.en}`,
  }),
  replacedBy: (id: number, at: string | null): Text => ({
    zh: `新版是 ${id}${at === null ? "" : `（${at}）`}`,
    en: `the new version is ${id}${at === null ? "" : ` (${at})`}`,
  }),
  withdrawnWhy: (why: string): Text => ({ zh: `原因：${why}`, en: `because: ${why}` }),
  buttons: {
    passages: { zh: "看段落、写解读", en: "Passages and readings" },
    describe: { zh: "改信息", en: "Change its header" },
    publish: { zh: "发布", en: "Publish" },
    drop: { zh: "不要了", en: "Drop it" },
    version: { zh: "出新版", en: "New version" },
    until: { zh: "改有效期", en: "Change until when" },
    pin: { zh: "置顶", en: "Pin" },
    unpin: { zh: "取消置顶", en: "Unpin" },
    withdraw: { zh: "撤下", en: "Withdraw" },
    history: { zh: "看记录", en: "What happened" },
    file: { zh: "看原件", en: "The file" },
    notice: { zh: "推送情况", en: "How the notice goes" },
    back: { zh: "看这份", en: "This policy" },
  },
  original: (title: string): Text => ({ zh: `《${title}》的原件。`, en: `The file of ${title}.` }),
  pasted: (title: string): Text => ({
    zh: `《${title}》是贴上来的，没有原件。`,
    en: `${title} was pasted; there is no file.`,
  }),
  history: (title: string, lines: readonly Text[]): Text => ({
    zh: [`《${title}》的记录：`, ...lines.map(({ zh }) => zh)].join("\n"),
    en: [`What happened to ${title}:`, ...lines.map(({ en }) => en)].join("\n"),
  }),
  event: (kind: EventKind, who: string, at: Text, data: string): Text => ({
    zh: `${at.zh} ${who}：${happened[kind].zh}${data === "" ? "" : `（${data}）`}`,
    en: `${at.en} ${who}: ${happened[kind].en}${data === "" ? "" : ` (${data})`}`,
  }),

  // ------------------------------------------------------------------ deeds

  pinned: (title: string): Text => ({ zh: `《${title}》置顶了。`, en: `${title} is pinned.` }),
  unpinned: (title: string): Text => ({
    zh: `《${title}》不再置顶。`,
    en: `${title} is not pinned any more.`,
  }),
  onlyPublished: { zh: "要先发布才行。", en: "It has to be published first." },
  alreadyOver: { zh: "这一份已经不用了。", en: "That one is not in use any more." },
  dropped: (id: number): Text => ({ zh: `草稿 ${id} 不要了。`, en: `Draft ${id} was dropped.` }),
  notADraft: (id: number): Text => ({ zh: `政策 ${id} 不是草稿。`, en: `Policy ${id} is no draft.` }),

  untilTitle: { zh: "改有效期", en: "Change until when it is valid" },
  askUntil: (title: string, until: string | null): Text => ({
    zh: `《${title}》现在${until === null ? "没写到期日" : `有效到 ${until}`}。改成哪天？如「2027年12月31日」。`,
    en: `${title} is ${until === null ? "without an end" : `valid until ${until}`}. Until which day?`,
  }),
  unlimited: { zh: "长期有效", en: "No end" },
  untilChanged: (title: string, until: string | null): Text => ({
    zh: `《${title}》${until === null ? "改成长期有效" : `有效到 ${until}，过了会告诉问的人已到期`}。`,
    en: `${title}: ${until === null ? "no end" : `valid until ${until}; afterwards whoever asks is told that it ran out`}.`,
  }),

  withdrawTitle: { zh: "撤下政策", en: "Withdraw a policy" },
  askWhy: (title: string): Text => ({
    zh: `为什么撤下《${title}》？写一句，会记下来。`,
    en: `Why is ${title} withdrawn? One sentence; it is kept.`,
  }),
  sureWithdraw: (title: string, why: string): Text => ({
    zh: `撤下《${title}》，村民就查不到了。\n原因：${why}`,
    en: `${title} is withdrawn; villagers will not find it any more.\nBecause: ${why}`,
  }),
  withdraw: { zh: "撤下", en: "Withdraw" },
  doNot: { zh: "不撤了", en: "Leave it" },
  left: { zh: "没有撤。", en: "It was left as it is." },
  withdrawn: (title: string, restored: number | undefined): Text => ({
    zh: `《${title}》撤下了。${restored === undefined ? "" : `上一版（${restored}）恢复使用。`}`,
    en: `${title} was withdrawn.${restored === undefined ? "" : ` The version before (${restored}) counts again.`}`,
  }),
};
