import type { Reply } from "../dialogue/index.ts";
import { calledName, type Acting, type PersonId } from "../people/index.ts";
import type { Refusal, Ticket } from "../tickets/index.ts";
import { appoint } from "./appoint.ts";
import { mayMediate, type Side } from "./candidates.ts";
import { replaceChoice } from "./choices.ts";
import { endWithout } from "./ending.ts";
import { sideUnderWay } from "./hearing.ts";
import { ledBy } from "./lead.ts";
import { isOpen, type Mediation, type NextStep } from "./model.ts";
import { mayCallIn } from "./open.ts";
import { changeMediation, mediationOf } from "./store.ts";
import { mediatorText, tellOne, ticketOf } from "./telling.ts";
import { say } from "./texts.ts";

/** The end of a mediation by somebody's wish, and another mediator. */

/** No agreement, says the mediator: each side hears where she can go. */
export async function fail(
  acting: Acting,
  number: number,
  key: string,
  steps: readonly NextStep[],
): Promise<Reply> {
  const mediation = await ledBy(acting, number);
  if ("refused" in mediation) return mediation.refused;
  await endWithout(acting, mediation, key, { why: "failed", steps });
  return say.mediator.failedNoted(number);
}

/** A side does not want to go on (人民调解法 art. 23: she may end it at any time). */
export async function leave(acting: Acting, number: number, key: string): Promise<Reply> {
  const found = await sideUnderWay(acting, number);
  if ("refused" in found) return found.refused;
  await endWithout(acting, found.mediation, key, { why: "left", by: found.side });
  return say.party.failed(number, []);
}

/** The mediator gives it back: she sees it no more, and somebody else is called in. */
export async function resign(acting: Acting, number: number, key: string): Promise<Reply> {
  const mediation = await ledBy(acting, number);
  if ("refused" in mediation) return mediation.refused;
  await changeMediation(acting.tx, number, { mediator: null });
  const { responsible } = await ticketOf(acting, number);
  const text = say.opening.resignedForStaff(number, calledName(acting.person));
  const told = new Set([mediation.openedBy, responsible].filter((id) => id !== undefined));
  for (const id of told)
    if (id !== acting.person.id)
      await tellOne(acting, id, number, { text, choices: [replaceChoice(number)] }, `resigned ${key}`);
  await tellSides(acting, mediation, say.party.looksForMediator(number), `looking ${key}`);
  return say.mediator.resigned(number);
}

async function tellSides(
  acting: Acting,
  { number, parties }: Mediation,
  text: ReturnType<typeof say.party.looksForMediator>,
  key: string,
): Promise<void> {
  for (const party of parties)
    if (party.consent !== "waiting") await tellOne(acting, party.person, number, { text }, key);
}

/** A mediation that whoever acts may give to another mediator, with its matter. */
export async function replaceable(
  acting: Acting,
  number: number,
): Promise<
  { readonly ticket: Ticket; readonly mediation: Mediation; readonly others: readonly Side[] } | Refusal
> {
  const ticket = await mayCallIn(acting, number);
  if ("refused" in ticket) return ticket;
  const mediation = await mediationOf(acting.tx, number);
  if (!mediation) return { refused: say.opening.noSuch(String(number)) };
  if (!isOpen(mediation)) return { refused: say.opening.ended(number) };
  const others = mediation.parties.map(({ person, name }) => ({ id: person ?? null, name }));
  return { ticket, mediation, others };
}

/** Another mediator: the one before sees nothing of it any more, the new one reads what was said. */
export async function replace(acting: Acting, number: number, key: string, to: PersonId): Promise<Reply> {
  const found = await replaceable(acting, number);
  if ("refused" in found) return found.refused;
  const { ticket, mediation, others } = found;
  const { mediator: before } = mediation;
  const name = await mediatorText(acting, to);
  if (before === to) return say.opening.isMediatorAlready(number, name.zh);
  if (!(await mayMediate(acting, ticket, others, to))) return say.opening.notFit;
  await changeMediation(acting.tx, number, { mediator: to });
  const farewell = { text: say.mediator.notAnyMore(number), choices: [] };
  await tellOne(acting, before, number, farewell, `replaced ${key}`);
  await appoint(acting, number, key, false);
  await tellSides(acting, mediation, say.party.newMediator(number, name), `new mediator ${key}`);
  return say.opening.replaced(number, name);
}
