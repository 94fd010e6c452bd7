/**
 * 民情专报: what the command room writes to a leader about a hot topic. sent: not looked at · noted: nothing to be done · instructed: what she wrote on it
 * (批示) waits for its answer · answered.
 */
export type BriefingState = "sent" | "noted" | "instructed" | "answered";

const day = 86_400_000;

/** An instruction is answered within five days; ours, no law's. */
export const answerWithin = 5 * day;
/** Whoever has to answer is reminded from the third day on, every day. */
export const remindFrom = 3 * day;
export const remindEvery = day;
/** A leader is asked again after two days, and after four the command room hears that nobody looked. */
export const unreadAfter = 2 * day;
export const unreadFor = 4 * day;

/** What may become of a briefing by whom: a leader notes or instructs, the command room answers what waits. */
export function mayInstruct(state: BriefingState): boolean {
  return state !== "instructed";
}

export function mayAnswer(state: BriefingState): boolean {
  return state === "instructed";
}

/** To whom a briefing goes, the nearest post first. */
export const leaderRoles = ["area_leader", "direct_leader", "main_leader"] as const;
