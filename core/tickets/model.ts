import type { KindId } from "./kinds/model.ts";

/** The short number people say: 1024. */
export type TicketNumber = number & { readonly __id?: "ticket" };

/**
 * open: waits for its first answer · answered: somebody is on it · settled: waits for the villager's word ·
 * closed: rated, or left unrated · withdrawn: the reporter took it back. "Closed" is never counted as "settled".
 */
export type TicketState = "open" | "answered" | "settled" | "closed" | "withdrawn";

/** 简易 the grid worker's own · 一般 the village team's · 复杂 the township's. Set by whoever passes it on; selects the clock. */
export type Tier = "simple" | "ordinary" | "complex";

export type Score = "satisfied" | "fair" | "dissatisfied";

export interface Ticket {
  readonly number: TicketNumber;
  readonly kind: KindId;
  readonly what: string;
  readonly place: string;
  readonly reporter: string;
  readonly unit: string;
  /** Who must act now; undefined only where nobody holds any post above. */
  readonly responsible: string | undefined;
  /** Who filed it on the reporter's behalf. */
  readonly filedBy: string | undefined;
  readonly state: TicketState;
  readonly tier: Tier;
  /** 1 at filing; one more each time the villager was not satisfied. */
  readonly cycle: number;
  /** When the first answer of this cycle is due, epoch milliseconds. */
  readonly answerDueAt: number;
  /** When whoever must settle it must have: undefined while it is simple, and while that clock stands still. */
  readonly settleDueAt: number | undefined;
  /** What comes first of what is due; undefined while nothing is. */
  readonly dueAt: number | undefined;
  /** The office of the township it was sent to. */
  readonly office: number | undefined;
  /** How often an office sent it back in this cycle, and what came of it: see `bounces`. */
  readonly bounced: number;
  /** Since when the command room supervises it. */
  readonly supervisedAt: number | undefined;
  /** Since when it lies with the county's command room. */
  readonly countyAt: number | undefined;
  /** Whom a complaint about service is about: neither told nor allowed to read it. */
  readonly about: string | undefined;
  /** Who said of which kind it is; left out where nobody noted it. */
  readonly kindBy?: "guess" | "villager" | "worker" | undefined;
  /** The words that decided a guess. */
  readonly kindBecause?: readonly string[] | undefined;
  /** A danger to life. */
  readonly isUrgent: boolean;
  /** Seen by the discipline role and the reporter only. */
  readonly isSealed: boolean;
  readonly createdAt: number;
}

export type TicketEventKind =
  | "filed"
  | "added"
  | "followed"
  | "nudged"
  | "withdrawn"
  | "left"
  | "put_back"
  | "asked"
  | "answered"
  | "received"
  | "noted"
  | "handed_over"
  | "assigned"
  | "claimed"
  | "sent_up"
  | "dispatched"
  | "bounced"
  | "decided"
  | "taken_back"
  | "returned"
  | "supervised"
  | "unsupervised"
  | "joined"
  | "sent_to_county"
  | "sent_down"
  | "consulted"
  | "opinion"
  | "consult_changed"
  | "consult_decided"
  | "tasked"
  | "task_done"
  | "unverified"
  | "kind_changed"
  | "tagged"
  | "untagged"
  | "paused"
  | "resumed"
  | "revised"
  | "overdue"
  | "late"
  | "mediating"
  | "all_willing"
  | "meeting_arranged"
  | "agreement_written"
  | "mediated"
  | "mediation_failed"
  | "mediation_over"
  | "settled"
  | "not_fixed"
  | "rated"
  | "reopened"
  | "worded"
  | "still_waiting"
  | "asked_after"
  | "held"
  | "closed";

/** What kind of file was sent along. */
export interface EnclosedFile {
  readonly kind: "photo" | "voice" | "video" | "document";
}

/** Something that happened to a ticket; never changed afterwards. */
export interface TicketEvent {
  readonly kind: TicketEventKind;
  readonly actor: string | undefined;
  readonly words: string;
  readonly files: readonly EnclosedFile[];
  readonly at: number;
}

/** What a matter is that nobody has passed on yet. */
export const notPassedOn = {
  tier: "simple",
  settleDueAt: undefined,
  office: undefined,
  bounced: 0,
  supervisedAt: undefined,
  countyAt: undefined,
} as const;

const hour = 3_600_000;

/** No rating by then closes as 未评价. */
export const rateWithin = 7 * 24 * hour;

/** A place said without a number: below this a number is a menu choice, not a ticket. */
export const firstNumber = 1001;

/** What to put into one line of a list. */
export function headline(words: string, longest = 24): string {
  const line = words.replaceAll(/\s+/g, " ").trim();
  const characters = Array.from(line);
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join("")}…`;
}

/** What may follow what: the rules of a ticket's life. */
export function mayAct(ticket: Pick<Ticket, "state">): boolean {
  return ticket.state === "open" || ticket.state === "answered";
}

export function mayRate(ticket: Pick<Ticket, "state">): boolean {
  return ticket.state === "settled";
}

export function isOver(ticket: Pick<Ticket, "state">): boolean {
  return ticket.state === "closed" || ticket.state === "withdrawn";
}
