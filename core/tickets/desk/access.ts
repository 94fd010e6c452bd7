import { unitByCode, upwards, type Unit } from "../../org/index.ts";
import { can, type Acting, type Moment } from "../../people/index.ts";
import { isOver, mayAct, type Ticket, type TicketNumber } from "../model.ts";
import { responsibleFor, unitOf } from "../responsible.ts";
import type { Refusal } from "../service.ts";
import { ticketByNumber } from "../store.ts";
import { say } from "../texts.ts";

/** Who may do something at the desk, and with what. */

/** The unit whose command room answers for a matter: its township, or the county once it was sent there. */
export async function deskOf(moment: Moment, ticket: Pick<Ticket, "unit" | "countyAt">): Promise<Unit> {
  const unit = await unitOf(moment, ticket.unit);
  const above = upwards(unit);
  const top = await unitByCode(moment.tx, above.at(-1) ?? unit.code);
  if (ticket.countyAt !== undefined) return top ?? unit;
  for (const code of above) {
    const found = await unitByCode(moment.tx, code);
    if (found?.kind === "township") return found;
  }
  return top ?? unit;
}

/** Has a matter come up to a command room, by somebody's word or by itself? */
export async function isUp(moment: Moment, ticket: Ticket): Promise<boolean> {
  if (ticket.tier === "complex") return true;
  const role = (await responsibleFor(moment, ticket))?.role;
  return role === "dispatcher" || role === "admin";
}

/** A matter that whoever acts may oversee, unsettled; a complaint about her and what is sealed are not there for her. */
export async function overseen(acting: Acting, number: TicketNumber): Promise<Ticket | Refusal> {
  const { tx, person } = acting;
  const ticket = await ticketByNumber(tx, number);
  if (!ticket || ticket.isSealed || ticket.about === person.id)
    return { refused: say.noSuch(String(number)) };
  if (!can(person.memberships, "ticket.dispatch", await unitOf(acting, ticket.unit)))
    return { refused: say.notYours(number) };
  if (mayAct(ticket)) return ticket;
  return { refused: isOver(ticket) ? say.over(number) : say.alreadySettled(number) };
}

/** A matter that whoever acts may move: it has come up, and lies with her command room or one below it. */
export async function atDesk(acting: Acting, number: TicketNumber): Promise<Ticket | Refusal> {
  const ticket = await overseen(acting, number);
  if ("refused" in ticket) return ticket;
  if (!(await isUp(acting, ticket))) return { refused: say.notSentUp(number) };
  const mayMove = can(acting.person.memberships, "ticket.dispatch", await deskOf(acting, ticket));
  return mayMove ? ticket : { refused: say.isAtCounty(number) };
}
