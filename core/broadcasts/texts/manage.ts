import type { Text } from "../../language/index.ts";
import type { NoticeState } from "../model.ts";
import { many } from "./words.ts";

const states: Readonly<Record<NoticeState, Text>> = {
  review: { zh: "待审核", en: "waits for review" },
  refused: { zh: "审核没同意", en: "refused" },
  planned: { zh: "定时", en: "scheduled" },
  spreading: { zh: "发送中", en: "being sent" },
  sending: { zh: "发送中", en: "being sent" },
  done: { zh: "发完", en: "sent" },
  cancelled: { zh: "已取消", en: "cancelled" },
};

export function stateName(state: NoticeState): Text {
  return states[state];
}

export const manageTexts = {
  noticeHelp: {
    zh: "通知（/notice）：看通知，补发、取消、上门名单",
    en: "/notice: notices, and what became of them",
  },
  usage: {
    zh: "这样说：/notice 看列表，/notice 12 看一条，/notice 12 cancel 取消，/notice limit 前童镇 5000 设审核人数。",
    en: "Say /notice, /notice 12, /notice 12 cancel, or /notice limit 前童镇 5000.",
  },
  none: {
    zh: "还没有通知。发「广播」写一条。",
    en: "There are no notices yet. Say /broadcast to write one.",
  },
  list: { zh: "最近的通知：", en: "The newest notices:" },
  line: (id: number, head: string, state: Text): Text => ({
    zh: `${id} ${head} · ${state.zh}`,
    en: `${id} ${head} · ${state.en}`,
  }),
  view: (given: {
    id: number;
    head: string;
    state: Text;
    where: Text;
    by: string;
    notes: readonly Text[];
  }): Text => ({
    zh: [
      `通知 ${given.id}「${given.head}」${given.state.zh}`,
      `${given.by}发给${given.where.zh}`,
      ...given.notes.map(({ zh }) => zh),
    ].join("\n"),
    en: [
      `Notice ${given.id} "${given.head}": ${given.state.en}`,
      `by ${given.by} to ${given.where.en}`,
      ...given.notes.map(({ en }) => en),
    ].join("\n"),
  }),
  startsAt: (at: Text): Text => ({ zh: `${at.zh} 发出`, en: `goes out ${at.en}` }),
  cancel: { zh: "取消", en: "Cancel it" },
  change: { zh: "改文字", en: "Change the words" },
  hold: { zh: "暂停", en: "Hold" },
  resume: { zh: "接着发", en: "Go on" },
  doors: { zh: "上门名单", en: "Doors to visit" },
  record: { zh: "要记录", en: "The record" },
  close: { zh: "结束叫应", en: "End the call" },
  begun: (id: number, people: number): Text => ({
    zh: `通知 ${id} 开始发了，共 ${many(people)} 人。`,
    en: `Notice ${id} is on its way to ${many(people)} people.`,
  }),
  begunByLeader: (id: number, people: number, reviewer: Text | undefined): Text => ({
    zh: `紧急通知 ${id} 开始发了，共 ${many(people)} 人。${reviewer ? `事后由${reviewer.zh}补审。` : ""}`,
    en: `Urgent notice ${id} is on its way to ${many(people)} people.${reviewer ? ` ${reviewer.en} reviews it afterwards.` : ""}`,
  }),
  planned: (id: number, at: Text): Text => ({
    zh: `通知 ${id} 定在 ${at.zh} 发。`,
    en: `Notice ${id} goes out ${at.en}.`,
  }),
  repeated: (id: number, how: Text, at: Text): Text => ({
    zh: `通知 ${id} ${how.zh} 发，下一次 ${at.zh}。`,
    en: `Notice ${id} goes out ${how.en}, next ${at.en}.`,
  }),
  handedToReviewer: (id: number, who: Text): Text => ({
    zh: `通知 ${id} 交给${who.zh}审核，同意了就发。`,
    en: `Notice ${id} is with ${who.en}; it goes out once agreed to.`,
  }),
  handedToDuty: (id: number, who: Text): Text => ({
    zh: `紧急通知 ${id} 已转给值班的${who.zh}，由他发出。`,
    en: `Urgent notice ${id} is with ${who.en}, who is on duty and sends it.`,
  }),
  nobodyReviews: {
    zh: "现在没有领导能审核，没有发。请打电话给指挥室。",
    en: "No leader is there to agree; nothing was sent. Please call the command room.",
  },
  notYours: (id: number): Text => ({ zh: `通知 ${id} 不归您管。`, en: `Notice ${id} is not yours.` }),
  noSuch: (id: number): Text => ({ zh: `没有通知 ${id}。`, en: `There is no notice ${id}.` }),
  cancelled: (id: number): Text => ({
    zh: `通知 ${id} 取消了，还没发出的都撤回。`,
    en: `Notice ${id} is cancelled; what waits is withdrawn.`,
  }),
  cancelledRepeat: (id: number): Text => ({
    zh: `通知 ${id} 以后不再重复发。`,
    en: `Notice ${id} is not repeated any more.`,
  }),
  tooLate: (id: number, state: Text): Text => ({
    zh: `通知 ${id} ${state.zh}，来不及了。要更正，请另发一条。`,
    en: `Too late: notice ${id} is ${state.en}. Please send another one to put it right.`,
  }),
  neverSent: (id: number): Text => ({
    zh: `通知 ${id} 领导没同意，本来就不会发。`,
    en: `Notice ${id} was refused: it does not go out.`,
  }),
  cancelledBefore: (id: number): Text => ({
    zh: `通知 ${id} 已经取消了。`,
    en: `Notice ${id} is cancelled already.`,
  }),
  changeTitle: { zh: "改通知", en: "Change a notice" },
  askChange: (before: string): Text => ({
    zh: `现在写的是：\n${before}\n改成什么？`,
    en: `It says:\n${before}\nWhat shall it say instead?`,
  }),
  sureChange: (message: Text, sent: number): Text => ({
    zh: `预览 ↓\n${message.zh}\n————\n还没发出的改成这样${sent > 0 ? `；已发出的 ${many(sent)} 条不变` : ""}。`,
    en: `Preview ↓\n${message.en}\n————\nWhat waits will read like this${sent > 0 ? `; ${many(sent)} are out already` : ""}.`,
  }),
  doChange: { zh: "改", en: "Change it" },
  doNotChange: { zh: "不改了", en: "Leave it" },
  changed: (id: number): Text => ({ zh: `通知 ${id} 改好了。`, en: `Notice ${id} is changed.` }),
  notChanged: { zh: "没有改。", en: "Nothing was changed." },
  changeInReview: (id: number): Text => ({
    zh: `通知 ${id} 在等审核。要改就先取消，再写一条。`,
    en: `Notice ${id} waits for review. Cancel it and write another one.`,
  }),
  changeAgreed: (id: number): Text => ({
    zh: `通知 ${id} 领导审核过了，文字要由他来改。`,
    en: `A leader agreed to notice ${id}: she has to change it.`,
  }),
  busy: {
    zh: "上一处改动还没做完，过一会儿再来。",
    en: "The last change is still being made; please come back shortly.",
  },
  heldNow: (id: number): Text => ({ zh: `通知 ${id} 停下了。`, en: `Notice ${id} is held.` }),
  goesOn: (id: number): Text => ({ zh: `通知 ${id} 接着发。`, en: `Notice ${id} goes on.` }),
  notHeld: (id: number): Text => ({ zh: `通知 ${id} 没有停。`, en: `Notice ${id} is not held.` }),
  nobodyMissed: (id: number): Text => ({
    zh: `通知 ${id} 都送到了，没有要补发的。`,
    en: `Notice ${id} reached everybody.`,
  }),
  stillUnreachable: (people: number): Text => ({
    zh: `没送到的 ${many(people)} 人现在还是送不到。给他们设照看人，或请网格员上门说。`,
    en: `The ${many(people)} who were missed cannot be reached now either. Name a carer for them, or have the grid worker tell them.`,
  }),
  notSentYet: (id: number): Text => ({ zh: `通知 ${id} 还没发完。`, en: `Notice ${id} is not out yet.` }),
  resendTitle: { zh: "补发", en: "Send again" },
  sureResend: (people: number, reachable: number): Text => ({
    zh: `没送到 ${many(people)} 人，其中 ${many(reachable)} 人现在能送到。补发吗？`,
    en: `${many(people)} were missed, ${many(reachable)} of them can be reached now. Send again?`,
  }),
  recordComes: { zh: "记录马上发给您。", en: "The record is on its way." },
  closedByHand: (id: number): Text => ({ zh: `叫应 ${id} 结束了。`, en: `Call ${id} is ended.` }),
  limitSet: (unit: string, limit: number): Text => ({
    zh: `${unit}：超过 ${many(limit)} 人的通知要先审核。`,
    en: `${unit}: notices to more than ${many(limit)} people are reviewed first.`,
  }),
  limitNow: (unit: string, limit: number): Text => ({
    zh: `${unit}现在是超过 ${many(limit)} 人要先审核。改：/notice limit ${unit} 3000`,
    en: `In ${unit} more than ${many(limit)} people need a review. To change it: /notice limit ${unit} 3000`,
  }),
  mayNotSetLimit: (unit: string): Text => ({
    zh: `${unit}的审核人数不归您定。`,
    en: `The limit of ${unit} is not yours to set.`,
  }),
};

