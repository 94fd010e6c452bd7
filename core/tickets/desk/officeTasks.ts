import type { Reply } from "../../dialogue/index.ts";
import { officesOf } from "../../org/index.ts";
import type { Acting } from "../../people/index.ts";
import type { Ticket } from "../model.ts";
import { say } from "../texts.ts";
import { inOffices } from "./store.ts";

const listed = 8;

/** What lies with an officer's colleagues, and what her office helps with; undefined where there is nothing. */
export async function officeTasks(acting: Acting): Promise<Reply | undefined> {
  const tickets = await ofOffices(acting);
  if (tickets.length === 0) return undefined;
  const choices = tickets.map((ticket) => ({ label: say.line(ticket), token: `/task ${ticket.number}` }));
  return { text: say.officeTasks(tickets.length), choices };
}

async function ofOffices({ tx, person }: Acting): Promise<readonly Ticket[]> {
  const posts = person.memberships.filter(({ role }) => role === "officer");
  const offices: number[] = [];
  for (const { unit, specialty } of posts)
    for (const { id, name } of await officesOf(tx, unit)) if (name === specialty) offices.push(id);
  return inOffices(tx, offices, person.id, listed);
}
