import { kindOf } from "../kinds/model.ts";
import type { Ticket, TicketEvent } from "../model.ts";
import { daysLater, type WallZone } from "../wall/model.ts";

/** Four weeks after the end people know whether it lasted. */
const askAfterDays = 28;
const morning = 10 * 60;

/** When it is asked: at ten in the morning, four weeks later. */
export function askAfterAt(zone: WallZone, closedAt: number): number {
  return zone.momentOf(daysLater(zone.dateOf(closedAt), askAfterDays), morning);
}

/** People, quarrels and dangers are no things that break again. */
const neverAsked: readonly string[] = ["danger", "human", "complaint", "accusation", "dispute"];

/**
 * May she be asked whether it is really mended? Only of what was noted as settled in its last round and is over since, once
 * in a round.
 */
export function isWorthAsking(
  ticket: Pick<Ticket, "state" | "kind" | "isSealed" | "isUrgent" | "about" | "cycle">,
  events: readonly Pick<TicketEvent, "kind">[],
): boolean {
  const isThing = !neverAsked.includes(kindOf(ticket.kind).id) && ticket.about === undefined;
  if (ticket.state !== "closed" || ticket.isSealed || ticket.isUrgent || !isThing) return false;
  const begun = events.findLastIndex(
    ({ kind }) => kind === "filed" || kind === "reopened" || kind === "put_back",
  );
  const round = events.slice(begun + 1).map(({ kind }) => kind);
  const ended = round.findLast((kind) => kind === "settled" || kind === "unverified");
  return ended === "settled" && !round.includes("asked_after");
}
