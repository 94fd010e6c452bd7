import { calledName, officersOf, type Acting } from "../../people/index.ts";
import { isOver, mayAct, type Ticket, type TicketNumber } from "../model.ts";
import { tellAbout } from "../responsible.ts";
import { record, type Refusal } from "../service.ts";
import { changeTicket, ticketByNumber } from "../store.ts";
import { say } from "../texts.ts";
import { isInOffice, officeWith } from "./office.ts";

/** What goes from one officer of an office to another. */

/** The others in the office that has a matter, for an officer of it; undefined for anybody else. */
export async function colleagues(acting: Acting, ticket: Ticket) {
  const office = await officeWith(acting, ticket);
  if (!office || !(await isInOffice(acting, ticket))) return undefined;
  const officers = await officersOf(acting.tx, office);
  return officers.filter(({ person }) => person.id !== ticket.responsible && person.id !== ticket.about);
}

/** An officer takes on what lies with a colleague of hers; undefined where her office does not have the matter. */
export async function takeOnInOffice(
  acting: Acting,
  number: TicketNumber,
  key: string,
): Promise<"claimed" | Refusal | undefined> {
  const ticket = await ticketByNumber(acting.tx, number);
  const { person } = acting;
  if (!ticket || ticket.isSealed || ticket.about === person.id) return undefined;
  if (!(await isInOffice(acting, ticket))) return undefined;
  if (!mayAct(ticket)) return { refused: isOver(ticket) ? say.over(number) : say.alreadySettled(number) };
  if (ticket.responsible === person.id) return { refused: say.alreadyYours(number) };
  if (!(await record(acting, ticket, "claimed", { words: "", files: [] }, key))) return "claimed";
  await changeTicket(acting.tx, number, { responsible: person.id });
  if (ticket.responsible !== undefined)
    await tellAbout(
      acting,
      ticket.responsible,
      ticket,
      { text: say.claimedBy(number, calledName(person)) },
      `claimed ${ticket.responsible} ${key}`,
    );
  return "claimed";
}
