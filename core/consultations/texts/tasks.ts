import { join, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";

const none: Text = { zh: "", en: "" };

interface TaskWords {
  readonly id: number;
  readonly what: string;
  readonly due: SaidMoment;
  /** The matter or the meeting it came of. */
  readonly from: Text;
}

/** Joint tasks: given, done, overdue. */
export const taskTexts = {
  ofMatter: (number: number, words: string): Text => ({ zh: `${number} ${words}`, en: `${number} ${words}` }),
  ofMeeting: (title: string): Text => ({ zh: `会议「${title}」`, en: `the meeting “${title}”` }),
  onBehalf: (name: string, what: string): string => `${name}：${what}`,
  taskGiven: ({ id, what, due, from }: TaskWords, decision: string | undefined): Text =>
    join([
      { zh: `【会商任务 ${id}】${what}`, en: `[Joint task ${id}] ${what}` },
      { zh: `来自 ${from.zh}`, en: `From ${from.en}` },
      decision === undefined ? none : { zh: `定的是：${decision}`, en: `Decided: ${decision}` },
      { zh: `⏰ 最晚 ${due.zh}`, en: `⏰ By ${due.en}` },
      { zh: "回复这条消息就是说进展。", en: "Reply to this message to say how it goes." },
    ]),
  taskDone: { zh: "办好了", en: "Done" },
  taskDoneTitle: { zh: "办好会商任务", en: "A joint task done" },
  askHowDone: {
    zh: "怎么办好的？说一句，或发照片，完了发「好了」。",
    en: "How was it done? A sentence or a photo, then send “done”.",
  },
  doneNoted: (id: number): Text => ({
    zh: `任务 ${id} 记为办好，已告诉交办的人。`,
    en: `Task ${id} is noted as done; whoever gave it is told.`,
  }),
  doneFor: (who: string, { id, what, from }: Omit<TaskWords, "due">, words: Text, left: number): Text =>
    join([
      {
        zh: `任务 ${id} ${who}办好了：${what}（${from.zh}）`,
        en: `Task ${id}: ${who} did it: ${what} (${from.en})`,
      },
      words,
      left > 0 ? { zh: `还剩 ${left} 件。`, en: `${left} still open.` } : none,
    ]),
  allDone: (from: Text, settledBy: Text | undefined): Text => ({
    zh: `${from.zh} 的任务都办好了。${settledBy ? `事项还没结，由${settledBy.zh}了结。` : ""}`,
    en: `Every task of ${from.en} is done. ${settledBy ? `The matter itself is still for ${settledBy.en} to settle.` : ""}`,
  }),
  progressNoted: (id: number): Text => ({
    zh: `任务 ${id} 的进展记下了。办好了吗？`,
    en: `Noted on task ${id}. Is it done?`,
  }),
  progressFor: (who: string, id: number, words: Text): Text => ({
    zh: `任务 ${id} ${who}说：${words.zh}`,
    en: `Task ${id}: ${who} says: ${words.en}`,
  }),
  notYourTask: (id: number): Text => ({ zh: `没有给您的任务 ${id}。`, en: `Task ${id} is not yours.` }),
  taskOver: (id: number): Text => ({ zh: `任务 ${id} 已经了结。`, en: `Task ${id} is over.` }),
  drop: { zh: "收回任务", en: "Take it back" },
  dropTitle: { zh: "收回会商任务", en: "Taking a task back" },
  askWhyDrop: { zh: "为什么收回？一句话。", en: "Why? One sentence." },
  dropped: (id: number): Text => ({ zh: `任务 ${id} 收回了。`, en: `Task ${id} is taken back.` }),
  droppedFor: (id: number, what: string, reason: string): Text => ({
    zh: `任务 ${id}（${what}）收回了，不用办了：${reason}`,
    en: `Task ${id} (${what}) is taken back: ${reason}`,
  }),
  droppedNote: (what: string, reason: string): string => `收回任务：${what}（${reason}）`,
  taskDue: ({ id, what, due }: Omit<TaskWords, "from">): Text => ({
    zh: `任务 ${id} 快到了：${what}\n⏰ 最晚 ${due.zh}`,
    en: `Task ${id} is due soon: ${what}\n⏰ By ${due.en}`,
  }),
  taskDueLine: (id: number, what: string, due: SaidMoment): Text => ({
    zh: `任务 ${id} ${what} · ${due.zh}`,
    en: `Task ${id} ${what} · ${due.en}`,
  }),
  taskOverdue: ({ id, what, due }: Omit<TaskWords, "from">): Text => ({
    zh: `任务 ${id} 过期了：${what}（${due.zh}）。交办的人和领导已知道。`,
    en: `Task ${id} is overdue: ${what} (${due.en}). Whoever gave it and the leader know.`,
  }),
  taskOverdueLine: (id: number, what: string): Text => ({
    zh: `任务 ${id} ${what} · 过期`,
    en: `Task ${id} ${what} · overdue`,
  }),
  taskOverdueFor: (who: string, { id, what, due, from }: TaskWords): Text => ({
    zh: `任务 ${id} ${who}过期没办好：${what}（${from.zh}，${due.zh}）`,
    en: `Task ${id}: ${who} is overdue with ${what} (${from.en}, ${due.en})`,
  }),
  taskView: (
    given: TaskWords & { readonly owner: string; readonly state: Text; readonly result: string },
  ): Text =>
    join([
      { zh: `任务 ${given.id} ${given.what}`, en: `Task ${given.id} ${given.what}` },
      { zh: `来自 ${given.from.zh}`, en: `From ${given.from.en}` },
      {
        zh: `${given.owner} · ${given.state.zh} · 最晚 ${given.due.zh}`,
        en: `${given.owner} · ${given.state.en} · by ${given.due.en}`,
      },
      given.result === "" ? none : { zh: `最近：${given.result}`, en: `Latest: ${given.result}` },
    ]),
  taskStates: {
    open: { zh: "在办", en: "open" },
    overdue: { zh: "过期没办好", en: "overdue" },
    done: { zh: "办好", en: "done" },
    late: { zh: "办好（逾期）", en: "done (late)" },
    dropped: { zh: "收回", en: "taken back" },
  },
} satisfies Record<string, unknown>;
