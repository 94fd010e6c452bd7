import type { Choice, Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitName, upwards } from "../../org/index.ts";
import { calledName, can, personById, readUnit, unitsWhere, type Acting } from "../../people/index.ts";
import { cancelAlarm, day } from "../../time/index.ts";
import { audienceName, scopeOf } from "../audience/service.ts";
import { countHeads } from "../audience/store.ts";
import { writeAgain } from "../compose/again.ts";
import { schedule } from "../compose/begin.ts";
import type { Sender } from "../compose/service.ts";
import { mayVisit, unitAt } from "../doors/access.ts";
import { beginning, headOf, usualLimit, type Notice, type NoticeId } from "../model.ts";
import { standingOf } from "../progress/service.ts";
import { sayingOf } from "../spread/saying.ts";
import { doTask } from "../spread/tasks.ts";
import {
  changeNotice,
  holdNotice,
  limitIn,
  newestNotices,
  noticeById,
  noticeBySource,
  setLimit,
} from "../store.ts";
import { repeatName, say, stateName } from "../texts.ts";

export interface Refusal {
  readonly refused: Text;
}

/** May somebody see how a notice stands? */
async function maySee(acting: Acting, notice: Notice): Promise<boolean> {
  const { id } = acting.person;
  if (notice.madeBy === id || notice.reviewer === id) return true;
  return can(acting.person.memberships, "notice.watch", await unitAt(acting, notice.unit));
}

/** May somebody stop, change or send a notice again? */
async function mayRun(acting: Acting, notice: Notice): Promise<boolean> {
  if (notice.madeBy === acting.person.id) return true;
  return can(acting.person.memberships, "notice.review", await unitAt(acting, notice.unit));
}

/** The notice, if this person may do something with it. */
export async function runnable(acting: Acting, id: NoticeId): Promise<Notice | Refusal> {
  const notice = await holdNotice(acting.tx, id);
  if (!notice) return { refused: say.manage.noSuch(id) };
  return (await mayRun(acting, notice)) ? notice : { refused: say.manage.notYours(id) };
}

/** The notice, if this person may see how it stands or go to its doors. */
export async function visible(acting: Acting, id: NoticeId): Promise<Notice | Refusal> {
  const notice = await noticeById(acting.tx, id);
  if (!notice) return { refused: say.manage.noSuch(id) };
  const mayGo = unitsWhere(acting.person.memberships, "notice.doors").length > 0;
  return (await maySee(acting, notice)) || mayGo ? notice : { refused: say.manage.notYours(id) };
}

const listed = 8;
const looked = 60;

/** The newest notices that somebody may see. */
export async function overview(acting: Acting): Promise<Reply> {
  const choices: Choice[] = [];
  for (const notice of await newestNotices(acting.tx, looked)) {
    if (choices.length >= listed || !(await maySee(acting, notice))) continue;
    const { id, words, state } = notice;
    choices.push({ label: say.manage.line(id, headOf(words), stateName(state)), token: `/notice ${id}` });
  }
  return choices.length === 0 ? say.manage.none : { text: say.manage.list, choices };
}

/** How a notice stands, and what can be done with it. */
export async function noticeView(acting: Acting, notice: Notice): Promise<Reply> {
  const { id, words, state, madeBy } = notice;
  if (!(await maySee(acting, notice))) return say.manage.notYours(id);
  const by = await personById(acting.tx, madeBy);
  const text = say.manage.view({
    id,
    head: headOf(words),
    state: stateName(state),
    where: await audienceName(acting, notice.audience),
    by: by ? calledName(by) : "",
    notes: await notesOf(acting, notice),
  });
  return { text, choices: await choicesOf(acting, notice), about: `notice ${id}` };
}

async function notesOf(acting: Acting, notice: Notice): Promise<readonly Text[]> {
  const { id, state, repeats, startAt, review } = notice;
  const notes: Text[] = [];
  const reviewed = say.review.reviewName(review);
  if (reviewed) notes.push(reviewed);
  if (repeats) notes.push(say.willRepeat(repeatName(repeats)));
  if (state === "planned") notes.push(say.manage.startsAt(acting.calendar.moment(startAt)));
  if (notice.startedAt === null) return notes;
  const { counts, doors } = await standingOf(acting, notice);
  notes.push(
    state === "cancelled"
      ? say.withdrawn(id, counts)
      : state === "done"
        ? say.sentAll(id, counts)
        : say.sending(id, counts, undefined),
  );
  if (doors && state !== "cancelled") notes.push(say.answers(doors, undefined), say.visits(doors));
  return notes;
}