export const reviewTexts = {
  reviewCard: (id: number, by: string, preview: Text): Text => ({
    zh: `【通知待审 ${id}】${by}要发：\n${preview.zh}`,
    en: `[To be agreed to: ${id}] ${by} wants to send:\n${preview.en}`,
  }),
  releaseCard: (id: number, by: string, preview: Text): Text => ({
    zh: `【紧急通知待发 ${id}】${by}写好了，请值班领导发出：\n${preview.zh}`,
    en: `[Urgent, to be sent: ${id}] written by ${by}, for the leader on duty:\n${preview.en}`,
  }),
  afterCard: (id: number, by: string, message: Text): Text => ({
    zh: `【补审 ${id}】${by}发出了紧急通知：\n${message.zh}`,
    en: `[Review afterwards: ${id}] ${by} sent an urgent notice:\n${message.en}`,
  }),
  askAgain: (id: number, head: string, isAfter: boolean): Text => ({
    zh: `【再提醒】通知 ${id}「${head}」还等您${isAfter ? "补审" : "点头，没有发出"}。`,
    en: `[Once more] Notice ${id} "${head}" still waits for ${isAfter ? "your review" : "your word and is not out"}.`,
  }),
  stillWaiting: (id: number, above: Text | undefined, isHeldBack: boolean): Text => ({
    zh: `通知 ${id} 还没人审，已再提醒${above ? `，也告诉了${above.zh}` : ""}。${isHeldBack ? "它还没发出，急的话请打电话。" : ""}`,
    en: `Nobody has reviewed notice ${id} yet; they were reminded${above ? `, and ${above.en} was told` : ""}.${isHeldBack ? " It is not out: call by phone if it is urgent." : ""}`,
  }),
  approve: { zh: "同意，发", en: "Agree and send" },
  release: { zh: "现在发出", en: "Send it now" },
  refuse: { zh: "不同意", en: "Refuse" },
  agree: { zh: "同意", en: "Agree" },
  object: { zh: "有异议", en: "Object" },
  refuseTitle: { zh: "不同意通知", en: "Refuse a notice" },
  askWhyRefuse: {
    zh: "为什么不同意？说一句，发的人会看到。",
    en: "Why not? One line; whoever wrote it reads it.",
  },
  askWhyObject: {
    zh: "有什么异议？说一句，会记下来并告诉发的人。",
    en: "What is your objection? It is kept, and told to whoever sent it.",
  },
  refused: (id: number): Text => ({
    zh: `通知 ${id} 不发，已告诉对方。`,
    en: `Notice ${id} is not sent; they know.`,
  }),
  refusedForSender: (id: number, who: Text, why: string): Text => ({
    zh: `通知 ${id} ${who.zh}没同意：${why}`,
    en: `${who.en} refused notice ${id}: ${why}`,
  }),
  approved: (id: number): Text => ({ zh: `通知 ${id} 同意了。`, en: `You agreed to notice ${id}.` }),
  approvedForSender: (id: number, who: Text): Text => ({
    zh: `通知 ${id} ${who.zh}同意了。`,
    en: `${who.en} agreed to notice ${id}.`,
  }),
  releasedForSender: (id: number, who: Text): Text => ({
    zh: `紧急通知 ${id} ${who.zh}发出了。`,
    en: `${who.en} sent urgent notice ${id}.`,
  }),
  agreed: (id: number): Text => ({
    zh: `通知 ${id} 补审同意，记下了。`,
    en: `Noted: you agree to notice ${id}.`,
  }),
  objected: (id: number): Text => ({
    zh: `通知 ${id} 的异议记下了，已告诉对方。`,
    en: `Your objection to notice ${id} is noted; they know.`,
  }),
  agreedForSender: (id: number, who: Text): Text => ({
    zh: `紧急通知 ${id} ${who.zh}补审同意。`,
    en: `${who.en} agrees to urgent notice ${id}.`,
  }),
  objectedForSender: (id: number, who: Text, why: string): Text => ({
    zh: `紧急通知 ${id} ${who.zh}补审有异议：${why}`,
    en: `${who.en} objects to urgent notice ${id}: ${why}`,
  }),
  nothingToReview: (id: number): Text => ({
    zh: `通知 ${id} 不用审核，或已经审过了。`,
    en: `Notice ${id} waits for no review.`,
  }),
  reviewedLine: (who: Text, what: Text): Text => ({
    zh: `${what.zh}（${who.zh}）`,
    en: `${what.en} (${who.en})`,
  }),
  reviewName: (review: string): Text | undefined =>
    ({
      before: { zh: "等审核", en: "waits for review" },
      approved: { zh: "审核同意", en: "agreed to" },
      refused: { zh: "审核没同意", en: "refused" },
      after: { zh: "等补审", en: "to be reviewed afterwards" },
      agreed: { zh: "补审同意", en: "agreed to afterwards" },
      objected: { zh: "补审有异议", en: "objected to afterwards" },
    })[review],
};
