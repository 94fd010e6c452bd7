import { begin, type Begin, type Command, type Reply } from "../dialogue/index.ts";
import { unitsWhere, type Acting, type Action } from "../people/index.ts";
import { answerNotice } from "./answer/service.ts";
import { isUrgency, wordsOfAudience } from "./audience/model.ts";
import { broadcast } from "./compose/broadcast.flow.ts";
import type { NoticeServices } from "./desk.ts";
import { askRecord, doorsView, doorView, isMark, markDoor } from "./doors/service.ts";
import { changeNoticeWords } from "./manage/changeNotice.flow.ts";
import { resendNotice } from "./manage/resendNotice.flow.ts";
import { cancel, closeCall, hold, limitCommand, noticeView, overview, visible } from "./manage/service.ts";
import type { NoticeId } from "./model.ts";
import { judgeNotice } from "./review/judgeNotice.flow.ts";
import { agree, approve } from "./review/service.ts";
import { say } from "./texts.ts";

type Said = Reply | Begin;

/** Runs for somebody who has joined; the book offers these commands to nobody else. */
function joined(
  run: (args: string, acting: Acting, key: string) => Promise<Said>,
): Command<NoticeServices>["run"] {
  return async (args, { acting, messageKey }) => {
    if (!acting) throw new Error("this command is for people who have joined");
    return run(args.normalize("NFKC").trim(), acting, messageKey);
  };
}

function whoMay(...wanted: readonly Action[]) {
  return ({ acting }: NoticeServices): boolean =>
    acting !== undefined && wanted.some((action) => unitsWhere(acting.person.memberships, action).length > 0);
}

export const noticeCommands: readonly Command<NoticeServices>[] = [
  {
    name: "broadcast",
    aliases: ["广播", "发通知"],
    help: say.broadcastHelp,
    isFor: whoMay("notice.send"),
    run: joined((args) => Promise.resolve(compose(args))),
  },
  {
    name: "notice",
    aliases: ["通知"],
    help: say.manage.noticeHelp,
    isFor: whoMay("notice.send", "notice.review", "notice.watch", "notice.doors"),
    run: joined(notice),
  },
  {
    name: "acknowledge",
    aliases: [],
    help: say.acknowledgeHelp,
    isFor: ({ acting }) => acting !== undefined,
    run: joined(acknowledge),
  },
];

/** `/broadcast 前童镇 紧急`: where to, and whether it is urgent. */
function compose(args: string): Said {
  const isOnlyUrgent = wordsOfAudience(args).every(isUrgency);
  return begin(broadcast, { where: isOnlyUrgent ? null : args, isUrgent: isOnlyUrgent && args !== "" });
}

/** `/acknowledge 12 ok`, `/acknowledge 12 help`: what the buttons of an urgent notice say. */
async function acknowledge(args: string, acting: Acting, key: string): Promise<Said> {
  const [, id, word] = /^(\d{1,9}) (ok|help)$/.exec(args) ?? [];
  if (id === undefined) return say.noSuchNotice;
  return answerNotice(acting, Number(id), word === "help" ? "help" : "received", key);
}

/** `/notice` lists, `/notice 12` shows one, `/notice 12 cancel` …, `/notice door 34 visited`, `/notice limit 前童镇 5000`. */
async function notice(args: string, acting: Acting): Promise<Said> {
  if (args === "") return overview(acting);
  const [first = "", verb = "", ...rest] = args.split(/\s+/);
  if (first === "door" && /^\d{1,9}$/.test(verb)) {
    const [mark = ""] = rest;
    return isMark(mark) ? markDoor(acting, Number(verb), mark) : doorView(acting, Number(verb));
  }
  if (first === "limit") return limitCommand(acting, [verb, ...rest].join(" "));
  if (!/^\d{1,9}$/.test(first)) return say.manage.usage;
  return onNotice(acting, Number(first), verb, rest);
}

async function onNotice(acting: Acting, id: NoticeId, verb: string, rest: readonly string[]): Promise<Said> {
  const deeds: Readonly<Record<string, () => Said | Promise<Said>>> = {
    cancel: () => cancel(acting, id),
    取消: () => cancel(acting, id),
    hold: () => hold(acting, id, true),
    resume: () => hold(acting, id, false),
    change: () => begin(changeNoticeWords, { id }),
    resend: () => begin(resendNotice, { id }),
    approve: () => approve(acting, id),
    refuse: () => begin(judgeNotice, { id, verdict: "refuse" }),
    agree: () => agree(acting, id),
    object: () => begin(judgeNotice, { id, verdict: "object" }),
  };
  const deed = deeds[verb];
  if (deed) return deed();
  const found = await visible(acting, id);
  if ("refused" in found) return found.refused;
  if (verb === "") return noticeView(acting, found);
  if (verb === "doors") return doorsView(acting, found, gridIn(rest), pageIn(rest));
  if (verb === "record") return askRecord(acting, found);
  return verb === "close" ? closeCall(acting, found) : say.manage.usage;
}

function gridIn(rest: readonly string[]): string {
  return rest.find((word) => !word.startsWith("#")) ?? "";
}

function pageIn(rest: readonly string[]): number {
  return Number(rest.find((word) => /^#\d{1,5}$/.test(word))?.slice(1) ?? 1);
}
