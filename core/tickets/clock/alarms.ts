import { cancelAlarm, setAlarm } from "../../time/index.ts";
import type { Moment } from "../../people/index.ts";
import { rateWithin, warnBefore, type Ticket } from "../model.ts";

/** The kind of every alarm of this slice; its subject is `<number> <stage> <cycle>`. */
export const ticketAlarm = "ticket";

export type Stage = "warn" | "breach" | "unrated";

function keyOf(number: number, stage: Stage): string {
  return `ticket ${number} ${stage}`;
}

async function set(moment: Moment, ticket: Ticket, stage: Stage, fireAt: number): Promise<void> {
  const subject = `${ticket.number} ${stage} ${ticket.cycle}`;
  await setAlarm(moment.tx, { key: keyOf(ticket.number, stage), kind: ticketAlarm, subject, fireAt });
}

/** Starts the clock of a cycle's first answer: a reminder before it is due, and the moment itself. */
export async function startAnswerClock(moment: Moment, ticket: Ticket): Promise<void> {
  await set(moment, ticket, "warn", ticket.answerDueAt - warnBefore);
  await set(moment, ticket, "breach", ticket.answerDueAt);
}

export async function stopAnswerClock(moment: Moment, number: number): Promise<void> {
  await cancelAlarm(moment.tx, keyOf(number, "warn"));
  await cancelAlarm(moment.tx, keyOf(number, "breach"));
}

export async function startRatingClock(moment: Moment, ticket: Ticket): Promise<void> {
  await set(moment, ticket, "unrated", moment.now + rateWithin);
}

export async function stopRatingClock(moment: Moment, number: number): Promise<void> {
  await cancelAlarm(moment.tx, keyOf(number, "unrated"));
}

/** What an alarm's subject says; undefined when it is not ours. */
export function readSubject(subject: string): { number: number; stage: Stage; cycle: number } | undefined {
  const [, number, stage, cycle] = /^(\d+) (warn|breach|unrated) (\d+)$/.exec(subject) ?? [];
  return stage === undefined
    ? undefined
    : { number: Number(number), stage: stage as Stage, cycle: Number(cycle) };
}
