import { join, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";

const none: Text = { zh: "", en: "" };

function numbered(items: readonly string[]): Text {
  const lines = items.map((item, at) => `${at + 1}. ${item}`).join("\n");
  return { zh: lines, en: lines };
}

interface Called {
  readonly title: string;
  readonly at: SaidMoment;
  readonly items: readonly string[];
  readonly invited: readonly string[];
  readonly telephone: readonly string[];
  /** What the last one left open. */
  readonly open: Text;
}

/** Meetings held again and again: called, held, followed up. */
export const meetingTexts = {
  meetingHelp: {
    zh: "/meeting 会商例会（开会、要求、落实情况）",
    en: "/meeting periodic meetings: call, hold, follow up",
  },
  meetingTitle: { zh: "召集会商例会", en: "Calling a meeting" },
  meetings: (unit: string, count: number): Text => ({
    zh: `${unit}会商例会${count === 0 ? "：还没开过" : `，最近 ${count} 次`}`,
    en: `Meetings of ${unit}${count === 0 ? ": none yet" : `, the last ${count}`}`,
  }),
  meetingLine: (title: string, at: SaidMoment, state: Text): Text => ({
    zh: `${title} · ${at.zh} · ${state.zh}`,
    en: `${title} · ${at.en} · ${state.en}`,
  }),
  meetingStates: {
    called: { zh: "待开", en: "to come" },
    held: { zh: "开过了", en: "held" },
    called_off: { zh: "取消", en: "called off" },
  },
  callMeeting: { zh: "召集一次", en: "Call one" },
  hold: { zh: "记会议", en: "Note what came of it" },
  offMeeting: { zh: "取消会议", en: "Call it off" },
  followUp: { zh: "落实情况", en: "Follow-up" },
  askTitle: { zh: "会议叫什么？", en: "What is it called?" },
  titleLimit: {
    most: 40,
    tooLong: { zh: "太长了，40 字以内。", en: "Too long: 40 characters at most." },
    expects: { zh: "请发会议名称。", en: "Please write what it is called." },
  },
  usualTitle: { zh: "民情会商例会", en: "民情会商例会" },
  askMeetingWhen: { zh: "哪天几点开？", en: "On what day and at what time?" },
  askAgenda: { zh: "议题？一行一条。", en: "The agenda? One item a line." },
  badAgenda: {
    zh: "一行一条，最多 20 条，每条 100 字以内。",
    en: "One item a line, 20 at most, 100 characters each.",
  },
  askInvited: (names: readonly string[]): Text => ({
    zh: `请谁来？写名字，用顿号隔开：${names.join("、")}，或某个人的姓名；都请写「全部」。`,
    en: `Who is to come? Names, with commas: ${names.join(", ")}, or a person's; “all” for every one of them.`,
  }),
  expectsInvited: { zh: "请写请谁来，用顿号隔开。", en: "Please write who is to come." },
  unknownNames: (names: readonly string[]): Text => ({
    zh: `不认识：${names.join("、")}。`,
    en: `Unknown: ${names.join(", ")}.`,
  }),
  severalNamed: (names: readonly string[]): Text => ({
    zh: `有同名的：${names.join("、")}，请写单位。`,
    en: `Several are called ${names.join(", ")}: write the office.`,
  }),
  nobodyInvited: { zh: "没看出请谁。", en: "Nobody is named." },
  previewMeeting: (given: Called): Text =>
    join([
      { zh: `会议：${given.title} · ${given.at.zh}`, en: `Meeting: ${given.title} · ${given.at.en}` },
      numbered(given.items),
      { zh: `请：${given.invited.join("、")}`, en: `Asked to come: ${given.invited.join(", ")}` },
      given.telephone.length === 0
        ? none
        : {
            zh: `${given.telephone.join("、")}没有人在点通上，请打电话。`,
            en: `Nobody in chat for ${given.telephone.join(", ")}: please ring.`,
          },
      given.open,
    ]),
  lastOpen: (tasks: Text): Text =>
    tasks.zh === "" ? none : join([{ zh: "上次没落实的：", en: "Left open last time:" }, tasks]),
  meetingChanges: {
    title: { zh: "改名称", en: "Change the name" },
    when: { zh: "改时间", en: "Change the time" },
    agenda: { zh: "改议题", en: "Change the agenda" },
    invited: { zh: "改请谁", en: "Change who" },
  },
  sendMeeting: { zh: "通知大家", en: "Tell them" },
  dropMeeting: { zh: "不开了", en: "Drop it" },
  meetingDropped: { zh: "好，没有通知。", en: "Good, nobody was told." },
  meetingCalled: (title: string, told: number, telephone: readonly string[]): Text => ({
    zh: `已通知 ${told} 位：${title}。${telephone.length > 0 ? `请打电话：${telephone.join("、")}。` : ""}`,
    en: `${told} told: ${title}.${telephone.length > 0 ? ` Please ring: ${telephone.join(", ")}.` : ""}`,
  }),
  youAreInvited: (
    given: Pick<Called, "title" | "at" | "items"> & { readonly unit: string; readonly yours: Text },
  ): Text =>
    join([
      { zh: `【会议】${given.unit}${given.title}`, en: `[Meeting] ${given.unit}: ${given.title}` },
      { zh: `时间：${given.at.zh}`, en: `When: ${given.at.en}` },
      numbered(given.items),
      given.yours.zh === "" ? none : join([{ zh: "您上次没落实的：", en: "Left open by you:" }, given.yours]),
    ]),
  holdTitle: { zh: "记会议", en: "Minutes of a meeting" },
  askMinutes: (title: string, items: readonly string[], open: Text): Text =>
    join([
      { zh: title, en: title },
      numbered(items),
      open,
      { zh: "会议定了什么？写纪要。", en: "What came of it? Write the minutes." },
    ]),
  minutesLimit: {
    most: 3_000,
    tooLong: { zh: "太长了，3000 字以内。", en: "Too long: 3,000 characters at most." },
    expects: { zh: "请写会议纪要。", en: "Please write the minutes." },
  },
  askRequirements: {
    zh: "要求谁办什么？一行一件：「岔路镇 12月10日 清理积案」。没有就「跳过」。",
    en: "What is required of whom? One a line: “岔路镇 12月10日 clear the backlog”. Skip it if nothing is.",
  },
  reviewMeeting: (minutes: string, tasks: Text): Text =>
    join([{ zh: `纪要：${minutes}`, en: `Minutes: ${minutes}` }, tasks]),
  heldChanges: {
    minutes: { zh: "改纪要", en: "Change the minutes" },
    tasks: { zh: "改要求", en: "Change what is required" },
  },
  sendMinutes: { zh: "发出", en: "Send it" },
  meetingHeld: (title: string, tasks: number): Text => ({
    zh: `${title}记好了，要求 ${tasks} 件，已发给大家。`,
    en: `${title} is noted with ${tasks} requirements; all are told.`,
  }),
  heldFor: (title: string, minutes: string): Text => ({
    zh: `会议「${title}」纪要：${minutes}`,
    en: `Minutes of “${title}”: ${minutes}`,
  }),
  askWhyNoMeeting: { zh: "为什么取消？一句话，大家看得到。", en: "Why? One sentence; everybody reads it." },
  offMeetingTitle: { zh: "取消会议", en: "Calling a meeting off" },
  meetingOff: { zh: "会议取消了，已告诉大家。", en: "The meeting is called off and all are told." },
  meetingOffFor: (title: string, at: SaidMoment, reason: string): Text => ({
    zh: `${at.zh} 的会议「${title}」取消了：${reason}`,
    en: `The meeting “${title}” of ${at.en} is called off: ${reason}`,
  }),
  noSuchMeeting: {
    zh: "没有这个会议，发「/meeting」看全部。",
    en: "There is no such meeting; “/meeting” shows them all.",
  },
  meetingOver: { zh: "这个会议已经记过或取消了。", en: "This meeting was held or called off already." },
  tooEarly: (at: SaidMoment): Text => ({
    zh: `还没到时间（${at.zh}），开完再记。`,
    en: `It is not time yet (${at.en}): note it afterwards.`,
  }),
  meetingView: (
    given: Pick<Called, "title" | "at" | "items" | "invited"> & {
      readonly state: Text;
      readonly minutes: string;
      readonly tasks: Text;
    },
  ): Text =>
    join([
      {
        zh: `${given.title} · ${given.at.zh} · ${given.state.zh}`,
        en: `${given.title} · ${given.at.en} · ${given.state.en}`,
      },
      numbered(given.items),
      { zh: `请：${given.invited.join("、")}`, en: `Asked to come: ${given.invited.join(", ")}` },
      given.minutes === "" ? none : { zh: `纪要：${given.minutes}`, en: `Minutes: ${given.minutes}` },
      given.tasks,
    ]),
  followUpOf: (
    counts: { readonly done: number; readonly open: number; readonly overdue: number },
    lines: Text,
  ): Text =>
    join([
      {
        zh: `落实情况：办好 ${counts.done}，在办 ${counts.open}，过期 ${counts.overdue}`,
        en: `Follow-up: ${counts.done} done, ${counts.open} open, ${counts.overdue} overdue`,
      },
      lines,
    ]),
  noRequirements: { zh: "没有提要求。", en: "Nothing was required." },
} satisfies Record<string, unknown>;
