import type { Text } from "../../language/index.ts";
import { calledName, type Acting } from "../../people/index.ts";
import { choicesOfResponsible } from "../card.ts";
import type { Ticket, TicketNumber } from "../model.ts";
import { postAndName, responsibleFor, tellAbout } from "../responsible.ts";
import { record, type Enclosure, type Refusal } from "../service.ts";
import { changeTicket } from "../store.ts";
import { say } from "../texts.ts";
import { overseen } from "./access.ts";

/** 督办: the command room keeps its eye on a matter. Whoever must act reads why; no clock moves. */

/** A matter that whoever acts may supervise: one in her unit that somebody else must act on. */
export async function supervisable(acting: Acting, number: TicketNumber): Promise<Ticket | Refusal> {
  const ticket = await overseen(acting, number);
  if ("refused" in ticket) return ticket;
  if (ticket.supervisedAt !== undefined) return { refused: say.isSupervised(number) };
  return ticket.responsible === acting.person.id ? { refused: say.superviseYourself(number) } : ticket;
}

export async function supervise(
  acting: Acting,
  number: TicketNumber,
  key: string,
  why: Enclosure,
): Promise<{ readonly done: Text } | Refusal> {
  const ticket = await supervisable(acting, number);
  if ("refused" in ticket) return ticket;
  if (!(await record(acting, ticket, "supervised", why, key))) return { refused: say.isSupervised(number) };
  await changeTicket(acting.tx, number, { supervisedAt: acting.now });
  const holder = await responsibleFor(acting, ticket);
  if (!holder) return { done: say.supervisedNobody(number) };
  const saying = {
    text: say.supervisedCard(ticket, calledName(acting.person), why.words),
    files: why.files,
    choices: await choicesOfResponsible(acting, ticket),
  };
  const reached = await tellAbout(
    acting,
    holder.person.id,
    ticket,
    saying,
    `supervised ${holder.person.id} ${key}`,
  );
  return { done: say.supervised(number, postAndName(holder), reached) };
}

export async function unsupervise(
  acting: Acting,
  number: TicketNumber,
  key: string,
): Promise<{ readonly done: Text } | Refusal> {
  const ticket = await overseen(acting, number);
  if ("refused" in ticket) return ticket;
  if (ticket.supervisedAt === undefined) return { refused: say.isNotSupervised(number) };
  await record(acting, ticket, "unsupervised", { words: "", files: [] }, key);
  await changeTicket(acting.tx, number, { supervisedAt: null });
  const { responsible } = ticket;
  if (responsible !== undefined && responsible !== acting.person.id)
    await tellAbout(
      acting,
      responsible,
      ticket,
      { text: say.unsupervisedCard(number) },
      `unsupervised ${responsible} ${key}`,
    );
  return { done: say.unsupervised(number) };
}
