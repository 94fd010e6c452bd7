import { unitByCode, type UnitCode } from "../../org/index.ts";
import {
  carerOf,
  householdOf,
  membersOf,
  personById,
  teamsOf,
  type Moment,
  type PersonId,
} from "../../people/index.ts";
import { earnForTeam, takeBackFromTeam } from "../../points/index.ts";
import { clocksIn } from "../clock/clocks.ts";
import { eventsOf } from "../events/store.ts";
import type { Ticket } from "../model.ts";
import { lastRound, mayCount, outcomeOf, type Round } from "./model.ts";

/** What a village's team is paid for: what became of matters, never how many there were. */

/** A round pays once; the next one only after what this one was paid is taken back. */
function sourceOf({ number, cycle }: Pick<Ticket, "number" | "cycle">): string {
  return `outcome ${number} ${cycle}`;
}

/** A matter has ended: the team of its village is paid where that is an outcome of theirs. */
export async function payTeam(moment: Moment, ticket: Ticket): Promise<void> {
  if (!mayCount(ticket)) return;
  const village = await villageOf(moment, ticket.unit);
  if (village === undefined) return;
  const rule = outcomeOf(await roundOf(moment, ticket, village));
  if (!rule) return;
  // Which quarrel it was is nobody's business.
  const reason = rule === "team_settled" ? String(ticket.number) : "";
  await earnForTeam(moment, { rule, village, sourceKey: sourceOf(ticket), reason });
}

/** A matter that had ended goes on: what its last round was paid is taken back. */
export async function takeBackOutcome(moment: Moment, ticket: Ticket): Promise<void> {
  await takeBackFromTeam(moment, sourceOf(ticket));
}

async function villageOf({ tx }: Moment, code: UnitCode): Promise<UnitCode | undefined> {
  const unit = await unitByCode(tx, code);
  if (unit?.kind === "village") return unit.code;
  return unit?.kind === "grid" ? (unit.parent ?? undefined) : undefined;
}

async function roundOf(moment: Moment, ticket: Ticket, village: UnitCode): Promise<Round> {
  const { tx } = moment;
  const { reporter, filedBy } = ticket;
  const events = lastRound(await eventsOf(tx, ticket.number));
  const clocks = await clocksIn(moment, ticket);
  const carer = await carerOf(tx, reporter);
  const household = await householdOf(tx, reporter);
  return {
    events,
    reporter,
    filedBy,
    hasRunOut: clocks.some(({ consumedMs, targetMs }) => consumedMs > targetMs),
    villagers: carer === undefined ? [reporter] : [reporter, carer],
    team: await membersAmong(moment, village, [reporter, filedBy, ...events.map(({ actor }) => actor)]),
    house: household ? await membersOf(tx, household.id) : [reporter],
  };
}

async function membersAmong(
  { tx }: Moment,
  village: UnitCode,
  people: readonly (PersonId | undefined)[],
): Promise<readonly PersonId[]> {
  const members: PersonId[] = [];
  for (const id of new Set(people)) {
    const person = id === undefined ? undefined : await personById(tx, id);
    if (person && (await teamsOf(tx, person)).includes(village)) members.push(person.id);
  }
  return members;
}
