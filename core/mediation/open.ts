import type { Reply } from "../dialogue/index.ts";
import { can, personById, type Acting, type PersonId } from "../people/index.ts";
import {
  beginMediation,
  followersOf,
  mayAct,
  permitted,
  unitOf,
  type Refusal,
  type Ticket,
} from "../tickets/index.ts";
import { appoint } from "./appoint.ts";
import { mayMediate, type Side } from "./candidates.ts";
import { startMonth } from "./clock.ts";
import { askReporter } from "./consent.ts";
import { isOpen } from "./model.ts";
import { insertMediation, mediationOf } from "./store.ts";
import { mediatorText } from "./telling.ts";
import { say } from "./texts.ts";

/** Calling in a mediator: who is a side, who may mediate, and what begins then. */

const notBetweenPeople = ["complaint", "accusation", "human", "danger"];

/** A matter for which this person may call in a mediator now, or why not. */
export async function openable(acting: Acting, number: number): Promise<Ticket | Refusal> {
  const ticket = await mayCallIn(acting, number);
  if ("refused" in ticket) return ticket;
  const before = await mediationOf(acting.tx, number);
  if (before && isOpen(before)) return { refused: say.opening.already(number) };
  if (!mayAct(ticket)) return { refused: say.opening.over(number) };
  if (ticket.isUrgent) return { refused: say.opening.urgentFirst(number) };
  if (ticket.isSealed || notBetweenPeople.includes(ticket.kind))
    return { refused: say.opening.notMediated(number) };
  if ((await followersOf(acting.tx, number)).length > 0) return { refused: say.opening.followed(number) };
  return ticket;
}

/** A matter whose mediation is this person's business by her post; never one in which she is a side. */
export async function mayCallIn(acting: Acting, number: number): Promise<Ticket | Refusal> {
  const ticket = await permitted(acting, number, "mediation.open");
  if ("refused" in ticket) return { refused: say.opening.noSuch(String(number)) };
  if (ticket.reporter === acting.person.id) return { refused: say.opening.selfIsParty(number) };
  const may = can(acting.person.memberships, "mediation.open", await unitOf(acting, ticket.unit));
  return may ? ticket : { refused: say.opening.mayNotOpen(number) };
}

/** What a mediation begins with. */
export interface Opening {
  readonly others: readonly Side[];
  readonly topic: string;
  readonly mediator: PersonId;
}

/** Calls in a mediator: the reporter is asked whether she is willing, the others only after her. */
export async function open(acting: Acting, number: number, key: string, given: Opening): Promise<Reply> {
  const ticket = await openable(acting, number);
  if ("refused" in ticket) return ticket.refused;
  const { others, topic, mediator } = given;
  const { id: own, name: ownName } = acting.person;
  if (others.some(({ id, name }) => id === own || (id === null && name === ownName)))
    return say.opening.selfIsParty(number);
  if (!(await mayMediate(acting, ticket, others, mediator))) return say.opening.notFit;
  const reporter = await personById(acting.tx, ticket.reporter);
  const about = others.find(({ id }) => id !== null)?.id ?? undefined;
  const parties = [
    { person: ticket.reporter, name: reporter?.name ?? "" },
    ...others.map(({ id, name }) => ({ person: id ?? undefined, name })),
  ];
  // The mediation is there before the village's time is looked at: it stands still because of it.
  await insertMediation(acting.tx, { number, mediator, openedBy: acting.person.id, parties }, acting.now);
  await beginMediation(acting, ticket, key, { topic, about });
  const due = await startMonth(acting, number);
  await askReporter(acting, number, key);
  await appoint(acting, number, key, true);
  return say.opening.opened(number, await mediatorText(acting, mediator), acting.calendar.date(due));
}
