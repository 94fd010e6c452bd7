/** What goes first: an answer to somebody waiting, a deadline, an urgent notice to thousands, any other notice. */
export const lanes = { reply: 0, alarm: 1, urgent: 2, bulk: 3 } as const;

export type Lane = keyof typeof lanes;

/** Is a lane for what goes to many? It leaves room for answers. */
export function isToMany(lane: number): boolean {
  return lane >= lanes.urgent;
}

/** waiting → leased → sent, or one of the ends. */
export type OutboxState = "waiting" | "leased" | "sent" | "unknown" | "failed" | "unreachable" | "withdrawn";

/** A row's life after one attempt. */
export interface Fate {
  readonly state: OutboxState;
  /** Epoch milliseconds; when a waiting row may be tried again. */
  readonly nextAt: number;
  readonly attempts: number;
  readonly error?: string;
}

const attemptsAllowed = 6;
/** After so many attempts without an answer a message goes without its file: what waits behind it matters more. */
export const attemptsWithFile = 4;
const firstBackoff = 1_000;

/** How long until a repeated attempt, milliseconds: 1 s, 2 s, 4 s … */
function backoff(attempts: number): number {
  return firstBackoff * 2 ** Math.min(attempts, 10);
}

/**
 * What becomes of a message whose fate is unknown: an answer or an alarm is said again, since twice is better than never;
 * a notice to many is counted, since thousands of repeats are worse than one missing.
 */
export function fateOfUnknown(lane: number, attempts: number, now: number): Fate {
  const tried = attempts + 1;
  if (lane === lanes.bulk) return { state: "unknown", nextAt: now, attempts: tried };
  if (tried >= attemptsAllowed)
    return { state: "failed", nextAt: now, attempts: tried, error: "fate unknown after every attempt" };
  return { state: "waiting", nextAt: now + backoff(attempts), attempts: tried };
}

/**
 * What becomes of a message whose sender died: as if its fate were unknown, but at once and without using up an attempt,
 * since a program that is killed again and again says nothing about the message.
 */
export function fateOfOrphan(lane: number, attempts: number, now: number): Fate {
  return { state: lane === lanes.bulk ? "unknown" : "waiting", nextAt: now, attempts };
}

/** What becomes of a message that was leased and never given to whoever sends: nothing happened to it. */
export function fateOfUnsent(attempts: number, now: number): Fate {
  return { state: "waiting", nextAt: now, attempts };
}

/** A platform that asks for patience does not use up an attempt. */
export function fateOfRetry(afterMs: number, attempts: number, now: number): Fate {
  return { state: "waiting", nextAt: now + Math.max(0, afterMs), attempts };
}
