import type { Choice, Reply, Saying } from "../dialogue/index.ts";
import { can, type Acting } from "../people/index.ts";
import { deskChoicesFor } from "./desk/choose.ts";
import { helpChoices } from "./desk/choices.ts";
import { isAssisting, isInOffice } from "./desk/office.ts";
import { isInTeam, isWithTeam, postAndName, responsibleFor, unitOf } from "./responsible.ts";
import { mayAct, type Ticket, type TicketNumber } from "./model.ts";
import { claimChoices, ratingChoices } from "./choices.ts";
import { choicesOfResponsible } from "./card.ts";
import { duesFor } from "./dues.ts";
import { filesOf } from "./events/store.ts";
import { readable } from "./service.ts";
import { say } from "./texts.ts";
import { timelineOf } from "./timeline.ts";
import { viewerOf, villagerView } from "./villagerView.ts";

/** A matter's life in plain words, with what this person can do about it now. */
export async function ticketView(acting: Acting, number: TicketNumber): Promise<Reply> {
  const ticket = await readable(acting, number);
  if ("refused" in ticket) return ticket.refused;
  const viewer = ticket.responsible === acting.person.id ? undefined : await viewerOf(acting, ticket);
  if (viewer) return villagerView(acting, ticket, viewer);
  const holder = await responsibleFor(acting, ticket);
  const dues = await duesFor(acting, ticket);
  // Whoever must act on what is sealed has a deadline like anybody else.
  const shown = { ...ticket, isSealed: false };
  const text = say.timeline(shown, holder && postAndName(holder), dues, await timelineOf(acting, ticket));
  const saying: Saying = { text, files: await filesOf(acting.tx, number), about: `ticket ${number}` };
  const choices = await choicesFor(acting, ticket);
  return choices.length > 0 ? { ...saying, choices } : saying;
}

async function choicesFor(acting: Acting, ticket: Ticket): Promise<NonNullable<Saying["choices"]>> {
  const isReporter = ticket.reporter === acting.person.id;
  if (ticket.state === "settled" && isReporter) return ratingChoices(ticket.number);
  if (!mayAct(ticket)) return [];
  if (ticket.responsible === acting.person.id) return choicesOfResponsible(acting, ticket);
  const isOffered =
    ((await isWithTeam(acting, ticket)) && (await isInTeam(acting, ticket))) ||
    (await isInOffice(acting, ticket));
  if (isOffered) return claimChoices(ticket.number);
  if (await isAssisting(acting, ticket)) return helpChoices(ticket.number);
  return (await deskChoicesFor(acting, ticket)) ?? leadersChoices(acting, ticket);
}

/** Whoever only looks into a matter may tag it. */
async function leadersChoices(acting: Acting, ticket: Ticket): Promise<readonly Choice[]> {
  const mayTag = can(acting.person.memberships, "ticket.tag", await unitOf(acting, ticket.unit));
  return mayTag && !ticket.isSealed ? [{ label: say.screenIt, token: `/screen ${ticket.number}` }] : [];
}