async function choicesOf(acting: Acting, notice: Notice): Promise<readonly Choice[]> {
  const { id, state, holdUntil, isUrgent } = notice;
  const choices: Choice[] = [];
  const may = await mayRun(acting, notice);
  const isUnderWay = state === "spreading" || state === "sending";
  const isHeld = (holdUntil ?? 0) > acting.now;
  if (may && isUnderWay)
    choices.push(
      isHeld
        ? { label: say.manage.resume, token: `/notice ${id} resume` }
        : { label: say.manage.hold, token: `/notice ${id} hold` },
    );
  if (may && (isUnderWay || state === "planned"))
    choices.push({ label: say.manage.change, token: `/notice ${id} change` });
  if (may && (isUnderWay || state === "planned" || state === "review"))
    choices.push({ label: say.manage.cancel, token: `/notice ${id} cancel` });
  if (isUrgent && state === "done" && (await mayVisit(acting, notice, ""))) {
    choices.push({ label: say.manage.doors, token: `/notice ${id} doors` });
    choices.push({ label: say.manage.record, token: `/notice ${id} record` });
    if (notice.closedAt === null) choices.push({ label: say.manage.close, token: `/notice ${id} close` });
  }
  return choices;
}

/** Stops a notice at once: what waits is taken back, what was said is counted. */
export async function cancel(acting: Acting, id: NoticeId): Promise<Reply> {
  const notice = await runnable(acting, id);
  if ("refused" in notice) return notice.refused;
  const { tx } = acting;
  if (notice.state === "cancelled") return say.manage.cancelledBefore(id);
  if (notice.state === "refused") return say.manage.neverSent(id);
  if (notice.state === "done") return say.manage.tooLate(id, stateName(notice.state));
  for (const deed of ["start", "repeat", "due"]) await cancelAlarm(tx, `notice ${id} ${deed}`);
  const wasUnderWay = notice.startedAt !== null;
  const task = { kind: "withdraw", ...beginning } as const;
  await changeNotice(tx, id, { state: "cancelled", isLive: wasUnderWay, ...(wasUnderWay && { task }) });
  // What would go next is stopped in this very turn; the rest follows bit by bit.
  if (wasUnderWay) await doTask(tx, notice, task);
  return notice.repeats ? say.manage.cancelledRepeat(id) : say.manage.cancelled(id);
}

/** So far away that nothing goes before somebody lets it. */
const heldFor = 36_500 * day;

/** Holds what waits of a notice, or lets it go on. */
export async function hold(acting: Acting, id: NoticeId, isHeld: boolean): Promise<Reply> {
  const notice = await runnable(acting, id);
  if ("refused" in notice) return notice.refused;
  const { tx, now } = acting;
  if (notice.state !== "spreading" && notice.state !== "sending")
    return say.manage.tooLate(id, stateName(notice.state));
  if (notice.task) return say.manage.busy;
  if (!isHeld && (notice.holdUntil ?? 0) <= now) return say.manage.notHeld(id);
  const until = isHeld ? now + heldFor : now;
  const task = { kind: "hold", until, ...beginning } as const;
  await changeNotice(tx, id, { holdUntil: until, task });
  await doTask(tx, { ...notice, holdUntil: until }, task);
  return isHeld ? say.manage.heldNow(id) : say.manage.goesOn(id);
}

/** What a notice says and how much of it is out, for whoever wants to change it. */
export async function changeable(
  acting: Acting,
  id: NoticeId,
): Promise<{ readonly words: string; readonly sent: number } | Refusal> {
  const notice = await runnable(acting, id);
  if ("refused" in notice) return notice;
  if (notice.state === "review") return { refused: say.manage.changeInReview(id) };
  // Nobody changes behind her back what a leader has agreed to.
  const isAgreed = notice.review === "approved";
  if (isAgreed && !can(acting.person.memberships, "notice.review", await unitAt(acting, notice.unit)))
    return { refused: say.manage.changeAgreed(id) };
  const isWaiting = ["planned", "spreading", "sending"].includes(notice.state);
  if (!isWaiting) return { refused: say.manage.tooLate(id, stateName(notice.state)) };
  if (notice.task) return { refused: say.manage.busy };
  const sent = notice.startedAt === null ? 0 : (await standingOf(acting, notice)).counts.sent;
  return { words: notice.words, sent };
}

