import { nearestHolders, overdueRank, type Moment, type Role } from "../../people/index.ts";
import type { Clock } from "../../time/index.ts";
import { headline, type Ticket } from "../model.ts";
import { placeName, postAndName, responsibleFor, unitOf } from "../responsible.ts";
import { say } from "../texts.ts";
import { nagAbout } from "./nagging.ts";
import { reminderChoices } from "./remind.ts";

/** Who is told after so many days: the leader in charge (直接责任人), then the main leader (第一责任人) too. */
function leadersAfter(times: number): readonly Role[] {
  return times === 1 ? ["direct_leader"] : ["direct_leader", "main_leader"];
}

/**
 * Past its deadline and still open, every 24 hours: those above are told, and once whoever must act. A post that nobody holds is
 * passed over to the next one, and they read that. What is sealed climbs to nobody.
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
  const { told, vacant } = await leaders(moment, ticket, times);
  const text = say.overdueForLeaders({ ...given, unit: await placeName(moment, ticket), who, vacant });
  for (const id of told)
    if (id !== responsible && id !== ticket.about)
      await nagAbout(moment, id, ticket, { clock, rank, line, saying: { text }, key, isForList: true });
}

/** The leaders to be told, and the posts among them that nobody holds: their word goes to the next above. */
async function leaders(moment: Moment, ticket: Ticket, times: number) {
  const unit = await unitOf(moment, ticket.unit);
  const told = new Set<string>();
  const vacant: Role[] = [];
  for (const role of leadersAfter(times)) {
    const holders = await nearestHolders(moment.tx, unit, role);
    if (holders.length === 0) vacant.push(role);
    for (const id of holders) told.add(id);
  }
  if (told.size === 0) for (const id of await nextAbove(moment, ticket)) told.add(id);
  return { told, vacant };
}

/** Where the leader in charge is vacant: the main leader, else the command room, else the admins. */
async function nextAbove(moment: Moment, ticket: Ticket): Promise<readonly string[]> {
  const unit = await unitOf(moment, ticket.unit);
  for (const role of ["main_leader", "dispatcher", "admin"] as const) {
    const holders = await nearestHolders(moment.tx, unit, role);
    if (holders.length > 0) return holders;
  }
  return [];
}
