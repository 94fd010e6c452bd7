import type { Text } from "../../language/index.ts";
import type { Saying } from "../../dialogue/index.ts";
import {
  holdersAbove,
  nearestHolders,
  personById,
  roleNames,
  tell,
  type Acting,
  type Moment,
  type PersonId,
} from "../../people/index.ts";
import { isOver, mayAct, type Ticket, type TicketNumber } from "../model.ts";
import { lodge, type Matter } from "../report/service.ts";
import { aboutTicket, placeName, postAndName, unitOf } from "../responsible.ts";
import { record, type Enclosure, type Refusal } from "../service.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";
import type { Danger } from "./model.ts";

/** A danger to life: filed without a question, and everybody who can come is told at once, and of every word after it. */

export interface Raised {
  readonly number: TicketNumber;
  /** Who was told and can be reached, as people say it. */
  readonly told: readonly Text[];
}

/** Files a danger to life and alerts the grid worker, the liaison lead and the command room. */
export async function raise(acting: Acting, key: string, matter: Matter, danger: Danger): Promise<Raised> {
  const known = await store.ticketBySource(acting.tx, key);
  if (known) return { number: known.number, told: [] };
  const ticket = await lodge(acting, key, matter, { isUrgent: true });
  const unit = await placeName(acting, ticket);
  const { files } = matter;
  const text = say.alertCard(ticket, { danger, unit, who: acting.person.name, files });
  const choices = [{ label: say.answer, token: `/task ${ticket.number} answer` }];
  return { number: ticket.number, told: await alertAll(acting, ticket, { text, files, choices }, "alarm") };
}

/** More about a danger: whoever was alerted hears it at once. The first place that is said becomes the matter's. */
export async function addToAlarm(
  acting: Acting,
  key: string,
  number: TicketNumber,
  said: Enclosure & { readonly place?: string | undefined },
): Promise<void> {
  const ticket = await store.ticketByNumber(acting.tx, number);
  if (!ticket) return;
  // What is over takes no more events, but a cry for help is passed on all the same.
  if (!isOver(ticket) && !(await record(acting, ticket, "added", said, key))) return;
  if (ticket.place === "" && said.place !== undefined)
    await store.changeTicket(acting.tx, number, { place: said.place });
  const text = say.alertMore(number, acting.person.name, said.words, said.files);
  await alertAll(acting, ticket, { text, files: said.files }, `alarm ${key}`);
}

/** [不是急事]: the matter keeps its number and is an ordinary one. */
export async function calm(acting: Acting, number: TicketNumber, key: string): Promise<"calm" | Refusal> {
  const ticket = await store.ticketByNumber(acting.tx, number);
  if (ticket?.reporter !== acting.person.id || !ticket.isUrgent || !mayAct(ticket))
    return {
      refused:
        ticket?.reporter === acting.person.id ? say.stillDealtWith(number) : say.noSuch(String(number)),
    };
  await store.changeTicket(acting.tx, number, { isUrgent: false });
  await record(acting, ticket, "added", { words: say.dangerStates.calm.zh, files: [] }, key);
  await alertAll(acting, ticket, { text: say.alertCalm(number, acting.person.name) }, `calm ${key}`);
  return "calm";
}

/** Tells everybody who was alerted. @returns who of them can be reached. */
export async function alertAll(
  moment: Moment,
  ticket: Ticket,
  saying: Saying,
  key: string,
): Promise<readonly Text[]> {
  const told: Text[] = [];
  for (const { person, name } of await alerted(moment, ticket)) {
    const letter = { key: `ticket ${ticket.number} ${key} ${person}`, lane: "alarm" } as const;
    const delivery = await tell(moment, person, { ...saying, about: aboutTicket(ticket.number) }, letter);
    if (delivery !== "unreachable") told.push(name);
  }
  return told;
}

/** The responsible person, the liaison lead and everyone in the command room. */
async function alerted(
  moment: Moment,
  ticket: Ticket,
): Promise<readonly { readonly person: PersonId; readonly name: Text }[]> {
  const unit = await unitOf(moment, ticket.unit);
  const found = new Map<PersonId, Text>();
  for (const role of ["grid_worker", "liaison_lead", "dispatcher"] as const) {
    // Of command rooms the nearest one: the county's is far away.
    const holders = role === "dispatcher" ? nearestHolders : holdersAbove;
    for (const id of await holders(moment.tx, unit, role)) {
      const person = await personById(moment.tx, id);
      if (person && !found.has(id))
        found.set(id, role === "dispatcher" ? roleNames.dispatcher : postAndName({ person, role }));
    }
  }
  if (ticket.responsible !== undefined && !found.has(ticket.responsible)) {
    const person = await personById(moment.tx, ticket.responsible);
    if (person) found.set(ticket.responsible, { zh: person.name, en: person.name });
  }
  return Array.from(found, ([person, name]) => ({ person, name }));
}
