import type { Moment } from "../../people/index.ts";
import { appendEvent } from "../events/store.ts";
import type { Ticket, TicketEventKind } from "../model.ts";

/** What a clock found. */
interface Found {
  readonly kind: TicketEventKind;
  /** When it came about, epoch milliseconds. */
  readonly at: number;
  /** Which time it is: the same twice is noted once. */
  readonly key: string;
}

/** Notes what a clock found. @returns false when it was noted before. */
export async function note(moment: Moment, ticket: Ticket, { kind, at, key }: Found): Promise<boolean> {
  const { number, cycle } = ticket;
  const event = { number, cycle, kind, actor: undefined, words: "", files: [], sourceKey: key };
  return appendEvent(moment.tx, event, at);
}
