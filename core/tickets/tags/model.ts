import type { Ticket } from "../model.ts";

/** 甄别筛选: what whoever screens matters notes of one, out of a short list that is ours; villagers never read it. */
export const ticketTags = [
  "repeated",
  "history",
  "joint",
  "crowd",
  "hazard",
  "funds",
  "policy",
  "example",
] as const;

export type TicketTag = (typeof ticketTags)[number];

/** What is said against somebody, or between people: whoever may not read matters learns of none of them. */
export const kindsBetweenPeople: readonly string[] = ["complaint", "accusation", "dispute"];

export function isBetweenPeople({ kind, about }: Pick<Ticket, "kind" | "about">): boolean {
  return about !== undefined || kindsBetweenPeople.includes(kind);
}
