import type { Text } from "../../language/index.ts";
import type { Unit } from "../../org/index.ts";
import { calledName, nearestHolder, type Acting, type Holder } from "../../people/index.ts";
import { stopClocks } from "../clock/clocks.ts";
import type { Ticket, TicketNumber } from "../model.ts";
import { changeTier } from "../pass/service.ts";
import { holderOn, postAndName, tellVillagers, unitOf } from "../responsible.ts";
import { record, type Enclosure, type Refusal } from "../service.ts";
import { changeTicket } from "../store.ts";
import { say } from "../texts.ts";
import { atDesk, deskOf } from "./access.ts";
import { dueText } from "./dispatch.ts";
import { cardFor, outOfOffice, tellFormer, underTownshipClock } from "./moving.ts";
import { officeWith } from "./office.ts";
import { alone, notAbout, roomFor, roomOf } from "./room.ts";

/** The ways from the desk: out of an office again, down to the village, up to the county and down from there. */

type Done = Promise<{ readonly done: Text } | Refusal>;

/** A matter that an office has, for whoever may take it back. */
export async function takeable(acting: Acting, number: TicketNumber): Promise<Ticket | Refusal> {
  const ticket = await atDesk(acting, number);
  if ("refused" in ticket) return ticket;
  return (await officeWith(acting, ticket)) ? ticket : { refused: say.isWithRoom(number) };
}

/** Takes a matter back from its office into the command room's hands; the officer reads why. */
export async function takeBack(acting: Acting, number: TicketNumber, key: string, why: Enclosure): Done {
  const ticket = await takeable(acting, number);
  if ("refused" in ticket) return ticket;
  const room = await roomFor(acting, await deskOf(acting, ticket), ticket);
  if (!room) return { refused: say.nobodyAbove };
  if (!(await record(acting, ticket, "taken_back", why, key))) return { refused: say.isWithRoom(number) };
  const taken = await outOfOffice(acting, ticket, key);
  await changeTicket(acting.tx, number, { responsible: room.person.id });
  const text = say.takenFromYou(number, calledName(acting.person), why.words);
  await tellFormer(acting, ticket, text, key);
  await cardFor(acting, { ...taken, responsible: room.person.id }, room, {
    head: say.takenBackHead,
    said: why,
    key,
  });
  return { done: say.takenBack(number, postAndName(room)) };
}

/** A matter that can go back to its village. A complaint about service never goes below the level it was given to. */
export async function returnable(
  acting: Acting,
  number: TicketNumber,
): Promise<{ readonly ticket: Ticket; readonly to: Holder } | Refusal> {
  const ticket = await atDesk(acting, number);
  if ("refused" in ticket) return ticket;
  if (ticket.kind === "complaint" || ticket.about !== undefined)
    return { refused: say.complaintStays(number) };
  const unit = await unitOf(acting, ticket.unit);
  const to = await nearestHolder(acting, unit, ["liaison_lead", "grid_worker"], notAbout(ticket.about));
  return to ? { ticket, to } : { refused: say.nobodyInVillage(number) };
}

/** Gives a matter back to its village, with the reason: the village's clock goes on with what it had used up. */
export async function returnToVillage(
  acting: Acting,
  number: TicketNumber,
  key: string,
  why: Enclosure,
): Done {
  const found = await returnable(acting, number);
  if ("refused" in found) return found;
  const { ticket, to } = found;
  if (!(await record(acting, ticket, "returned", why, key))) return { refused: say.notSentUp(number) };
  const left = await outOfOffice(acting, ticket, key);
  const responsible = to.person.id;
  await changeTicket(acting.tx, number, { tier: "ordinary", responsible, countyAt: null });
  const down: Ticket = { ...left, tier: "ordinary", responsible, countyAt: undefined };
  // Where it came up by itself the village's clock still runs: it stops, to go on with a day left at least.
  const stopped = await stopClocks(acting, down, ["village"], {
    reason: "returned",
    actor: acting.person.id,
  });
  const back = await changeTier(acting, stopped, key, say.returnedForVillager);
  await tellFormer(acting, ticket, say.goneToVillage(number), key);
  await cardFor(acting, back, to, { head: say.returnedHead, said: why, key });
  return { done: say.returned(number, postAndName(to)) };
}

/** Where a matter goes when it leaves its township: the county's command room. */
export async function sendable(
  acting: Acting,
  number: TicketNumber,
): Promise<{ readonly ticket: Ticket; readonly to: Holder; readonly county: Unit } | Refusal> {
  const ticket = await atDesk(acting, number);
  if ("refused" in ticket) return ticket;
  if (ticket.countyAt !== undefined) return { refused: say.isAtCounty(number) };
  const county = await deskOf(acting, { ...ticket, countyAt: acting.now });
  const to = await roomOf(acting, county, ticket);
  return to ? { ticket, to, county } : { refused: say.nobodyAtCounty };
}

/** Sends a matter up to the county, with the reason. The township's clock goes on: passing it up wins no time. */
export async function toCounty(acting: Acting, number: TicketNumber, key: string, why: Enclosure): Done {
  const found = await sendable(acting, number);
  if ("refused" in found) return found;
  const { ticket, to } = found;
  if (!(await record(acting, ticket, "sent_to_county", why, key))) return { refused: say.isAtCounty(number) };
  const left = await outOfOffice(acting, ticket, key);
  const change = { tier: "complex", responsible: to.person.id, countyAt: acting.now } as const;
  await changeTicket(acting.tx, number, change);
  const up = await underTownshipClock(acting, { ...left, ...change }, "to_county");
  await tellFormer(acting, ticket, say.goneToCounty(number), key);
  await cardFor(acting, up, to, { head: say.toCountyHead, said: why, key });
  const text = say.toCountyForVillager(number, dueText(acting, up));
  await tellVillagers(acting, up, { text }, `county ${key}`);
  return { done: say.sentToCounty(number, postAndName(await holderOn(acting, to.person, up))) };
}

/** A matter that lies with the county, and who of the township gets it back. */
export async function droppable(
  acting: Acting,
  number: TicketNumber,
): Promise<{ readonly ticket: Ticket; readonly to: Holder; readonly township: Unit } | Refusal> {
  const ticket = await atDesk(acting, number);
  if ("refused" in ticket) return ticket;
  if (ticket.countyAt === undefined) return { refused: say.isNotAtCounty(number) };
  const township = await deskOf(acting, { ...ticket, countyAt: undefined });
  const to = await nearestHolder(acting, alone(township), ["dispatcher"], notAbout(ticket.about));
  return to ? { ticket, to, township } : { refused: say.nobodyInTownship(township.name) };
}

/** Gives a matter back to its township, with the reason. */
export async function fromCounty(acting: Acting, number: TicketNumber, key: string, why: Enclosure): Done {
  const found = await droppable(acting, number);
  if ("refused" in found) return found;
  const { ticket, to, township } = found;
  if (!(await record(acting, ticket, "sent_down", why, key))) return { refused: say.isNotAtCounty(number) };
  const left = await outOfOffice(acting, ticket, key);
  const responsible = to.person.id;
  await changeTicket(acting.tx, number, { responsible, countyAt: null });
  const down: Ticket = { ...left, responsible, countyAt: undefined };
  await tellFormer(acting, ticket, say.goneToTownship(number), key);
  await cardFor(acting, down, to, { head: say.sentDownHead, said: why, key });
  const text = say.sentDownForVillager(number, township.name, dueText(acting, down));
  await tellVillagers(acting, down, { text }, `down ${key}`);
  return { done: say.sentDown(number, postAndName(to)) };
}
