import { overdueRank, type Moment, type Role } from "../../people/index.ts";
import type { Clock } from "../../time/index.ts";
import { headline, type Ticket } from "../model.ts";
import { placeName, postAndName, responsibleFor } from "../responsible.ts";
import { say } from "../texts.ts";
import { thoseAbove } from "./above.ts";
import { nagAbout } from "./nagging.ts";
import { reminderChoices } from "./remind.ts";

/** Who is told after so many days: the leader in charge (直接责任人), then the main leader (第一责任人) too. */
function leadersAfter(times: number): readonly Role[] {
  return times === 1 ? ["direct_leader"] : ["direct_leader", "main_leader"];
}

/**
 * Past its deadline and still open, every 24 hours: those above are told, and once whoever must act. Where a post is vacant, or
 * nothing reaches whoever holds it, the next one is told, and reads why. What is sealed climbs to nobody.
 * @param times how many times 24 hours have passed since; 0 at the deadline of a sealed matter.
 */
export async function stillOverdue(
  moment: Moment,
  ticket: Ticket,
  clock: Clock,
  times: number,
): Promise<void> {
  const { responsible, cycle } = ticket;
  const isAnswer = clock.kind === "answer";
  const overdueMs = moment.now - (clock.breachedAt ?? moment.now);
  const given = { ticket, isAnswer, overdueMs, words: headline(ticket.what || ticket.place) };
  const key = `${clock.kind} after ${times} cycle ${cycle} ${clock.breachedAt}`;
  const rank = overdueRank + Math.min(times, 80);
  const line = say.overdueLine(given);
  // From the second day on her morning list says it.
  if (responsible !== undefined && times <= 1) {
    const saying = { text: say.overdueStill(given), choices: reminderChoices(ticket) };
    await nagAbout(moment, responsible, ticket, { clock, rank, line, saying, key });
  }
  if (ticket.isSealed || times === 0) return;
  const holder = await responsibleFor(moment, ticket);
  const who = holder ? postAndName(holder) : undefined;
  const { told, note } = await thoseAbove(moment, ticket, leadersAfter(times));
  const text = say.overdueForLeaders({ ...given, unit: await placeName(moment, ticket), who, note });
  for (const id of told)
    await nagAbout(moment, id, ticket, { clock, rank, line, saying: { text }, key, isForList: true });
}
