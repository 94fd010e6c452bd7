import type { Moment } from "../../people/index.ts";
import { afterQuiet, dateAfter, setAlarm, weekdayOf, type Calendar } from "../../time/index.ts";
import { noticeAlarm } from "../alarm.ts";
import { watchFromRoom } from "../doors/service.ts";
import { repeatsOn, type Notice, type Repeat } from "../model.ts";
import { addWatcher } from "../progress/store.ts";
import { ringReview } from "../review/remind.ts";
import { changeNotice, noticeById } from "../store.ts";
import { writeAgain } from "./again.ts";

/** When a notice may go that somebody wants to go at a moment: what is not urgent never at night. */
export function startFor(moment: Pick<Moment, "calendar">, wanted: number, isUrgent: boolean): number {
  const { zone, quiet } = moment.calendar;
  return isUrgent ? wanted : afterQuiet(wanted, zone, quiet);
}

/** A month and a day: every repeat comes round in it. */
const lookAhead = 32;

/** The next moment a repeated notice is due. */
export function nextRepeat({ zone }: Pick<Calendar, "zone">, repeat: Repeat, now: number): number {
  const today = zone.dateOf(now);
  for (let days = 0; days <= lookAhead; days += 1) {
    const date = dateAfter(today, days);
    const at = zone.momentOf(date, repeat.minutes);
    if (at > now && repeatsOn(repeat, date, weekdayOf(date))) return at;
  }
  throw new Error(`a repeat never comes round: ${JSON.stringify(repeat)}`);
}

/** Lets a notice go: now, at its moment, or again and again. @returns when it goes, and when it goes next. */
export async function schedule(moment: Moment, notice: Notice): Promise<{ readonly startAt: number }> {
  const { tx, now, calendar } = moment;
  const { id, repeats, isUrgent } = notice;
  const wanted = repeats ? nextRepeat(calendar, repeats, now) : Math.max(now, notice.startAt);
  const startAt = startFor(moment, wanted, isUrgent);
  if (!repeats && startAt <= now) {
    await begin(moment, notice);
    return { startAt };
  }
  await changeNotice(tx, id, { state: "planned", startAt });
  const deed = repeats ? "repeat" : "start";
  // A repeat is due at its hour also where that is at night; what it sends then waits for the morning.
  const fireAt = repeats ? wanted : startAt;
  await setAlarm(tx, { key: `notice ${id} ${deed}`, kind: noticeAlarm, subject: `${id} ${deed}`, fireAt });
  return { startAt };
}

/** From now on its rows are written, outside of every turn. */
async function begin(moment: Moment, { id, isUrgent, unit, madeBy }: Notice): Promise<void> {
  const { tx, now } = moment;
  await changeNotice(tx, id, { state: "spreading", startAt: now, startedAt: now, isLive: true });
  await addWatcher(tx, id, madeBy);
  if (isUrgent) await watchFromRoom(moment, id, unit);
}

/** A notice's moment has come: it begins, is sent once more, waits for a leader still, or its silent doors are to be gone to. */
export async function ringNotice(moment: Moment, subject: string): Promise<void> {
  const [id = "", deed = "", round = ""] = subject.split(" ");
  if (deed === "before" || deed === "after")
    return ringReview(moment, Number(id), { review: deed, round: Number(round) });
  const notice = await noticeById(moment.tx, Number(id));
  if (!notice) return;
  if (deed === "due" && notice.closedAt === null) await changeNotice(moment.tx, notice.id, { isLive: true });
  if (notice.state !== "planned") return;
  if (deed === "start") await begin(moment, notice);
  if (deed === "repeat") await sendOnceMore(moment, notice);
}

/** What is repeated is a notice of its own each time, meant for whoever is there then. */
async function sendOnceMore(moment: Moment, notice: Notice): Promise<void> {
  const { madeBy, audience, people } = notice;
  const sourceKey = `notice ${notice.id} at ${moment.now}`;
  const next = await writeAgain(moment, notice, { sourceKey, madeBy, audience, people });
  await schedule(moment, next);
  await schedule(moment, notice);
}
