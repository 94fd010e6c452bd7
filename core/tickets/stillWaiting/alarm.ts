import type { Moment } from "../../people/index.ts";
import { hoursNamed, hoursOn, officeHours, setAlarm } from "../../time/index.ts";
import type { Ticket, TicketNumber } from "../model.ts";
import { nextWord, type NextWord } from "./model.ts";

/** 「还在等」: who waits for a month hears what is true from whoever must act, and again every month. */

/** The kind of its alarms; their subject is `<number> ask` or `<number> word`. */
export const waitingAlarm = "still_waiting";

/** Sets what comes next for a matter. */
export async function setWaitingAlarm(
  moment: Moment,
  number: TicketNumber,
  what: "ask" | "word",
  fireAt: number,
): Promise<void> {
  const key = `${waitingAlarm} ${number}`;
  await setAlarm(moment.tx, { key, kind: waitingAlarm, subject: `${number} ${what}`, fireAt });
}

/** The first word to a villager after a moment. */
export async function nextWordOf(
  moment: Moment,
  { createdAt }: Pick<Ticket, "createdAt">,
  after: number,
): Promise<NextWord> {
  const hours = await hoursNamed(moment, officeHours);
  const works = (date: string): boolean => hoursOn(hours, date).length > 0;
  return nextWord(moment.calendar.zone, createdAt, after, works);
}

/** Begins, or begins again, to tell a villager every month what keeps her matter. */
export async function beginWaitingWords(
  moment: Moment,
  ticket: Pick<Ticket, "number" | "createdAt">,
): Promise<void> {
  const { askAt } = await nextWordOf(moment, ticket, moment.now);
  await setWaitingAlarm(moment, ticket.number, "ask", askAt);
}
