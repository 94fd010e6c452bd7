export type ConsultationId = number & { readonly __id?: "consultation" };

/** asking: opinions are gathered · deciding: a leader has them · decided · called_off. */
export type ConsultationState = "asking" | "deciding" | "decided" | "called_off";

/** 点将 must answer · 邀将 may. */
export type PartyKind = "summon" | "invite";

/** waiting: not heard yet · silent: was to answer and did not by the deadline; she still may. */
export type PartyState = "waiting" | "answered" | "declined" | "silent";

/** Several bodies are asked one question about a matter, and a leader decides. */
export interface Consultation {
  readonly id: ConsultationId;
  /** The matter it is about, and the round of it in which it was called. */
  readonly number: number;
  readonly cycle: number;
  /** The township, or the county, whose offices are asked. */
  readonly unit: string;
  /** 牵头: what the body is called that leads it. */
  readonly lead: string;
  readonly question: string;
  readonly dueAt: number;
  readonly state: ConsultationState;
  readonly convenedBy: string;
  /** Who decides; undefined until it comes to that. */
  readonly leader: string | undefined;
  readonly decision: string | undefined;
  readonly createdAt: number;
  readonly decidedAt: number | undefined;
}

/** One body that is asked. */
export interface Party {
  readonly id: number;
  readonly consultation: ConsultationId;
  readonly name: string;
  /** Who speaks for it in chat; undefined where it is reached by telephone. */
  readonly person: string | undefined;
  readonly kind: PartyKind;
  readonly state: PartyState;
  readonly answeredAt: number | undefined;
  /** Its first opinion came after the deadline. */
  readonly isLate: boolean;
}

/** How long somebody has at the least, and at the most, to say her opinion: a demonstration's setting. */
export const leastMinutes = 30;
export const mostDays = 60;

export function isUnderWay({ state }: Pick<Consultation, "state">): boolean {
  return state === "asking" || state === "deciding";
}

/** Has everybody been heard who must be? Where nobody must, everybody. */
export function isComplete(parties: readonly Pick<Party, "kind" | "state">[]): boolean {
  const summoned = parties.filter(({ kind }) => kind === "summon");
  return summoned.length > 0
    ? summoned.every(({ state }) => state === "answered")
    : parties.every(({ state }) => state === "answered" || state === "declined");
}

/** Those who were to answer by the deadline and did not. */
export function silentAtDeadline<One extends Pick<Party, "kind" | "state">>(
  parties: readonly One[],
): readonly One[] {
  return parties.filter(({ kind, state }) => kind === "summon" && state === "waiting");
}

/** An opinion changed after the deadline, by somebody who had said one in time. */
export function isChangedLate(party: Pick<Party, "answeredAt" | "isLate">, dueAt: number): boolean {
  return party.answeredAt !== undefined && party.answeredAt > dueAt && !party.isLate;
}
