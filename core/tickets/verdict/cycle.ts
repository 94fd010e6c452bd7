import { join, type Text } from "../../language/index.ts";
import type { Acting, Found, Holder } from "../../people/index.ts";
import { sendCard } from "../card.ts";
import { goOnSettling, startAnswerClock } from "../clock/clocks.ts";
import { filesOf, lastAnswer } from "../events/store.ts";
import type { Ticket } from "../model.ts";
import { takeBackOutcome } from "../outcome/service.ts";
import { notePassedOver } from "../pass/passedOver.ts";
import { filed, type Filed } from "../report/service.ts";
import { nextResponsible, responsibleFor, tellAbout, unitOf } from "../responsible.ts";
import { waitAgain } from "../stillWaiting/again.ts";
import { record, type Enclosure } from "../service.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";

/** How those who act hear of a new round. */
interface Words {
  /** With the reason in the villager's words. */
  readonly note: (cycle: number) => Text;
  /** For whoever had it before, where it climbed. */
  readonly passedOn: Text;
}

/**
 * The next round of a matter: one level up, with full clocks. What is sealed stays where it is.
 * @param why what the event keeps; nothing where the rating says it already.
 */
export async function nextCycle(
  acting: Acting,
  ticket: Ticket,
  why: Enclosure,
  words: Words,
): Promise<Filed> {
  const before = await responsibleFor(acting, ticket);
  const found = await oneLevelUp(acting, ticket, before);
  const holder = found ?? before;
  const next: Ticket = {
    ...ticket,
    cycle: ticket.cycle + 1,
    state: "open",
    responsible: holder?.person.id,
    office: undefined,
    bounced: 0,
  };
  await store.changeTicket(acting.tx, ticket.number, {
    state: "open",
    cycle: next.cycle,
    office: null,
    bounced: 0,
    answeredAt: null,
    settledAt: null,
    ...(holder ? { responsible: holder.person.id } : {}),
  });
  await takeBackOutcome(acting, ticket);
  await record(acting, next, "reopened", why, `cycle ${next.cycle}`);
  const again = await startClocks(acting, next);
  await waitAgain(acting, again);
  const passedOver = await notePassedOver(acting, again, found, `cycle ${next.cycle}`);
  const last = say.lastRound((await lastAnswer(acting.tx, ticket.number, ticket.cycle))?.words ?? "");
  const notes = [words.note(again.cycle), last, ...(passedOver ? [passedOver] : [])];
  await tellResponsible(acting, again, join(notes));
  if (before && before.person.id !== again.responsible)
    await tellAbout(acting, before.person.id, again, { text: words.passedOn }, `passed on ${again.cycle}`);
  return filed(acting, again);
}

/** Never whoever had it before, in another post of hers or as somebody's deputy. */
async function oneLevelUp(
  acting: Acting,
  ticket: Ticket,
  before: Holder | undefined,
): Promise<Found | undefined> {
  if (!before || ticket.isSealed) return undefined;
  const unit = await unitOf(acting, ticket.unit);
  return nextResponsible(acting, unit, before.role, ticket.about, before.person.id);
}

async function startClocks(acting: Acting, ticket: Ticket): Promise<Ticket> {
  const started = await startAnswerClock(acting, ticket, "reopened");
  return goOnSettling(acting, started, { reason: "reopened" });
}

async function tellResponsible(acting: Acting, ticket: Ticket, note: Text): Promise<void> {
  const { number, cycle, responsible } = ticket;
  if (responsible === undefined) return;
  const files = await filesOf(acting.tx, number);
  await sendCard(acting, responsible, ticket, { head: say.reopenedHead, note, files, key: `card ${cycle}` });
}
