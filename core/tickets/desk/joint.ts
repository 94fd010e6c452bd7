import type { Text } from "../../language/index.ts";
import type { Office } from "../../org/index.ts";
import { calledName, officersOf, type Acting } from "../../people/index.ts";
import { sendCard } from "../card.ts";
import { filesOf } from "../events/store.ts";
import type { Ticket, TicketNumber } from "../model.ts";
import { postAndName, responsibleFor, tellAbout } from "../responsible.ts";
import { record, type Enclosure, type Refusal } from "../service.ts";
import { ticketByNumber } from "../store.ts";
import { say } from "../texts.ts";
import { mayAct } from "../model.ts";
import { atDesk } from "./access.ts";
import { helpChoices } from "./choices.ts";
import { dispatch, officeAt } from "./dispatch.ts";
import { isAsked, toOffice } from "./model.ts";
import { assistingOffice } from "./office.ts";
import { keepAssist } from "./store.ts";

/** 联合办理: one office leads and answers, others help with their part. None of them can hold it up. */

/** An office that is to help, and with what. */
export interface Helper {
  readonly office: number;
  readonly part: string;
}

/** Sends a matter to the office that leads, where it is not there, and asks others to help it. */
export async function join(
  acting: Acting,
  number: TicketNumber,
  key: string,
  given: { readonly lead: number; readonly helpers: readonly Helper[] },
): Promise<{ readonly done: readonly Text[] } | Refusal> {
  const ticket = await atDesk(acting, number);
  if ("refused" in ticket) return ticket;
  const said: Text[] = [];
  if (ticket.office !== given.lead || isAsked(ticket)) {
    const sent = await dispatch(acting, number, key, { office: given.lead, said: { words: "", files: [] } });
    if ("refused" in sent) return sent;
    said.push(sent.done);
  }
  const there = (await ticketByNumber(acting.tx, number)) ?? ticket;
  // Nobody leads: nobody helps either.
  if (there.office !== given.lead) return { done: said };
  for (const helper of given.helpers) {
    const asked = await askToHelp(acting, there, helper, key);
    said.push("refused" in asked ? asked.refused : asked.done);
  }
  return { done: said };
}

async function askToHelp(
  acting: Acting,
  ticket: Ticket,
  { office: id, part }: Helper,
  key: string,
): Promise<{ readonly done: Text } | Refusal> {
  const { number } = ticket;
  const office = await officeAt(acting, ticket, id);
  if ("refused" in office) return office;
  if (office.id === ticket.office) return { refused: say.leadsAlready(office.name) };
  const kept = { words: toOffice(office.name, part), files: [] };
  if (!(await record(acting, ticket, "joined", kept, `${id} ${key}`)))
    return { refused: say.leadsAlready(office.name) };
  await keepAssist(acting.tx, ticket, { office: id, part }, acting.now);
  const told = await cardForHelpers(acting, ticket, office, { part, key });
  return { done: told ? say.helpAsked(number, office.name) : say.helperMissing(number, office.name) };
}

/** Everybody in the office reads its part. @returns whether anybody did. */
async function cardForHelpers(
  acting: Acting,
  ticket: Ticket,
  office: Office,
  { part, key }: { readonly part: string; readonly key: string },
): Promise<boolean> {
  const { number } = ticket;
  const lead = await responsibleFor(acting, ticket);
  const files = await filesOf(acting.tx, number);
  const officers = (await officersOf(acting.tx, office)).filter(({ person }) => person.id !== ticket.about);
  for (const { person } of officers)
    await sendCard(acting, person.id, ticket, {
      head: say.joinedHead,
      note: say.partNote(part),
      reply: say.helpByReply(lead && postAndName(lead)),
      files,
      key: `joined ${person.id} ${key}`,
      choices: helpChoices(number),
    });
  return officers.length > 0;
}

/** A matter that whoever acts helps with, in her office's name. */
export async function helpable(
  acting: Acting,
  number: TicketNumber,
): Promise<{ readonly ticket: Ticket; readonly office: Office } | Refusal> {
  const ticket = await ticketByNumber(acting.tx, number);
  const office = ticket && (await assistingOffice(acting, ticket));
  if (!ticket || !office) return { refused: say.noHelpAsked(number) };
  return mayAct(ticket) ? { ticket, office } : { refused: say.helpOver(number) };
}

/** What an office that helps has done or found, for the one that leads. The villager does not read it. */
export async function help(
  acting: Acting,
  number: TicketNumber,
  key: string,
  said: Enclosure,
): Promise<{ readonly done: Text } | Refusal> {
  const found = await helpable(acting, number);
  if ("refused" in found) return found;
  const { ticket, office } = found;
  const lead = await responsibleFor(acting, ticket);
  const done = { done: say.helped(number, lead && postAndName(lead)) };
  if (!(await record(acting, ticket, "noted", said, key)) || !lead) return done;
  const who = say.officer(office.name, calledName(acting.person));
  const saying = { text: say.helpCard(number, who, said.words, said.files), files: said.files };
  await tellAbout(acting, lead.person.id, ticket, saying, `helped ${lead.person.id} ${key}`);
  return done;
}
