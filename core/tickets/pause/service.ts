import type { Reply } from "../../dialogue/index.ts";
import type { Acting, Moment } from "../../people/index.ts";
import { cancelAlarm, day, setAlarm } from "../../time/index.ts";
import { clocksIn, pauseSettling, resumeSettling } from "../clock/clocks.ts";
import { nagAbout } from "../clock/nagging.ts";
import { isMediated } from "../dispute/store.ts";
import { appendEvent } from "../events/store.ts";
import { mayAct, type Ticket, type TicketNumber } from "../model.ts";
import { actable } from "../respond/service.ts";
import { tellVillagers } from "../responsible.ts";
import { record, type Refusal } from "../service.ts";
import { ticketByNumber } from "../store.ts";
import { say } from "../texts.ts";
import { isPauseReason, pauseLengths } from "./model.ts";

/** The clocks of whoever must settle a matter stand still for a reason; the first answer's never does. */

/** The kind of the alarm that ends a pause; its subject is `<number> <cycle>`. */
export const pauseAlarm = "pause";

/** Why a matter's clocks may not stand still now; null when they may. */
export async function whyNotPause(acting: Acting, number: TicketNumber): Promise<Refusal | null> {
  const ticket = await actable(acting, number);
  if ("refused" in ticket) return ticket;
  const clocks = (await clocksIn(acting, ticket)).filter(({ kind }) => kind !== "answer");
  if (clocks.some(({ state }) => state === "paused")) return { refused: say.alreadyPaused(number) };
  return clocks.some(({ state }) => state === "running") ? null : { refused: say.nothingToPause(number) };
}

/** Lets the clocks stand still for so many days at the most; the villagers are told why, once. */
export async function pause(
  acting: Acting,
  number: TicketNumber,
  key: string,
  { why, days }: { readonly why: string; readonly days: number },
): Promise<Reply> {
  const refusal = await whyNotPause(acting, number);
  const ticket = await actable(acting, number);
  if ("refused" in ticket) return ticket.refused;
  if (refusal) return refusal.refused;
  const words = isPauseReason(why) ? say.pauseReasons[why].zh : why;
  if (!(await record(acting, ticket, "paused", { words, files: [] }, key))) return say.alreadyPaused(number);
  await pauseSettling(acting, ticket, { reason: words, actor: acting.person.id });
  const until = acting.now + Math.min(days, Math.max(...pauseLengths)) * day;
  const subject = `${number} ${ticket.cycle}`;
  await setAlarm(acting.tx, { key: `${pauseAlarm} ${number}`, kind: pauseAlarm, subject, fireAt: until });
  const untilDay = acting.calendar.date(until);
  await tellVillagers(
    acting,
    ticket,
    { text: say.pausedForVillager(number, words, untilDay) },
    `paused ${key}`,
  );
  return {
    text: say.paused(number, untilDay),
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
  await cancelAlarm(acting.tx, `${pauseAlarm} ${number}`);
  const running = await resumeSettling(acting, ticket, { reason: "", actor: acting.person.id });
  const due = acting.calendar.moment(running.settleDueAt ?? acting.now);
  await tellVillagers(acting, ticket, { text: say.resumedForVillager(number, due) }, `resumed ${key}`);
  return say.resumed(number, due);
}

async function isPaused(moment: Pick<Moment, "tx">, ticket: Ticket): Promise<boolean> {
  return (await clocksIn(moment, ticket)).some(({ state }) => state === "paused");
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
