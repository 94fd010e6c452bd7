import type { Acting, Holder } from "../../people/index.ts";
import type { Text } from "../../language/index.ts";
import { sendCard } from "../card.ts";
import { startAnswerClock, startSettleClock } from "../clock/alarms.ts";
import { filesOf } from "../events/store.ts";
import { answerWithin, settleWithin, type Ticket } from "../model.ts";
import { filed, type Filed } from "../report/service.ts";
import { nextResponsible, responsibleFor, tellAbout, unitOf } from "../responsible.ts";
import { record, type Enclosure } from "../service.ts";
import * as store from "../store.ts";

/** How those who act hear of a new round. */
interface Words {
  readonly head: Text;
  /** With the reason in the villager's words. */
  readonly note: (cycle: number, reason: string) => Text;
  /** For whoever had it before, where it climbed. */
  readonly passedOn: Text;
}

/** The next round of a matter: one level up, with full clocks. What is sealed stays where it is, without clocks. */
export async function nextCycle(
  acting: Acting,
  ticket: Ticket,
  why: Enclosure,
  words: Words,
): Promise<Filed> {
  const before = await responsibleFor(acting, ticket);
  const next =
    before && !ticket.isSealed
      ? await nextResponsible(acting, await unitOf(acting, ticket.unit), before.role)
      : undefined;
  const holder = next ?? before;
  const again: Ticket = {
    ...ticket,
    cycle: ticket.cycle + 1,
    state: "open",
    responsible: holder?.person.id,
    answerDueAt: acting.now + answerWithin,
    settleDueAt: ticket.tier === "simple" ? undefined : acting.now + settleWithin,
  };
  const { settleDueAt = null } = again;
  await store.changeTicket(acting.tx, ticket.number, {
    state: "open",
    cycle: again.cycle,
    answerDueAt: again.answerDueAt,
    settleDueAt,
    answeredAt: null,
    settledAt: null,
    ...(holder && { responsible: holder.person.id }),
  });
  await record(acting, again, "reopened", why, `cycle ${again.cycle}`);
  if (!again.isSealed) await startAnswerClock(acting, again);
  if (settleDueAt !== null) await startSettleClock(acting, again, settleDueAt);
  await tellRound(acting, again, before, why.words, words);
  return filed(acting, again);
}

async function tellRound(
  acting: Acting,
  again: Ticket,
  before: Holder | undefined,
  reason: string,
  words: Words,
): Promise<void> {
  if (again.responsible !== undefined)
    await sendCard(acting, again.responsible, again, {
      head: words.head,
      note: words.note(again.cycle, reason),
      files: await filesOf(acting.tx, again.number),
      key: `card ${again.cycle}`,
    });
  if (before && before.person.id !== again.responsible)
    await tellAbout(acting, before.person.id, again, { text: words.passedOn }, `passed on ${again.cycle}`);
}
