import { deskKinds, officeIn, silentKinds } from "../desk/model.ts";
import type { Ticket, TicketEvent, TicketEventKind } from "../model.ts";

/** Who looks at a matter from the village's side. */
export type Viewer = "reporter" | "follower";

/** What a villager may do about a matter at this point, in the order it is offered. */
export type VillagerDeed = "nudge" | "add" | "withdraw" | "rate" | "again" | "back" | "unfollow" | "calm";

/** Kinds whose words are meant for those who work on the matter. */
const passing: readonly TicketEventKind[] = ["handed_over", "assigned", "claimed", "sent_up", ...deskKinds];

/** Of the others, those that say which office. */
const placing: readonly TicketEventKind[] = ["dispatched", "decided", "joined"];

const hour = 3_600_000;
/** For so long what was taken back can be put back as it was. */
export const backWithin = 24 * hour;

/** @param sinceWithdrawn how long ago it was taken back, milliseconds. */
export function deedsOf(
  ticket: Pick<Ticket, "state" | "isUrgent">,
  viewer: Viewer,
  { isRated, sinceWithdrawn }: { readonly isRated: boolean; readonly sinceWithdrawn: number | undefined },
): readonly VillagerDeed[] {
  const isWaiting = ticket.state === "open" || ticket.state === "answered";
  if (viewer === "follower") return isWaiting ? ["add", "unfollow"] : [];
  if (isWaiting) return ["nudge", "add", ticket.isUrgent ? "calm" : "withdraw"];
  if (ticket.state === "settled") return ["rate"];
  if (ticket.state === "closed") return isRated ? ["again"] : ["rate", "again"];
  return sinceWithdrawn !== undefined && sinceWithdrawn <= backWithin ? ["back"] : [];
}

/** What another villager did that is nobody's business. */
const ofOthers: readonly TicketEventKind[] = ["added", "nudged", "not_fixed"];

/** An event as a villager reads it: words and files of another villager are left out, so is her name. */
export type Seen<Event extends TicketEvent> = Event & { readonly by: "viewer" | "neighbour" | "staff" };

/** Who looks at the events of a matter. */
interface Looker {
  readonly as: Viewer;
  /** Her own id, and whoever she acts for. */
  readonly ids: readonly string[];
  /** Who told the matter for somebody else: those words are the reporter's. */
  readonly filedBy: string | undefined;
  /** Who acts for the reporter: what she says as such is the reporter's. */
  readonly carer?: string | undefined;
}

/** What only villagers do, a carer in their place too. */
const ofVillagers: readonly TicketEventKind[] = [
  "added",
  "nudged",
  "not_fixed",
  "rated",
  "reopened",
  "withdrawn",
  "put_back",
  "left",
  "held",
];
/** What only those who work on a matter do, a worker who told it or waits for it herself too. */
const ofWorkers: readonly TicketEventKind[] = [
  "answered",
  "received",
  "asked",
  "consult_decided",
  ...silentKinds,
  "still_waiting",
  "unverified",
  "mediating",
  ...passing,
];

function isWork({ kind, words }: TicketEvent): boolean {
  return ofWorkers.includes(kind) || (kind === "settled" && words !== "");
}

/** What a villager reads of everything that happened. */
export function seenBy<Event extends TicketEvent>(
  { as, ids, filedBy, carer }: Looker,
  events: readonly Event[],
): readonly Seen<Event>[] {
  // Whoever told it first took it back, and a neighbour is its reporter now: what was told is still not hers.
  const isPassed = events.some(({ kind }) => kind === "left");
  const telling = events.filter(({ kind }) => kind === "filed" || kind === "followed");
  const tellers = new Set(telling.map(({ actor }) => actor).filter((actor) => actor !== filedBy));
  const leaving = events.filter(({ kind }) => kind === "left").map(({ actor }) => actor);
  const inPlace = [...leaving, carer].filter((actor) => actor !== undefined);
  return events.flatMap((event): readonly Seen<Event>[] => {
    const { kind, actor } = event;
    // What screening found is for nobody here, whoever noted it.
    if (kind === "tagged" || kind === "untagged") return [];
    if (actor !== undefined && ids.includes(actor)) return [{ ...event, by: "viewer" }];
    const isTheirs = as === "follower" || isPassed;
    const isTold = isTheirs && kind === "filed";
    const isForReporter =
      isTheirs && actor !== undefined && inPlace.includes(actor) && ofVillagers.includes(kind);
    const isVillagers = tellers.has(actor) && !isWork(event);
    if (!isTold && !isForReporter && !isVillagers) return ofStaff(event, as);
    return ofOthers.includes(kind) ? [] : [{ ...event, by: "neighbour", words: "", files: [] }];
  });
}

/** Of a note, or a word that is still to be said, nothing is seen, of a matter passed on only that it was, and neighbours read no question to the reporter. */
function ofStaff<Event extends TicketEvent>(event: Event, as: Viewer): readonly Seen<Event>[] {
  if (silentKinds.includes(event.kind)) return [];
  const isBare = passing.includes(event.kind) || (as === "follower" && event.kind === "asked");
  // She reads which office has it, not what was said to it.
  const words = placing.includes(event.kind) ? officeIn(event.words) : "";
  if (isBare) return [{ ...event, words, files: [], by: "staff" }];
  // Where nothing was found, the pictures may show the reporter's home.
  const isBlind = as === "follower" && event.kind === "unverified";
  return [isBlind ? { ...event, files: [], by: "staff" } : { ...event, by: "staff" }];
}

/** How long after one nudge the next one is passed on. */
export const nudgeEvery = hour;

/** When she may nudge again; undefined when she may now. */
export function nextNudgeAt(events: readonly TicketEvent[], now: number): number | undefined {
  const last = events.findLast(({ kind }) => kind === "nudged");
  return last === undefined || now - last.at >= nudgeEvery ? undefined : last.at + nudgeEvery;
}
