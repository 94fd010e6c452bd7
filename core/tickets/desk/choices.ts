import type { Choice } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import type { Ticket, TicketNumber } from "../model.ts";
import { say } from "../texts.ts";
import { bounces, isAsked } from "./model.ts";

/** The buttons of the desk and of offices. Everything that a line is too many for stands under 更多. */

type Desked = Pick<Ticket, "number" | "kind" | "office" | "bounced" | "countyAt" | "supervisedAt">;

function buttons(number: TicketNumber) {
  const desk = (label: Text, verb: string): Choice => ({ label, token: `/desk ${number} ${verb}` });
  const task = (label: Text, verb: string): Choice => ({ label, token: `/task ${number} ${verb}` });
  return {
    answer: task(say.answer, "answer"),
    done: task(say.done, "done"),
    ask: task(say.askVillager, "ask"),
    unverified: task(say.unverified, "unverified"),
    note: task(say.note, "note"),
    pause: task(say.pause, "pause"),
    bounce: task(say.bounce, "bounce"),
    assign: { label: say.assign, token: `/assign ${number}` },
    mediate: { label: say.mediate, token: `/mediate ${number}` },
    consult: { label: say.consult, token: `/consult ${number}` },
    dispatch: desk(say.dispatch, "dispatch"),
    elsewhere: desk(say.sendElsewhere, "dispatch"),
    keep: desk(say.keepAtOffice, "keep"),
    toVillage: desk(say.toVillage, "return"),
    takeBack: desk(say.takeBack, "back"),
    joint: desk(say.joint, "join"),
    county: desk(say.toCounty, "county"),
    township: desk(say.toTownship, "down"),
    supervise: desk(say.supervise, "supervise"),
    unsupervise: desk(say.unsupervise, "unsupervise"),
    screen: { label: say.screenIt, token: `/screen ${number}` },
    more: desk(say.moreDeeds, "more"),
  };
}

/**
 * What a command room can do with a matter that has come up to it, the likeliest first.
 * @param isHers whoever reads it must act on it herself: nobody supervises herself.
 */
export function deskChoices(ticket: Desked, isHers: boolean): readonly Choice[] {
  const one = buttons(ticket.number);
  const eye = ticket.supervisedAt === undefined ? one.supervise : one.unsupervise;
  const watching = isHers && ticket.supervisedAt === undefined ? [] : [eye];
  // A complaint about service never goes below the level it was given to.
  const down = ticket.kind === "complaint" ? [] : [one.toVillage];
  if (isAsked(ticket)) return [one.keep, one.elsewhere, one.consult, ...down, one.county, one.more];
  if (ticket.office !== undefined)
    return [one.takeBack, one.elsewhere, one.joint, one.consult, ...watching, one.more];
  const mediate = ticket.kind === "dispute" ? [one.mediate] : [];
  const own = [one.dispatch, one.answer, one.done, ...mediate, one.consult];
  return ticket.countyAt === undefined
    ? [...own, ...down, ...watching, one.county, one.more]
    : [...own, one.township, ...watching, one.more];
}

/** Everything else a command room can do. */
export function moreDeskChoices(ticket: Desked): readonly Choice[] {
  const one = buttons(ticket.number);
  const rest = [one.ask, one.unverified, one.note, one.pause, one.screen];
  if (ticket.office !== undefined) {
    const down = ticket.kind === "complaint" ? [] : [one.toVillage];
    const ways = ticket.countyAt === undefined ? [...down, one.county] : [one.township];
    return [one.answer, one.done, ...(isAsked(ticket) ? [one.joint] : ways), ...rest];
  }
  return [one.joint, one.assign, ...rest];
}

/** What an officer can do with a matter her office has; what the command room decided cannot go back. */
export function officerChoices({ number, bounced }: Desked): readonly Choice[] {
  const one = buttons(number);
  return [
    one.answer,
    one.done,
    ...(bounced === bounces.decided ? [] : [one.bounce]),
    one.ask,
    one.note,
    one.pause,
  ];
}

/** What those who oversee a matter in the village can do. */
export function overseeChoices({ number, supervisedAt }: Desked): readonly Choice[] {
  const one = buttons(number);
  return [supervisedAt === undefined ? one.supervise : one.unsupervise];
}

/** What an office that helps can do. */
export function helpChoices(number: TicketNumber): readonly Choice[] {
  return [{ label: say.giveHelp, token: `/task ${number} help` }];
}
