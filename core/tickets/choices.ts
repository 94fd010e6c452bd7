import type { Choice } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import type { Role } from "../people/index.ts";
import { deskChoices, officerChoices } from "./desk/choices.ts";
import { isChangeable } from "./kinds/change/model.ts";
import type { Score, Ticket, TicketNumber } from "./model.ts";
import { say, scoreNames } from "./texts.ts";

/** What whoever must act on a matter can do, in the post she does it in. */
export function taskChoices(ticket: Ticket, role: Role | undefined): readonly Choice[] {
  const { number, tier } = ticket;
  const does = (label: Text, verb: string): Choice => ({ label, token: `/task ${number} ${verb}` });
  const first = [does(say.answer, "answer"), does(say.done, "done")];
  if (ticket.isSealed) return first;
  if (role === "officer") return officerChoices(ticket);
  if (role === "dispatcher" || role === "admin") return deskChoices(ticket, true);
  const toTeam = role === "grid_worker" && tier === "simple" ? say.handOver : say.assign;
  const mayMediate = ticket.kind === "dispute" && (role === "grid_worker" || role === "liaison_lead");
  return [
    ...first,
    ...(mayMediate ? [{ label: say.mediate, token: `/mediate ${number}` }] : []),
    { label: toTeam, token: `/assign ${number}` },
    does(say.sendUp, "up"),
    does(say.askVillager, "ask"),
    does(say.unverified, "unverified"),
    ...(tier === "simple" ? [] : [does(say.note, "note"), does(say.pause, "pause")]),
    ...(isChangeable(ticket.kind) ? [does(say.changeKind, "kind")] : []),
  ];
}

/** The button of everyone who may take on a matter handed to the whole team. */
export function claimChoices(number: TicketNumber): readonly Choice[] {
  return [{ label: say.claim, token: `/task ${number} claim` }];
}

/** The three scores, one tap each. */
export function scoreChoices(number: TicketNumber): readonly Choice[] {
  const rate = (score: Score): Choice => ({ label: scoreNames[score], token: `/mine ${number} ${score}` });
  return [rate("satisfied"), rate("fair"), rate("dissatisfied")];
}

/** The scores, and [还没好], which is none. */
export function ratingChoices(number: TicketNumber): readonly Choice[] {
  return [...scoreChoices(number), { label: say.notFixed, token: `/mine ${number} not_fixed` }];
}
