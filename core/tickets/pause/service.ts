import type { Reply } from "../../dialogue/index.ts";
import { can, type Acting, type Moment } from "../../people/index.ts";
import { cancelAlarm, day, segmentsOf, setAlarm, type Clock } from "../../time/index.ts";
import { clocksIn, pauseSettling, resumeSettling } from "../clock/clocks.ts";
import { nagAbout } from "../clock/nagging.ts";
import { settleKinds, type SettleKind } from "../clock/terms.ts";
import { isInOffice } from "../desk/office.ts";
import { isMediated } from "../dispute/store.ts";
import { appendEvent } from "../events/store.ts";
import { mayAct, type Ticket, type TicketNumber } from "../model.ts";
import { actable } from "../respond/service.ts";
import { tellVillagers, unitOf } from "../responsible.ts";
import { record, type Refusal } from "../service.ts";
import { ticketByNumber } from "../store.ts";
import { reasonName, say } from "../texts.ts";
import { isPaused, pauseAlarm, pauseKey } from "./end.ts";
import { lengthsLeft, mostPausedDays, pausedMs } from "./model.ts";

/** The clocks of whoever must settle a matter stand still for a reason; the first answer's never does. */

/** A matter that may stand still now, by which clocks, and for how many days. */
interface Pausable {
  readonly ticket: Ticket;
  readonly kinds: readonly SettleKind[];
  readonly days: readonly number[];
}

/** A matter whose clocks whoever acts may let stand still: her own, not late, and not for ever. */
export async function pausable(acting: Acting, number: TicketNumber): Promise<Pausable | Refusal> {
  const ticket = await actable(acting, number);
  if ("refused" in ticket) return ticket;
  const clocks = (await clocksIn(acting, ticket)).filter(({ kind }) => kind !== "answer");
  if (clocks.some(({ state }) => state === "paused")) return { refused: say.alreadyPaused(number) };
  const running = clocks.filter(({ state }) => state === "running");
  if (running.length === 0) return { refused: say.nothingToPause(number) };
  if (running.some((clock) => isLate(clock, acting.now))) return { refused: say.lateNoPause(number) };
  const kinds = await ownKinds(acting, ticket);
  if (!running.some(({ kind }) => kinds.some((own) => own === kind)))
    return { refused: say.notYourClock(number) };
  const segments = await segmentsOf(
    acting.tx,
    clocks.map(({ id }) => id),
  );
  const days = lengthsLeft(pausedMs([...segments.values()], acting.now));
  return days.length === 0 ? { refused: say.pausedEnough(number, mostPausedDays) } : { ticket, kinds, days };
}

function isLate({ breachedAt, dueAt }: Clock, now: number): boolean {
  return breachedAt !== undefined || (dueAt !== undefined && dueAt <= now);
}

/** An office lets its own clock stand still, the village its own; the command room every one. */
async function ownKinds(acting: Acting, ticket: Ticket): Promise<readonly SettleKind[]> {
  if (await isInOffice(acting, ticket)) return ["office"];
  const unit = await unitOf(acting, ticket.unit);
  return can(acting.person.memberships, "ticket.dispatch", unit) ? settleKinds : ["worker", "village"];
}

/** Lets the clocks stand still for so many days at the most; the villagers are told why, once. */
export async function pause(
  acting: Acting,
  number: TicketNumber,
  key: string,
  { why, days }: { readonly why: string; readonly days: number },
): Promise<Reply> {
  const found = await pausable(acting, number);
  if ("refused" in found) return found.refused;
  const { ticket, kinds } = found;
  if (!(await record(acting, ticket, "paused", { words: why, files: [] }, key)))
    return say.alreadyPaused(number);
  const still = await pauseSettling(acting, ticket, kinds, { reason: why, actor: acting.person.id });
  // Whoever lets only her own clock stand still has somebody else's running beside it.
  const due = still.settleDueAt === undefined ? undefined : acting.calendar.moment(still.settleDueAt);
  const until = acting.now + Math.min(days, Math.max(...found.days)) * day;
  const subject = `${number} ${ticket.cycle}`;
  await setAlarm(acting.tx, { key: pauseKey(number), kind: pauseAlarm, subject, fireAt: until });
  const untilDay = acting.calendar.date(until);
  await tellVillagers(
    acting,
    ticket,
    { text: say.pausedForVillager(number, reasonName(why), untilDay, due) },
    `paused ${key}`,
  );
  return {
    text: say.paused(number, untilDay, due),
    choices: [{ label: say.resume, token: `/task ${number} resume` }],
  };
}

/** The clocks run again. */
export async function resume(acting: Acting, number: TicketNumber, key: string): Promise<Reply> {
  const ticket = await actable(acting, number);
  if ("refused" in ticket) return ticket.refused;
  if (!(await isPaused(acting, ticket))) return say.notPaused(number);
  if (await isMediated(acting.tx, number)) return say.pausedByMediation(number);
  await record(acting, ticket, "resumed", { words: "", files: [] }, key);
  await cancelAlarm(acting.tx, pauseKey(number));
  const running = await resumeSettling(acting, ticket, { reason: "", actor: acting.person.id });
  const due = acting.calendar.moment(running.settleDueAt ?? acting.now);
  await tellVillagers(acting, ticket, { text: say.resumedForVillager(number, due) }, `resumed ${key}`);
  return say.resumed(number, due);
}

/** A pause is over: the clocks run again by themselves, and whoever must act is told. */
export async function ringPauseAlarm(moment: Moment, subject: string): Promise<void> {
  const [number = 0, cycle] = subject.split(" ").map(Number);
  const ticket = await ticketByNumber(moment.tx, number);
  if (!ticket || ticket.cycle !== cycle || !mayAct(ticket) || !(await isPaused(moment, ticket))) return;
  const running = await resumeSettling(moment, ticket, { reason: "pause_over" });
  const event = { number, cycle, actor: undefined, words: "", files: [], sourceKey: `over ${moment.now}` };
  await appendEvent(moment.tx, { ...event, kind: "resumed" }, moment.now);
  if (ticket.responsible === undefined) return;
  const due = moment.calendar.moment(running.settleDueAt ?? moment.now);
  await nagAbout(moment, ticket.responsible, ticket, {
    rank: 3,
    line: say.pauseOverLine(ticket, due),
    saying: { text: say.pauseOver(number, due) },
    key: `pause over ${moment.now}`,
    isFact: true,
  });
}
