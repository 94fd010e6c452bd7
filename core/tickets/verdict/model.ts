import type { Ticket, TicketEvent, TicketEventKind } from "../model.ts";

/** Who looks at a matter from the village's side. */
export type Viewer = "reporter" | "follower";

/** What a villager may do about a matter at this point, in the order it is offered. */
export type VillagerDeed = "nudge" | "add" | "withdraw" | "rate" | "again" | "back" | "unfollow";

const hour = 3_600_000;
/** For so long what was taken back can be put back as it was. */
export const backWithin = 24 * hour;

/** @param sinceWithdrawn how long ago it was taken back, milliseconds. */
export function deedsOf(
  ticket: Pick<Ticket, "state">,
  viewer: Viewer,
  { isRated, sinceWithdrawn }: { readonly isRated: boolean; readonly sinceWithdrawn: number | undefined },
): readonly VillagerDeed[] {
  const isWaiting = ticket.state === "open" || ticket.state === "answered";
  if (viewer === "follower") return isWaiting ? ["add", "unfollow"] : [];
  if (isWaiting) return ["nudge", "add", "withdraw"];
  if (ticket.state === "settled") return ["rate"];
  if (ticket.state === "closed") return isRated ? ["again"] : ["rate", "again"];
  return sinceWithdrawn !== undefined && sinceWithdrawn <= backWithin ? ["back"] : [];
}

/** What staff keep to themselves. */
const staffOnly: readonly TicketEventKind[] = ["noted"];
/** What is said when a matter is passed on, they say to each other: villagers read that it was. */
const passing: readonly TicketEventKind[] = ["handed_over", "assigned", "claimed", "sent_up"];
/** What another villager did that is nobody's business. */
const ofOthers: readonly TicketEventKind[] = ["added", "nudged", "not_fixed"];

/** Everybody who told the matter as hers. */
function tellersOf(events: readonly TicketEvent[]): ReadonlySet<string | undefined> {
  return new Set(
    events.filter(({ kind }) => kind === "filed" || kind === "followed").map(({ actor }) => actor),
  );
}

/** An event as a villager reads it: words and files of another villager are left out, so is her name. */
export type Seen<Event extends TicketEvent> = Event & { readonly by: "viewer" | "neighbour" | "staff" };

/** What this villager reads of everything that happened. */
export function seenBy<Event extends TicketEvent>(
  viewer: string,
  events: readonly Event[],
): readonly Seen<Event>[] {
  const tellers = tellersOf(events);
  return events.flatMap((event): readonly Seen<Event>[] => {
    if (staffOnly.includes(event.kind)) return [];
    if (event.actor === viewer) return [{ ...event, by: "viewer" }];
    if (passing.includes(event.kind)) return [{ ...event, by: "staff", words: "", files: [] }];
    if (!tellers.has(event.actor)) return [{ ...event, by: "staff" }];
    return ofOthers.includes(event.kind) ? [] : [{ ...event, by: "neighbour", words: "", files: [] }];
  });
}

/** How long after one nudge the next one is passed on. */
export const nudgeEvery = hour;

/** When she may nudge again; undefined when she may now. */
export function nextNudgeAt(events: readonly TicketEvent[], now: number): number | undefined {
  const last = events.findLast(({ kind }) => kind === "nudged");
  return last === undefined || now - last.at >= nudgeEvery ? undefined : last.at + nudgeEvery;
}
