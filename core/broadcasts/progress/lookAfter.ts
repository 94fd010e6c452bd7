import { filesOf, hasUnsaid } from "../../delivery/index.ts";
import type { Moment } from "../../people/index.ts";
import { minute, second } from "../../time/index.ts";
import { everyRoom } from "../doors/record.ts";
import { countDoors } from "../doors/store.ts";
import { batchesOf, openOf, type Counts, type Notice, type NoticeId } from "../model.ts";
import type { SpreadPorts } from "../spread/ports.ts";
import { changeNotice } from "../store.ts";
import { showProgress, standingOf, tellResult, type Standing } from "./service.ts";

/** What was counted last of a notice, and when: counting 180,000 messages takes longer than everything else here. */
export type Memory = Map<
  NoticeId,
  { readonly at: number; readonly counts: Counts; readonly isFinal: boolean }
>;

const betweenCounts = 3 * second;
/** Who cannot be shown the end by then does not keep a notice alive. */
const patience = minute;

/** Counts, shows, and ends what is over. */
export async function lookAfter(
  ports: SpreadPorts,
  moment: Moment,
  notice: Notice,
  memory: Memory,
): Promise<void> {
  const { tx, now } = moment;
  const isOut = notice.phase === "spread" || notice.state === "cancelled";
  const isSaid = notice.state === "done" || (isOut && !(await isUnsaid(moment, notice)));
  const known = memory.get(notice.id);
  if (!isSaid && known && now - known.at < betweenCounts) return;
  const standing = await look(moment, notice, isSaid && known?.isFinal === true ? known.counts : undefined);
  memory.set(notice.id, { at: now, counts: standing.counts, isFinal: isSaid });
  const after = isSaid ? await end(moment, notice, standing) : notice;
  const isShown = await showProgress(ports, moment, after, standing);
  const overAt = after.isUrgent && after.state !== "cancelled" ? after.closedAt : after.doneAt;
  // The record is made after this transaction.
  if (overAt === null || after.recordFor !== null || (!isShown && now - overAt < patience)) return;
  await changeNotice(tx, notice.id, { isLive: false });
  memory.delete(notice.id);
}

async function isUnsaid({ tx }: Moment, { id }: Notice): Promise<boolean> {
  const batches = batchesOf(id);
  return hasUnsaid(tx, [...batches, ...batches.map((batch) => filesOf(batch))]);
}

async function look(moment: Moment, notice: Notice, counts: Counts | undefined): Promise<Standing> {
  if (!counts) return standingOf(moment, notice);
  return { counts, doors: notice.isUrgent ? await countDoors(moment.tx, notice.id) : undefined };
}

/** Everything is said: the sender hears what became of it, and a call is over with its last door. */
async function end(moment: Moment, notice: Notice, standing: Standing): Promise<Notice> {
  const { tx, now } = moment;
  let after = notice;
  if (notice.doneAt === null) {
    const state = notice.state === "cancelled" ? "cancelled" : "done";
    after = { ...after, state, doneAt: now };
    await changeNotice(tx, notice.id, { state, doneAt: now });
    await tellResult(moment, after, standing);
  }
  const isAnswered = standing.doors !== undefined && openOf(standing.doors) === 0;
  if (after.state !== "done" || after.closedAt !== null || !isAnswered) return after;
  await changeNotice(tx, notice.id, { closedAt: now, recordFor: everyRoom });
  return { ...after, closedAt: now, recordFor: everyRoom };
}
