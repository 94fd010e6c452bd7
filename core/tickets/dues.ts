import { segmentsOf } from "../time/index.ts";
import type { Moment } from "../people/index.ts";
import { clocksIn } from "./clock/clocks.ts";
import { mayAct, type Ticket } from "./model.ts";
import type { Dues } from "./texts/dues.ts";

/** When a matter's answer and its settlement are due, whether that is past, and why it stands still. */
export async function duesFor(moment: Moment, ticket: Ticket): Promise<Dues> {
  const { calendar, now } = moment;
  const said = (at: number) => ({ said: calendar.moment(at), isPast: at <= now });
  return {
    answer: said(ticket.answerDueAt),
    settle: ticket.settleDueAt === undefined ? undefined : said(ticket.settleDueAt),
    paused: await pauseOf(moment, ticket),
  };
}

/** Why whoever must settle it waits; undefined while nobody does. */
async function pauseOf(moment: Moment, ticket: Ticket): Promise<string | undefined> {
  if (!mayAct(ticket)) return undefined;
  const paused = (await clocksIn(moment, ticket)).find(({ state }) => state === "paused");
  if (!paused) return undefined;
  const segments = (await segmentsOf(moment.tx, [paused.id])).get(paused.id) ?? [];
  return segments.findLast(({ kind }) => kind === "paused")?.reason ?? "";
}
