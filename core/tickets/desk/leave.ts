import { officeById } from "../../org/index.ts";
import { officersOf, type Moment, type PersonId } from "../../people/index.ts";
import { stopClocks } from "../clock/clocks.ts";
import { nagAbout } from "../clock/nagging.ts";
import type { ClockWhy } from "../clock/terms.ts";
import type { Ticket } from "../model.ts";
import { endPause } from "../pause/end.ts";
import { tellAbout } from "../responsible.ts";
import { changeTicket } from "../store.ts";
import { say } from "../texts.ts";
import { afterMoving } from "./model.ts";
import { assistsOf, endAssist } from "./store.ts";

/** How a matter leaves. */
interface Leaving {
  readonly why: ClockWhy;
  /** Unique for what made it leave. */
  readonly key: string;
  /** A clock made it leave: at night nobody is told. */
  readonly isByClock?: boolean;
}

/**
 * Takes a matter from whoever has it: a pause ends, the clock of its office stops, whoever helped is told that it is over.
 * Who has it next, and what the officer is told, is the caller's. @returns the matter as it is then.
 */
export async function leaveOffice(moment: Moment, ticket: Ticket, leaving: Leaving): Promise<Ticket> {
  await endAssists(moment, ticket, leaving);
  const going = await endPause(moment, ticket, leaving.why, leaving.key);
  if (ticket.office === undefined) return going;
  const bounced = afterMoving(ticket);
  await changeTicket(moment.tx, ticket.number, { office: null, bounced });
  return stopClocks(moment, { ...going, office: undefined, bounced }, ["office"], leaving.why);
}

async function endAssists(moment: Moment, ticket: Ticket, leaving: Leaving): Promise<void> {
  for (const { office: id } of await assistsOf(moment.tx, ticket)) {
    await endAssist(moment.tx, ticket, id, moment.now);
    const office = await officeById(moment.tx, id);
    const officers = office ? await officersOf(moment.tx, office) : [];
    for (const { person } of officers)
      if (person.id !== ticket.about) await tellEnded(moment, ticket, person.id, leaving);
  }
}

async function tellEnded(
  moment: Moment,
  ticket: Ticket,
  to: PersonId,
  { key, isByClock = false }: Leaving,
): Promise<void> {
  const text = say.helpEnded(ticket.number);
  if (!isByClock) return void (await tellAbout(moment, to, ticket, { text }, `help ended ${to} ${key}`));
  const news = { rank: 1, line: text, saying: { text }, key: `help ended ${key}`, isFact: true };
  await nagAbout(moment, to, ticket, news);
}
