import { cancelAlarm, setAlarm } from "../../time/index.ts";
import type { Moment } from "../../people/index.ts";
import { rateWithin, settleWarnBefore, warnBefore, type Ticket } from "../model.ts";

/** The kind of every alarm of this slice; its subject is `<number> <stage> <cycle>`. */
export const ticketAlarm = "ticket";

const stages = ["warn", "breach", "settle_warn", "late", "unrated"] as const;

export type Stage = (typeof stages)[number];

function keyOf(number: number, stage: Stage): string {
  return `ticket ${number} ${stage}`;
}

async function set(moment: Moment, ticket: Ticket, stage: Stage, fireAt: number): Promise<void> {
  const subject = `${ticket.number} ${stage} ${ticket.cycle}`;
  await setAlarm(moment.tx, { key: keyOf(ticket.number, stage), kind: ticketAlarm, subject, fireAt });
}

async function cancel(moment: Moment, number: number, ...which: readonly Stage[]): Promise<void> {
  for (const stage of which) await cancelAlarm(moment.tx, keyOf(number, stage));
}

/** Starts the clock of a cycle's first answer: a reminder before it is due, and the moment itself. */
export async function startAnswerClock(moment: Moment, ticket: Ticket): Promise<void> {
  await set(moment, ticket, "warn", ticket.answerDueAt - warnBefore);
  await set(moment, ticket, "breach", ticket.answerDueAt);
}

export async function stopAnswerClock(moment: Moment, number: number): Promise<void> {
  await cancel(moment, number, "warn", "breach");
}

/** Starts the clock of the village team or the township: it runs until the matter is noted as settled. */
export async function startSettleClock(moment: Moment, ticket: Ticket, dueAt: number): Promise<void> {
  await set(moment, ticket, "settle_warn", dueAt - settleWarnBefore);
  await set(moment, ticket, "late", dueAt);
}

/** The matter is not settled after all: its clock runs again, with a day left at least. */
export async function resumeSettleClock(moment: Moment, ticket: Ticket): Promise<void> {
  if (ticket.settleDueAt === undefined) return;
  await startSettleClock(moment, ticket, Math.max(ticket.settleDueAt, moment.now + settleWarnBefore));
}

export async function startRatingClock(moment: Moment, ticket: Ticket): Promise<void> {
  await set(moment, ticket, "unrated", moment.now + rateWithin);
}

export async function stopRatingClock(moment: Moment, number: number): Promise<void> {
  await cancel(moment, number, "unrated");
}

/** Nobody has to act any more. */
export async function stopClocks(moment: Moment, number: number): Promise<void> {
  await cancel(moment, number, ...stages);
}

/** What an alarm's subject says; undefined when it is not ours. */
export function readSubject(subject: string): { number: number; stage: Stage; cycle: number } | undefined {
  const [, number, word, cycle] = /^(\d+) (\w+) (\d+)$/.exec(subject) ?? [];
  const stage = stages.find((one) => one === word);
  return stage && { number: Number(number), stage, cycle: Number(cycle) };
}
