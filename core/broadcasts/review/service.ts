import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitByCode } from "../../org/index.ts";
import { can, postAndName, tell, type Acting, type Found, type Person } from "../../people/index.ts";
import { afterwards, tellReviewerAfter } from "../compose/service.ts";
import { schedule } from "../compose/begin.ts";
import { unitAt } from "../doors/access.ts";
import type { Notice, NoticeId } from "../model.ts";
import { changeNotice, holdNotice } from "../store.ts";
import { say } from "../texts.ts";

export type Verdict = "refuse" | "object";

/** The notice that waits for the word of whoever speaks. */
async function waitingFor(
  acting: Acting,
  id: NoticeId,
  review: "before" | "after",
): Promise<Notice | { readonly refused: Text }> {
  const notice = await holdNotice(acting.tx, id);
  if (!notice) return { refused: say.manage.noSuch(id) };
  if (!(await mayReview(acting, notice))) return { refused: say.manage.notYours(id) };
  const isWaiting = notice.review === review && (review === "after" || notice.state === "review");
  return isWaiting ? notice : { refused: say.review.nothingToReview(id) };
}

/** Whom it was given to, or whoever may by her own post; nobody agrees to what she wrote. */
async function mayReview({ tx, person }: Acting, notice: Notice): Promise<boolean> {
  const { reviewer, unit: code, isUrgent, review, madeBy } = notice;
  if (madeBy === person.id) return false;
  const unit = await unitByCode(tx, code);
  if (!unit) return false;
  const action = isUrgent && review === "before" ? "notice.urgent" : "notice.review";
  return reviewer === person.id || can(person.memberships, action, unit);
}

async function postOf(acting: Acting, { unit }: Notice): Promise<Text> {
  const { person } = acting;
  const place = await unitAt(acting, unit);
  const roles = ["area_leader", "direct_leader", "main_leader", "admin"] as const;
  const own = roles.find((role) =>
    person.memberships.some((held) => held.role === role && place.path.split("/").includes(held.unit)),
  );
  return own === undefined ? { zh: person.name, en: person.name } : postAndName(own, person);
}

/** A leader agrees: an ordinary notice goes at its moment, an urgent one goes now, in her name. */
export async function approve(acting: Acting, id: NoticeId): Promise<Reply> {
  const notice = await waitingFor(acting, id, "before");
  if ("refused" in notice) return notice.refused;
  const { tx, now, person } = acting;
  const after = notice.isUrgent ? await afterReviewOf(acting, notice, person) : undefined;
  const review = after ? "after" : "approved";
  const change = { review, reviewer: after?.person.id ?? person.id, reviewedAt: now } as const;
  await changeNotice(tx, id, { ...change, state: "planned" });
  const { startAt } = await schedule(acting, { ...notice, ...change, state: "planned" });
  if (after) await tellReviewerAfter(acting, notice, after.person.id);
  const told = notice.isUrgent ? say.review.releasedForSender : say.review.approvedForSender;
  await tellMaker(acting, notice, told(id, await postOf(acting, notice)));
  if (notice.isUrgent)
    return say.manage.begunByLeader(id, notice.people, after && postAndName(after.role, after.person));
  const at = acting.calendar.moment(startAt);
  return [
    say.review.approved(id),
    startAt > now ? say.manage.planned(id, at) : say.manage.begun(id, notice.people),
  ];
}

async function afterReviewOf(acting: Acting, notice: Notice, leader: Person): Promise<Found | undefined> {
  return afterwards(acting, await unitAt(acting, notice.unit), leader.id);
}

/** An urgent notice went well, or not: said afterwards, kept, and told to whoever sent it. */
export async function agree(acting: Acting, id: NoticeId): Promise<Reply> {
  const notice = await waitingFor(acting, id, "after");
  if ("refused" in notice) return notice.refused;
  await changeNotice(acting.tx, id, { review: "agreed", reviewer: acting.person.id, reviewedAt: acting.now });
  await tellMaker(acting, notice, say.review.agreedForSender(id, await postOf(acting, notice)));
  return say.review.agreed(id);
}

/** Why somebody may not say no to a notice; null when she may. */
export async function whyNotJudge(
  acting: Acting,
  id: NoticeId,
  verdict: Verdict,
): Promise<{ readonly refused: Text } | null> {
  const notice = await waitingFor(acting, id, verdict === "refuse" ? "before" : "after");
  return "refused" in notice ? { refused: notice.refused } : null;
}

/** A notice is refused, or an urgent one objected to afterwards, with the reason. */
export async function judge(acting: Acting, id: NoticeId, verdict: Verdict, why: string): Promise<Reply> {
  const isBefore = verdict === "refuse";
  const notice = await waitingFor(acting, id, isBefore ? "before" : "after");
  if ("refused" in notice) return notice.refused;
  const { tx, now, person } = acting;
  const given = { reviewer: person.id, reviewedAt: now, reviewWords: why };
  const change = isBefore
    ? ({ state: "refused", review: "refused" } as const)
    : ({ review: "objected" } as const);
  await changeNotice(tx, id, { ...given, ...change });
  const who = await postOf(acting, notice);
  const told = isBefore
    ? say.review.refusedForSender(id, who, why)
    : say.review.objectedForSender(id, who, why);
  await tellMaker(acting, notice, told);
  return isBefore ? say.review.refused(id) : say.review.objected(id);
}

async function tellMaker(acting: Acting, { id, madeBy }: Notice, text: Text): Promise<void> {
  if (madeBy === acting.person.id) return;
  const letter = { key: `notice ${id} judged ${madeBy} ${acting.now}`, lane: "alarm" } as const;
  await tell(acting, madeBy, { text }, letter);
}
