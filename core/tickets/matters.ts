import type { FileRef } from "../channel/index.ts";
import type { Tx } from "../store/index.ts";
import { can, type Acting, type Action, type Moment } from "../people/index.ts";
import { appendEvent, eventsOf } from "./events/store.ts";
import type { Ticket, TicketEventKind, TicketNumber } from "./model.ts";
import { isKeptFrom, unitOf } from "./responsible.ts";
import type { Refusal } from "./service.ts";
import { ticketByNumber } from "./store.ts";
import { say } from "./texts.ts";

/** What other slices may know of matters, and note on them. */

/**
 * A matter that somebody may do this to by her post. Whomever it is about never learns that it exists, and what is sealed is
 * not there for anybody.
 */
export async function matterFor(
  acting: Acting,
  number: TicketNumber,
  action: Action,
): Promise<Ticket | Refusal> {
  const ticket = await ticketByNumber(acting.tx, number);
  const { person } = acting;
  if (!ticket || ticket.isSealed || (await isKeptFrom(acting, person.id, ticket)))
    return { refused: say.noSuch(String(number)) };
  const may = can(person.memberships, action, await unitOf(acting, ticket.unit));
  return may ? ticket : { refused: say.notYours(number) };
}

/** What was sent by those who wait for a matter, oldest first; nothing that staff said to each other. */
export async function filesTold(tx: Tx, number: TicketNumber): Promise<readonly FileRef[]> {
  const told = (await eventsOf(tx, number)).filter(({ kind }) => kind === "filed" || kind === "added");
  return told.flatMap(({ files }) => files);
}

/** Notes on a matter what happened by itself. @returns false when it was noted before for the same reason. */
export async function recordUnasked(
  moment: Moment,
  ticket: Ticket,
  kind: TicketEventKind,
  words: string,
  key: string,
): Promise<boolean> {
  const { number, cycle } = ticket;
  const event = { number, cycle, kind, actor: undefined, words, files: [], sourceKey: key };
  return appendEvent(moment.tx, event, moment.now);
}
