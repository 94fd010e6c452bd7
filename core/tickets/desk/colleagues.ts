import type { Text } from "../../language/index.ts";
import { calledName, officersOf, type Acting, type PersonId } from "../../people/index.ts";
import { sendCard } from "../card.ts";
import { filesOf } from "../events/store.ts";
import { isOver, mayAct, type Ticket, type TicketNumber } from "../model.ts";
import { postAndName, tellAbout } from "../responsible.ts";
import { record, type Enclosure, type Refusal } from "../service.ts";
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

/** Gives a matter to somebody else in the same office. */
export async function giveToColleague(
  acting: Acting,
  ticket: Ticket,
  key: string,
  { to, said }: { readonly to: PersonId; readonly said: Enclosure },
): Promise<{ readonly to: Text } | Refusal> {
  const named = (await colleagues(acting, ticket))?.find(({ person }) => person.id === to);
  if (!named) return { refused: say.notInOffice };
  const words = [`→ ${calledName(named.person)}`, said.words].filter((part) => part !== "").join("：");
  if (!(await record(acting, ticket, "assigned", { ...said, words }, key))) return { to: postAndName(named) };
  await changeTicket(acting.tx, ticket.number, { responsible: to });
  if (to !== acting.person.id) {
    const note = said.words === "" ? {} : { note: say.passedNote(calledName(acting.person), said.words) };
    const files = await filesOf(acting.tx, ticket.number);
    const passed = { ...ticket, responsible: to };
    await sendCard(acting, to, passed, {
      head: say.handedHead,
      files,
      ...note,
      key: `colleague ${to} ${key}`,
    });
  }
  return { to: postAndName(named) };
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
