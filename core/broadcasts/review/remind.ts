import { unitByCode } from "../../org/index.ts";
import {
  nearestHolder,
  postAndName,
  tell,
  type Found,
  type Moment,
  type PersonId,
} from "../../people/index.ts";
import { afterQuiet, day, minute, setAlarm } from "../../time/index.ts";
import { noticeAlarm } from "../alarm.ts";
import { headOf, type Notice, type NoticeId } from "../model.ts";
import { noticeById } from "../store.ts";
import { say } from "../texts.ts";

/** An urgent notice that nobody lets go is spoken of again so soon, by day and by night. */
const urgentWait = 10 * minute;
const wait = day;
/** After so many words nobody is reminded any more; `/notice` goes on to show what waits. */
const mostRounds = 7;
/** From then on whoever stands above is told too. */
const roundToGoUp = 2;

type Waiting = Pick<Notice, "id" | "isUrgent" | "review">;

/** A notice waits for a leader's word from now on: she is reminded, and then whoever stands above her. */
export async function remindOfReview(moment: Moment, notice: Waiting, round = 1): Promise<void> {
  if (round > mostRounds) return;
  const { tx, now, calendar } = moment;
  const fireAt = holdsBack(notice) ? now + urgentWait : afterQuiet(now + wait, calendar.zone, calendar.quiet);
  const subject = `${notice.id} ${notice.review} ${round}`;
  await setAlarm(tx, { key: `notice ${subject}`, kind: noticeAlarm, subject, fireAt });
}

/** Does something urgent not go as long as nobody says so? */
function holdsBack({ isUrgent, review }: Waiting): boolean {
  return isUrgent && review === "before";
}

/** Does it still wait for the same word? Then it is said again, and once more later. */
export async function ringReview(
  moment: Moment,
  id: NoticeId,
  { review, round }: { readonly review: string; readonly round: number },
): Promise<void> {
  const notice = await noticeById(moment.tx, id);
  if (!notice || notice.reviewer === null || notice.review !== review || !isWaiting(notice)) return;
  const above = round >= roundToGoUp ? await oneAbove(moment, notice) : undefined;
  await askAgain(moment, notice, notice.reviewer, round);
  if (above) await askAgain(moment, notice, above.person.id, round);
  if (above || holdsBack(notice)) {
    const text = say.review.stillWaiting(
      id,
      above && postAndName(above.role, above.person),
      holdsBack(notice),
    );
    await tell(moment, notice.madeBy, { text }, { key: `notice ${id} waits ${round}`, lane: "alarm" });
  }
  await remindOfReview(moment, notice, round + 1);
}

function isWaiting({ review, state }: Notice): boolean {
  return review === "after" || (review === "before" && state === "review");
}

async function oneAbove(
  moment: Moment,
  { unit: code, reviewer, madeBy }: Notice,
): Promise<Found | undefined> {
  const unit = await unitByCode(moment.tx, code);
  const except = [madeBy, ...(reviewer === null ? [] : [reviewer])];
  return unit && nearestHolder(moment, unit, ["direct_leader", "main_leader"], { except });
}

async function askAgain(
  moment: Moment,
  { id, words, review, isUrgent }: Notice,
  to: PersonId,
  round: number,
): Promise<void> {
  const [yes, no] = review === "after" ? (["agree", "object"] as const) : (["approve", "refuse"] as const);
  const choices = [
    {
      label: isUrgent && yes === "approve" ? say.review.release : say.review[yes],
      token: `/notice ${id} ${yes}`,
    },
    { label: say.review[no], token: `/notice ${id} ${no}` },
  ];
  const text = say.review.askAgain(id, headOf(words), review === "after");
  await tell(moment, to, { text, choices }, { key: `notice ${id} review ${to} ${round}`, lane: "alarm" });
}
