import type { Ticket, TicketEventKind } from "../model.ts";

/** What became of sending a matter back, in one cycle. */
export const bounces = {
  never: 0,
  /** An office sent it back; the next one that does asks the command room. */
  once: 1,
  /** The command room is asked who has it. */
  asked: 2,
  /** It decided: nobody can send it back again. */
  decided: 3,
} as const;

/** Does a matter wait for the command room's word on who has it? The office that asked is still noted with it. */
export function isAsked({ bounced }: Pick<Ticket, "bounced">): boolean {
  return bounced === bounces.asked;
}

/** What counts as sent back when a matter leaves the desk for somewhere: that, too, is a decision. */
export function afterMoving({ bounced }: Pick<Ticket, "bounced">): number {
  return bounced === bounces.asked ? bounces.decided : bounced;
}

/**
 * Which platform a kind of matter is for, by name: our own proposal (grade D, no county's rule), put first in the list and
 * never taken without being asked.
 */
const platformOf: Partial<Record<Ticket["kind"], string>> = {
  lamp: "综合执法",
  road: "综合执法",
  manhole: "综合执法",
  water: "综合执法",
  power: "综合执法",
  ditch: "综合执法",
  rubbish: "综合执法",
  river: "综合执法",
  noise: "综合执法",
  building: "综合执法",
  dog: "综治工作",
  danger: "综治工作",
  dispute: "综治工作",
  service: "便民服务",
};

/** The name of the platform a kind of matter is proposed for. */
export function proposedFor(kind: Ticket["kind"]): string | undefined {
  return platformOf[kind];
}

/** The offices with the one a kind of matter is for first; where nothing is proposed they stay as they are. */
export function suggestedFirst<Of extends { readonly name: string }>(
  offices: readonly Of[],
  kind: Ticket["kind"],
): readonly Of[] {
  const name = proposedFor(kind);
  const suggested = offices.filter((office) => office.name === name);
  return [...suggested, ...offices.filter((office) => office.name !== name)];
}

/** How an event keeps which office it was about, and what was said to it: 「→ 综合执法：今天去看」. */
export function toOffice(name: string, words: string): string {
  return words === "" ? `→ ${name}` : `→ ${name}：${words}`;
}

/** The office in the words of such an event. */
export function officeIn(words: string): string {
  return /^→ ([^：]+)/u.exec(words)?.[1] ?? "";
}

/** What the desk does with matters. Villagers read that it was done and where to, not what was said about it. */
export const deskKinds: readonly TicketEventKind[] = [
  "dispatched",
  "bounced",
  "decided",
  "taken_back",
  "returned",
  "supervised",
  "unsupervised",
  "joined",
  "sent_to_county",
  "sent_down",
  "consulted",
];

/** Of these not even that: they change nothing for her, or are said among those who work on it. */
export const silentKinds: readonly TicketEventKind[] = [
  "noted",
  "worded",
  "unsupervised",
  "opinion",
  "consult_changed",
  "tasked",
  "task_done",
];

/** How many matters one page of the queue shows. */
export const queuePage = 8;

/** Words as people say them in two languages; the same shape as a `Text`. */
interface Label {
  readonly zh: string;
  readonly en: string;
}

/** An office that can be chosen. */
export interface OfficeOption {
  readonly id: string;
  readonly label: Label;
}

/** Where a matter can go. */
export interface Offered {
  readonly offices: readonly OfficeOption[];
  /** The office that has it now. */
  readonly lead: string | null;
  /** Is the first of them the one its kind is proposed for? */
  readonly isProposed: boolean;
}

/** An office that is asked to help, and with what. */
export interface Asked {
  readonly office: string;
  readonly label: Label;
  readonly part: string;
}
