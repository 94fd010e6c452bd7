import { join, type Text } from "../../language/index.ts";
import { roleNames, type PassedOver } from "../../people/index.ts";
import type { SaidMoment } from "../../time/index.ts";

function notThere({ role, why, who }: PassedOver): Text {
  const { zh, en } = roleNames[role];
  return why === "vacant"
    ? { zh: `${zh}空缺`, en: `${en} vacant` }
    : { zh: `${zh}${who ?? ""}不在岗`, en: `${en} ${who ?? ""} away` };
}

/** Coming to a decision. */
export const decidingTexts = {
  nobodyDecides: { zh: "领导（现在都空缺）", en: "a leader (every post is vacant now)" },
  standsIn: (post: Text, name: string): Text => ({
    zh: `代${post.zh}${name}`,
    en: `${name}, standing in as ${post.en}`,
  }),
  forLeader: (given: {
    readonly number: number;
    readonly words: string;
    readonly question: string;
    readonly why: Text;
    readonly opinions: Text;
  }): Text =>
    join([
      {
        zh: `【会商 ${given.number} 请您定】${given.words}`,
        en: `[Consultation ${given.number}: please decide] ${given.words}`,
      },
      given.why,
      { zh: `问题：${given.question}`, en: `Question: ${given.question}` },
      given.opinions,
    ]),
  decideLine: (number: number): Text => ({
    zh: `会商 ${number} 请您定`,
    en: `Consultation ${number}: please decide`,
  }),
  reasons: {
    complete: { zh: "该回的都回了。", en: "Everybody who must has answered." },
    deadline: { zh: "到时间了，收到的意见如下。", en: "Time is up; this is what was said." },
    closed: { zh: "发起人收齐交来。", en: "Whoever called it has passed it on." },
    handed: {
      zh: "原来定事的人已不在岗，转交您。",
      en: "Whoever was to decide has left the post: it is yours.",
    },
  },
  passedOver: (passedOver: readonly PassedOver[]): Text =>
    passedOver.length === 0
      ? { zh: "", en: "" }
      : join([join(passedOver.map(notThere), "，"), { zh: "。", en: "." }], ""),
  passedNote: (leader: Text, passedOver: readonly PassedOver[]): Text =>
    join([...passedOver.map(notThere), { zh: `交${leader.zh}定`, en: `passed to ${leader.en}` }], "，"),
  passedFor: (number: number, leader: Text, note: Text): Text => ({
    zh: `会商 ${number} 已交${leader.zh}定。${note.zh}`,
    en: `Consultation ${number} is with ${leader.en} now.${note.en === "" ? "" : ` ${note.en}`}`,
  }),
  nobodyFor: (number: number): Text => ({
    zh: `会商 ${number} 意见收了，但联片、分管、主要领导都空缺，没有人定。请补岗位，或由管理员定。`,
    en: `Consultation ${number} has its opinions, but every leader's post is vacant. Fill one, or let an admin decide.`,
  }),
  noOpinions: { zh: "一家都没有回。", en: "Nobody answered." },
  decide: { zh: "定下来", en: "Decide" },
  matter: { zh: "看事项", en: "See the matter" },
  minutes: { zh: "看纪要", en: "See the minutes" },
  decideTitle: { zh: "定会商", en: "Deciding" },
  askDecision: {
    zh: "怎么定？写清楚，村民也会读到这几句。",
    en: "What is decided? Plainly: the villager reads it, too.",
  },
  decisionLimit: {
    most: 1_000,
    tooLong: { zh: "太长了，1000 字以内。", en: "Too long: 1,000 characters at most." },
    expects: { zh: "请写怎么定。", en: "Please write the decision." },
  },
  askTasks: {
    zh: "谁去办什么？一行一件：「自然资源所 12月1日 测量界址」。没有就「跳过」。",
    en: "Who does what by when? One a line: “自然资源所 12月1日 measure the boundary”. Skip it if there is nothing.",
  },
  expectsTasks: { zh: "一行一件：谁、哪天前、办什么。", en: "One a line: who, by when, what." },
  taskLine: (owner: string, due: SaidMoment, what: string): Text => ({
    zh: `· ${owner} ${due.zh} 前：${what}`,
    en: `· ${owner} by ${due.en}: ${what}`,
  }),
  noTasks: { zh: "没有会商任务", en: "no joint tasks" },
  reviewDecision: (decision: string, tasks: Text, villager: Text): Text =>
    join([
      { zh: `定：${decision}`, en: `Decided: ${decision}` },
      tasks,
      { zh: `村民会收到：${villager.zh}`, en: `The villager reads: ${villager.en}` },
    ]),
  decisionChanges: {
    decision: { zh: "改决定", en: "Change the decision" },
    tasks: { zh: "改任务", en: "Change the tasks" },
  },
  announce: { zh: "定了", en: "Decide so" },
  notYet: { zh: "先不定", en: "Not yet" },
  notDecided: { zh: "好，先不定。", en: "Good, not yet." },
  decidedNow: (number: number, tasks: number): Text => ({
    zh: `${number} 定了，已告诉大家${tasks > 0 ? `，交办 ${tasks} 件` : ""}。事项仍由原来的人办到底。`,
    en: `${number} is decided and all are told${tasks > 0 ? `; ${tasks === 1 ? "one task" : `${tasks} tasks`} given` : ""}. Whoever has the matter still settles it.`,
  }),
  decidedFor: (number: number, leader: Text, decision: string): Text => ({
    zh: `会商 ${number} ${leader.zh}定了：${decision}`,
    en: `Consultation ${number}: ${leader.en} decided: ${decision}`,
  }),
  villagerHears: (number: number, decision: string, due: SaidMoment | undefined): Text => ({
    zh: `${number} 镇里请几家单位一起商量过了：${decision}${due ? `\n预计 ${due.zh} 前办好。` : ""}`,
    en: `${number} several offices have talked it over: ${decision}${due ? `\nExpected by ${due.en}.` : ""}`,
  }),
  mayNotDecide: (number: number): Text => ({
    zh: `${number} 的会商由领导定。`,
    en: `The consultation on ${number} is for a leader to decide.`,
  }),
  notReady: (number: number): Text => ({
    zh: `${number} 还在收意见。不等了就先「收齐交领导」。`,
    en: `${number} still gathers opinions. Pass it to the leader first, if you do not want to wait.`,
  }),
  decideSoon: (number: number, words: string): Text => ({
    zh: `会商 ${number} ${words} 等您定。`,
    en: `Consultation ${number}, ${words}, waits for your decision.`,
  }),
  undecidedFor: (number: number, words: string, leader: Text): Text => ({
    zh: `会商 ${number} ${words} 意见早收了，${leader.zh}还没定。`,
    en: `Consultation ${number}, ${words}: ${leader.en} has not decided yet.`,
  }),
} satisfies Record<string, unknown>;