/** What a changed notice will look like. */
export async function previewChange(
  acting: Acting,
  id: NoticeId,
  words: string,
  sent: number,
): Promise<Text> {
  const notice = await noticeById(acting.tx, id);
  if (!notice) return say.manage.noSuch(id);
  const { isUrgent, unit } = notice;
  const { text } = await sayingOf(acting, id, { words, files: [], isUrgent, unit });
  return say.manage.sureChange(text, sent);
}

/** Gives what waits other words. */
export async function change(acting: Acting, id: NoticeId, words: string): Promise<Reply> {
  const found = await changeable(acting, id);
  const notice = await noticeById(acting.tx, id);
  if ("refused" in found || !notice) return "refused" in found ? found.refused : say.manage.noSuch(id);
  const task = { kind: "change", before: notice.words, ...beginning } as const;
  const isUnderWay = notice.startedAt !== null;
  await changeNotice(acting.tx, id, { words, ...(isUnderWay && { task }) });
  return say.manage.changed(id);
}

/** Whom a notice did not reach, and how many of them can be reached now. */
export async function missed(
  acting: Sender,
  id: NoticeId,
): Promise<{ readonly people: number; readonly reachable: number } | Refusal> {
  const notice = await runnable(acting, id);
  if ("refused" in notice) return notice;
  if (notice.state !== "done") return { refused: say.manage.notSentYet(id) };
  const audience = { ...notice.audience, missedBy: id };
  const head = await countHeads(acting.tx, await scopeOf(acting.tx, audience, acting.routes));
  if (head.people === 0) return { refused: say.manage.nobodyMissed(id) };
  const reachable = head.people - head.unreachable;
  return reachable === 0
    ? { refused: say.manage.stillUnreachable(head.people) }
    : { people: head.people, reachable };
}

/** Sends a notice again to those it missed: a notice of its own, reviewed with the first. */
export async function resend(acting: Sender, key: string, id: NoticeId): Promise<Reply> {
  const known = await noticeBySource(acting.tx, key);
  if (known) return say.manage.begun(known.id, known.people);
  const found = await missed(acting, id);
  const notice = await noticeById(acting.tx, id);
  if ("refused" in found || !notice) return "refused" in found ? found.refused : say.manage.noSuch(id);
  const next = await writeAgain(acting, notice, {
    sourceKey: key,
    madeBy: acting.person.id,
    audience: { ...notice.audience, missedBy: id },
    people: found.people,
  });
  const { startAt } = await schedule(acting, next);
  if (startAt > acting.now) return say.manage.planned(next.id, acting.calendar.moment(startAt));
  return say.manage.begun(next.id, found.people);
}

/** The command room ends a call by hand: whoever was not found is still in the record. */
export async function closeCall(acting: Acting, notice: Notice): Promise<Reply> {
  if (!notice.isUrgent) return say.doors.noCall;
  if (!(await mayVisit(acting, notice, ""))) return say.manage.notYours(notice.id);
  if (notice.closedAt !== null || notice.state !== "done")
    return notice.closedAt === null ? say.manage.notSentYet(notice.id) : say.callOver(headOf(notice.words));
  await changeNotice(acting.tx, notice.id, { closedAt: acting.now, recordFor: "*", isLive: true });
  return say.manage.closedByHand(notice.id);
}

/** `/notice limit 前童镇 5000`: above how many people a notice is reviewed first; without a number, how it is. */
export async function limitCommand(acting: Acting, words: string): Promise<Reply> {
  const [, name = "", digits] = /^(.*?)(?:\s+(\d{1,7}))?$/u.exec(words.trim()) ?? [];
  if (name === "") return say.manage.usage;
  const read = await readUnit(acting.tx, name, (code) => `/notice limit ${code} ${digits ?? ""}`.trim());
  if ("ask" in read) return read.ask;
  const called = await unitName(acting.tx, read.unit.code);
  if (!can(acting.person.memberships, "notice.review", read.unit)) return say.manage.mayNotSetLimit(called);
  const now = (await limitIn(acting.tx, upwards(read.unit))) ?? usualLimit;
  if (digits === undefined) return say.manage.limitNow(called, now);
  const limit = { unit: read.unit.code, headCount: Number(digits), by: acting.person.id };
  await setLimit(acting.tx, limit, acting.now);
  return say.manage.limitSet(called, limit.headCount);
}
