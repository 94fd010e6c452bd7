import type { Text } from "../../language/index.ts";
import { officeById } from "../../org/index.ts";
import { calledName, type Acting } from "../../people/index.ts";
import { sendCard } from "../card.ts";
import { startSettleClock, stopClocks } from "../clock/clocks.ts";
import { leastLeft } from "../clock/terms.ts";
import { filesOf } from "../events/store.ts";
import type { Ticket, TicketNumber } from "../model.ts";
import { endPause } from "../pause/end.ts";
import { actable } from "../respond/service.ts";
import { postAndName } from "../responsible.ts";
import { record, type Enclosure, type Refusal } from "../service.ts";
import { changeTicket } from "../store.ts";
import { say } from "../texts.ts";
import { atDesk, deskOf } from "./access.ts";
import { leaveOffice } from "./leave.ts";
import { bounces, isAsked, toOffice } from "./model.ts";
import { isInOffice, officerOnDuty, officeWith } from "./office.ts";
import { roomFor } from "./room.ts";

/** An office that cannot do a matter: once it goes back, the second time the command room decides, and that stands. */

/** A matter that whoever acts may send back to the command room. */
export async function bounceable(acting: Acting, number: TicketNumber): Promise<Ticket | Refusal> {
  const ticket = await actable(acting, number);
  if ("refused" in ticket) return ticket;
  if (!(await isInOffice(acting, ticket))) return { refused: say.onlyOfficesBounce(number) };
  return ticket.bounced === bounces.decided ? { refused: say.isDecided(number) } : ticket;
}

/** Sends a matter back to the command room, with the reason; the second time in a cycle as a question. */
export async function bounce(
  acting: Acting,
  number: TicketNumber,
  key: string,
  why: Enclosure,
): Promise<{ readonly done: Text } | Refusal> {
  const ticket = await bounceable(acting, number);
  if ("refused" in ticket) return ticket;
  const room = await roomFor(acting, await deskOf(acting, ticket), ticket);
  if (!room) return { refused: say.nobodyAbove };
  const office = await officeWith(acting, ticket);
  const isFirst = ticket.bounced === bounces.never;
  const done = { done: isFirst ? say.bounced(number, postAndName(room)) : say.bouncedAsked(number) };
  if (!(await record(acting, ticket, "bounced", why, key))) return done;
  const stopping = { reason: "bounced", actor: acting.person.id } as const;
  // Asked, the office stays noted with the matter: the command room may leave it there.
  const left = isFirst
    ? await leaveOffice(acting, ticket, { why: stopping, key })
    : await stopClocks(acting, await endPause(acting, ticket, stopping, key), ["office"], stopping);
  const change = {
    responsible: room.person.id,
    bounced: isFirst ? bounces.once : bounces.asked,
  };
  await changeTicket(acting.tx, number, change);
  const who = say.officer(office?.name ?? "", calledName(acting.person));
  await sendCard(
    acting,
    room.person.id,
    { ...left, ...change },
    {
      head: isFirst ? say.bouncedHead : say.askedHead,
      note: isFirst ? say.bouncedNote(who, why.words) : say.askedNote(who, why.words),
      files: await filesOf(acting.tx, number),
      key: `bounced ${room.person.id} ${key}`,
    },
  );
  return done;
}

/** The command room's word on a matter sent back twice: the office keeps it. Nobody can send it back after that. */
export async function keepAtOffice(
  acting: Acting,
  number: TicketNumber,
  key: string,
): Promise<{ readonly done: Text } | Refusal> {
  const ticket = await atDesk(acting, number);
  if ("refused" in ticket) return ticket;
  const office = ticket.office === undefined ? undefined : await officeById(acting.tx, ticket.office);
  if (!isAsked(ticket) || !office) return { refused: say.nothingToDecide(number) };
  const officer = await officerOnDuty(acting, office, ticket.about);
  if (!officer) return { refused: say.nobodyThere(number, office.name) };
  const kept = { words: toOffice(office.name, ""), files: [] };
  if (!(await record(acting, ticket, "decided", kept, key))) return { refused: say.nothingToDecide(number) };
  const change = { responsible: officer.person.id, bounced: bounces.decided };
  await changeTicket(acting.tx, number, change);
  const why = {
    reason: "decided",
    actor: acting.person.id,
    office: office.name,
    atLeastMs: leastLeft,
  } as const;
  const going = await endPause(acting, { ...ticket, ...change }, why, key);
  const there = await startSettleClock(acting, going, "office", why);
  await sendCard(acting, officer.person.id, there, {
    head: say.dispatchedHead,
    note: say.decidedNote,
    files: await filesOf(acting.tx, number),
    key: `decided ${officer.person.id} ${key}`,
  });
  return { done: say.decided(number, postAndName(officer)) };
}
