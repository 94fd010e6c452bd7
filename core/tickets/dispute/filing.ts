import { join, simplify, type Text } from "../../language/index.ts";
import { can, personById, type Acting, type Holder } from "../../people/index.ts";
import { holdersFor } from "../accusation/service.ts";
import { sendCard } from "../card.ts";
import { filed, homeOf, lodge, tellReporter, type Filed, type Matter } from "../report/service.ts";
import { nextResponsible, unitOf } from "../responsible.ts";
import { ticketBySource } from "../store.ts";
import { say } from "../texts.ts";
import { namedIn } from "./model.ts";
import { partyElsewhere } from "./store.ts";

/** Who of those who serve where the speaker lives is named in these words; she may be a side of the quarrel herself. */
export async function namedInDispute(acting: Acting, words: string): Promise<Holder | undefined> {
  const holders = await holdersFor(acting);
  const called = holders.map(({ person }) => ({
    id: person.id,
    names: [person.name, ...(person.nickname === null ? [] : [person.nickname])],
  }));
  const found = namedIn(simplify(words), called);
  return holders.find(({ person }) => person.id === found && person.id !== acting.person.id);
}

/**
 * Files a dispute: private, and never with somebody it names. Whoever gets it reads there that the reporter is a side of
 * another one, where she may read that too.
 */
export async function fileDispute(acting: Acting, key: string, matter: Matter): Promise<Filed> {
  const known = await ticketBySource(acting.tx, key);
  if (known) return filed(acting, known);
  const named = await namedInDispute(acting, matter.words);
  const reporter = matter.reporter === undefined ? undefined : await personById(acting.tx, matter.reporter);
  const unit = await unitOf(acting, homeOf(reporter ?? acting.person));
  const holder = named && (await nextResponsible(acting, unit, undefined, named.person.id));
  const lodging = named ? { about: named.person.id, responsible: holder?.person.id ?? null } : {};
  const ticket = await lodge(acting, key, matter, lodging);
  if (ticket.responsible !== undefined) {
    const note = join([say.disputeNote, await elsewhere(acting, ticket.reporter, ticket.responsible)]);
    const news = { head: say.newHead, note, files: matter.files, key: `card ${ticket.cycle}` };
    await sendCard(acting, ticket.responsible, ticket, news);
  }
  await tellReporter(acting, ticket);
  return filed(acting, ticket);
}

/** The other disputes of the reporter's, as far as whoever reads the card may read those. */
async function elsewhere(acting: Acting, reporter: string, reader: string): Promise<Text> {
  const person = await personById(acting.tx, reader);
  const numbers: number[] = [];
  for (const { number, unit, about } of await partyElsewhere(acting.tx, reporter)) {
    const may =
      person && about !== reader && can(person.memberships, "ticket.read", await unitOf(acting, unit));
    if (may === true) numbers.push(number);
  }
  return numbers.length === 0 ? { zh: "", en: "" } : say.alsoPartyIn(numbers);
}
