import { day, hour, usualStages, type Terms } from "../../time/index.ts";

/**
 * What is timed: the first answer, and settling: by the grid worker who answered, by the village team, the township, or an
 * office of it.
 */
export const clockKinds = ["answer", "worker", "village", "township", "office"] as const;

export type ClockKind = (typeof clockKinds)[number];

/** The clocks of whoever must settle a matter. */
export const settleKinds = ["worker", "village", "township", "office"] as const;

export type SettleKind = (typeof settleKinds)[number];

const settleStages = { half: true, beforeMs: [day, 4 * hour], againEveryMs: day };

/**
 * What is in force where nobody has set anything. 网格员 24 小时内响应 and 村服务团队 5 天内处置回复 are the county's published promises;
 * whether it means calendar days or working days it does not say. For a grid worker who has answered, for townships and for
 * their offices no limit is published: theirs is the demonstration's.
 */
export const usualTerms: Readonly<Record<ClockKind, Terms>> = {
  answer: { targetMs: day, hours: "natural", stages: usualStages },
  worker: { targetMs: 5 * day, hours: "natural", stages: settleStages },
  village: { targetMs: 5 * day, hours: "natural", stages: settleStages },
  township: { targetMs: 5 * day, hours: "natural", stages: settleStages },
  office: { targetMs: 5 * day, hours: "natural", stages: settleStages },
};

/** What is left at least where a clock goes on after the villager was not satisfied, or a matter came back. */
export const leastLeft = day;

/** Why a matter's clock is touched, where it is no person's own words. */
export const clockReasons = [
  "filed",
  "passed",
  "handed_on",
  "reopened",
  "put_back",
  "not_fixed",
  "returned",
  "dispatched",
  "moved",
  "bounced",
  "decided",
  "to_county",
  "overdue",
  "late",
  "answered",
  "settled",
  "unverified",
  "withdrawn",
  "adopted",
  "policy",
  "calendar",
  "kind",
  "mediating",
  "mediation_failed",
  "mediation_over",
  "pause_over",
] as const;

export type ClockReason = (typeof clockReasons)[number];

/** Why a matter's clock is touched, and by whom. */
export interface ClockWhy {
  readonly reason: ClockReason;
  readonly actor?: string | undefined;
}

export function isClockKind(word: string): word is ClockKind {
  return clockKinds.some((kind) => kind === word);
}
