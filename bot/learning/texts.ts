import { join, type Text } from "../../core/language/index.ts";
import type { SaidMoment } from "../../core/time/index.ts";

/** A share of sentences, in whole per cent. */
function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

interface Scores {
  readonly before: number;
  readonly after: number;
}

/** 「91% → 94%」 */
function scores({ before, after }: Scores): string {
  return `${percent(before)} → ${percent(after)}`;
}

/** What is said about what the program learnt, to whoever looks after it. */
export const say = {
  help: { zh: "/learning：学到了什么（学一次、撤回）", en: "/learning: what was learnt (train, undo)" },
  countyOnly: {
    zh: "学到的东西全县一起用，由县管理员来看。",
    en: "What is learnt serves the whole county: its administrator looks after it.",
  },
  usage: {
    zh: "发「/learning」看学到了什么。",
    en: "Send /learning to see what was learnt.",
  },
  head: { zh: "从办件里学到的：", en: "Learnt from the office's own matters:" },
  shippedServes: (title: Text, fresh: number): Text => ({
    zh: `【${title.zh}】用的是自带的，还没学过；新纠正 ${fresh} 条。`,
    en: `[${title.en}] What is shipped serves; nothing was trained yet. New corrections: ${fresh}.`,
  }),
  serves: (title: Text, at: SaidMoment, { score, examples, fresh }: Served): Text => ({
    zh: `【${title.zh}】用的是${at.zh}学的：${examples} 条，留出来考的对 ${percent(score)}；新纠正 ${fresh} 条。`,
    en: `[${title.en}] Trained ${at.en} with ${examples} examples; ${percent(score)} of those held out were right. New corrections: ${fresh}.`,
  }),
  restingSince: {
    zh: "上次撤回了，夜里先不学，等您点「学一次」。",
    en: "The last training was undone: none at night until you ask for one.",
  },
  train: (title: Text): Text => ({ zh: `学一次：${title.zh}`, en: `Train ${title.en}` }),
  show: (title: Text): Text => ({ zh: `看变化：${title.zh}`, en: `See what changed: ${title.en}` }),
  undo: { zh: "撤回这次", en: "Undo it" },
  trainingSoon: (title: Text): Text => ({
    zh: `好，这就学「${title.zh}」，学完告诉您。`,
    en: `All right, ${title.en} will be trained now; you will hear what came of it.`,
  }),
  taken: (title: Text, score: Scores, examples: number): Text => ({
    zh: `【学习】「${title.zh}」学了 ${examples} 条，留出来考的对 ${scores(score)}，从现在起用新的。`,
    en: `[Learning] ${title.en}: trained with ${examples} examples, held-out right ${scores(score)}. It serves from now on.`,
  }),
  rejected: (title: Text, score: Scores, lost: number): Text => ({
    zh: `【学习】「${title.zh}」学了没用：留出来考的对 ${scores(score)}，原来会的错了 ${lost} 句。还用原来的，请看看是不是有人改错了类。`,
    en: `[Learning] ${title.en}: not taken. Held-out right ${scores(score)}, ${lost} known sentences lost. What served goes on; please see whether somebody corrected wrongly.`,
  }),
  needless: (title: Text): Text => ({
    zh: `【学习】「${title.zh}」没有新东西可学，还用原来的。`,
    en: `[Learning] ${title.en}: nothing new to learn; what served goes on.`,
  }),
  failed: (title: Text): Text => ({
    zh: `【学习】「${title.zh}」没学成，还用原来的，请技术人员看日志。`,
    en: `[Learning] ${title.en}: the training failed; what served goes on. See the log.`,
  }),
  line: (title: Text): Text => ({ zh: `「${title.zh}」学过了`, en: `${title.en} were trained` }),
  labelLine: (name: Text, fresh: number, score: Scores): Text => ({
    zh: `· ${name.zh}：新 ${fresh} 条，对 ${scores(score)}`,
    en: `· ${name.en}: ${fresh} new, right ${scores(score)}`,
  }),
  sentencesHead: { zh: "留出来考的，猜法变了的：", en: "Held-out sentences guessed otherwise now:" },
  sentence: (words: string, names: { before: Text; after: Text; right: Text }): Text => {
    const { before, after, right } = names;
    const mark =
      after.zh === right.zh ? { zh: "对", en: "right" } : { zh: `应是${right.zh}`, en: `is ${right.en}` };
    return {
      zh: `· 「${words}」${before.zh} → ${after.zh}（${mark.zh}）`,
      en: `· “${words}” ${before.en} → ${after.en} (${mark.en})`,
    };
  },
  noChange: { zh: "留出来考的，猜法都没变。", en: "No held-out sentence is guessed otherwise." },
  undoneBy: (who: Text, at: SaidMoment): Text => ({
    zh: `${at.zh} ${who.zh}撤回了这次。`,
    en: `Undone by ${who.en}, ${at.en}.`,
  }),
  someone: (by: string): Text =>
    by === "console" ? { zh: "主机上", en: "somebody at the console" } : { zh: "有人", en: "somebody" },
  madeBy: (who: Text, at: SaidMoment): Text => ({ zh: `${at.zh}，${who.zh}`, en: `${at.en}, ${who.en}` }),
  byNight: { zh: "夜里自动学", en: "at night, by itself" },
  byConsole: { zh: "在主机上学", en: "from the console" },
  by: (name: string): Text => ({ zh: `${name}让学的`, en: `asked for by ${name}` }),
  askUndo: (title: Text, at: SaidMoment, back: SaidMoment | undefined): Text =>
    join([
      {
        zh: `要撤回${at.zh}学的「${title.zh}」吗？`,
        en: `Undo the training of ${title.en} from ${at.en}?`,
      },
      back === undefined
        ? { zh: "撤回后用自带的那套。", en: "What is shipped will serve." }
        : { zh: `撤回后用${back.zh}学的那次。`, en: `The one from ${back.en} will serve.` },
      {
        zh: "撤回会记下是您做的；夜里先不学，等您再点「学一次」。",
        en: "It is noted that it was you, and nothing is trained at night until you ask for it.",
      },
    ]),
  yesUndo: { zh: "撤回", en: "Undo it" },
  noUndo: { zh: "不撤", en: "Leave it" },
  undone: (title: Text): Text => ({
    zh: `好，「${title.zh}」退回去了，猜法和学之前一样。`,
    en: `Done: ${title.en} are guessed exactly as before that training.`,
  }),
  undoGone: {
    zh: "这次已经不在用了，没什么可撤的。发「/learning」看现在用的。",
    en: "That training does not serve any more: there is nothing to undo. Send /learning to see what does.",
  },
  noSuch: (id: string): Text => ({ zh: `没有第 ${id} 次学习。`, en: `There is no training ${id}.` }),
} satisfies Record<string, unknown>;

interface Served {
  readonly score: number;
  readonly examples: number;
  readonly fresh: number;
}
