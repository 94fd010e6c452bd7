import type { Choice } from "../../dialogue/index.ts";
import { can, type Acting } from "../../people/index.ts";
import type { Ticket } from "../model.ts";
import { unitOf } from "../responsible.ts";
import { deskOf, isUp } from "./access.ts";
import { deskChoices, overseeChoices } from "./choices.ts";

/** What somebody of a command room can do with a matter that somebody else must act on; undefined for anybody else. */
export async function deskChoicesFor(acting: Acting, ticket: Ticket): Promise<readonly Choice[] | undefined> {
  const { memberships } = acting.person;
  const isHers = can(memberships, "ticket.dispatch", await unitOf(acting, ticket.unit));
  if (ticket.isSealed || ticket.about === acting.person.id || !isHers) return undefined;
  const isMovable =
    (await isUp(acting, ticket)) && can(memberships, "ticket.dispatch", await deskOf(acting, ticket));
  return isMovable ? deskChoices(ticket, false) : overseeChoices(ticket);
}
