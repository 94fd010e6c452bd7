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
