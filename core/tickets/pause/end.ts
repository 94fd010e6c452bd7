import type { Moment } from "../../people/index.ts";
import { cancelAlarm } from "../../time/index.ts";
import { clocksIn, resumeSettling } from "../clock/clocks.ts";
import type { ClockWhy } from "../clock/terms.ts";
import { isMediated } from "../dispute/store.ts";
import { appendEvent } from "../events/store.ts";
import type { Ticket, TicketNumber } from "../model.ts";

/** The kind of the alarm that ends a pause; its subject is `<number> <cycle>`. */
export const pauseAlarm = "pause";

export function pauseKey(number: TicketNumber): string {
  return `${pauseAlarm} ${number}`;
}

/** Does a matter stand still? */
export async function isPaused(moment: Pick<Moment, "tx">, ticket: Ticket): Promise<boolean> {
  return (await clocksIn(moment, ticket)).some(({ state }) => state === "paused");
}

/**
 * A pause ends with whoever asked for it: where a matter moves on, its clocks run again. What a mediator has stays still.
 * @param key unique for what moved it. @returns the matter as it is then.
 */
export async function endPause(moment: Moment, ticket: Ticket, why: ClockWhy, key: string): Promise<Ticket> {
  const { number, cycle } = ticket;
  if (!(await isPaused(moment, ticket)) || (await isMediated(moment.tx, number))) return ticket;
  await cancelAlarm(moment.tx, pauseKey(number));
  const event = { number, cycle, actor: why.actor, words: "", files: [], sourceKey: `moved ${key}` };
  await appendEvent(moment.tx, { ...event, kind: "resumed" }, moment.now);
  return resumeSettling(moment, ticket, why);
}
