import { cancelAlarm } from "../../time/index.ts";
import type { Text } from "../../language/index.ts";
import type { Acting, Moment, PersonId } from "../../people/index.ts";
import { sendCard } from "../card.ts";
import { ratingChoices } from "../choices.ts";
import {
  followKind,
  goOnSettling,
  pauseSettling,
  resumeSettling,
  stopAllClocks,
  stopClocks,
} from "../clock/clocks.ts";
import { startRatingClock } from "../clock/rating.ts";
import { settleKinds } from "../clock/terms.ts";
import { appendEvent, filesOf } from "../events/store.ts";
import { mayAct, type Ticket, type TicketEventKind, type TicketNumber } from "../model.ts";
import { tellAbout, tellVillagers } from "../responsible.ts";
import { pauseKey } from "../pause/end.ts";
import { record } from "../service.ts";
import { changeTicket, ticketByNumber } from "../store.ts";
import { say } from "../texts.ts";

/** What a mediation does to the matter it is about. */

/** What a mediation brings about in a matter's life. */
export type MediationEvent = Extract<
  TicketEventKind,
  | "all_willing"
  | "meeting_arranged"
  | "agreement_written"
  | "mediated"
  | "mediation_failed"
  | "mediation_over"
>;

/** Notes how a mediation goes on; never what anybody said in it. */
export async function noteMediation(
  moment: Moment,
  { number, cycle }: Ticket,
  kind: MediationEvent,
  key: string,
): Promise<void> {
  const event = { number, cycle, kind, actor: undefined, words: "", files: [], sourceKey: key };
  await appendEvent(moment.tx, event, moment.now);
}

/**
 * A matter goes to a mediator. That is its first answer; the clock of whoever must settle it stands still meanwhile.
 * @param begun what it is called, for everybody in it to read, and the first of the other sides who has an account: she is
 *   neither told of the matter itself nor allowed to read it.
 */
export async function beginMediation(
  acting: Acting,
  ticket: Ticket,
  key: string,
  begun: { readonly topic: string; readonly about: PersonId | undefined },
): Promise<void> {
  const { tx, now, person } = acting;
  if (!(await record(acting, ticket, "mediating", { words: begun.topic, files: [] }, key))) return;
  const why = { reason: "mediating", actor: person.id } as const;
  const first = ticket.state === "open" ? { answeredAt: now } : {};
  const about = begun.about ?? ticket.about;
  const changed = { ...ticket, kind: "dispute", state: "answered", about } as const;
  await changeTicket(tx, ticket.number, {
    kind: "dispute",
    state: "answered",
    ...first,
    ...(about !== undefined && { about }),
  });
  // A pause by somebody's word ends: what stands still from here on is the mediator's.
  await cancelAlarm(tx, pauseKey(ticket.number));
  await resumeSettling(acting, changed, why);
  if (ticket.kind !== "dispute") await followKind(acting, changed, { reason: "kind", actor: person.id });
  await stopClocks(acting, changed, ["answer"], { ...why, reason: "answered" });
  if (ticket.state === "open") await goOnSettling(acting, changed, { reason: "answered" });
  await pauseSettling(acting, changed, settleKinds, why);
}

/** Mediation is over without agreement: whoever is responsible goes on, with her clock, and reads why. */
export async function backFromMediation(
  moment: Moment,
  number: TicketNumber,
  kind: "mediation_failed" | "mediation_over",
  { key, note }: { readonly key: string; readonly note: Text },
): Promise<void> {
  const ticket = await ticketByNumber(moment.tx, number);
  if (!ticket) return;
  await noteMediation(moment, ticket, kind, key);
  if (!mayAct(ticket)) return;
  const running = await resumeSettling(moment, ticket, { reason: kind });
  if (ticket.responsible === undefined) return;
  const files = await filesOf(moment.tx, number);
  await sendCard(moment, ticket.responsible, running, {
    head: say.backHead,
    note,
    files,
    key: `back ${key}`,
  });
}

/** All sides agreed: the matter is settled, and its reporter is asked for her word. */
export async function settleMediated(moment: Moment, number: TicketNumber, key: string): Promise<void> {
  const ticket = await ticketByNumber(moment.tx, number);
  if (!ticket || !mayAct(ticket)) return;
  await noteMediation(moment, ticket, "mediated", key);
  await stopAllClocks(moment, ticket, { reason: "settled" });
  await startRatingClock(moment, ticket);
  await changeTicket(moment.tx, number, { state: "settled", settledAt: moment.now });
  const saying = { text: say.mediatedForReporter(number), choices: ratingChoices(number) };
  await tellVillagers(moment, ticket, saying, `mediated ${key}`);
  if (ticket.responsible !== undefined)
    await tellAbout(
      moment,
      ticket.responsible,
      ticket,
      { text: say.mediatedForStaff(number) },
      `mediated staff ${key}`,
    );
}
