import type { TicketEventKind, TicketState } from "../model.ts";

/**
 * How a matter ended, or how far it is. agreed and not_agreed: by mediation · unverified: nobody could find it so · unrated: settled,
 * and the villager never said her word.
 */
export type Ending =
  | "waiting"
  | "under_way"
  | "settled"
  | "rated"
  | "unrated"
  | "unverified"
  | "withdrawn"
  | "agreed"
  | "not_agreed";

const endings: Partial<Record<TicketEventKind, Ending>> = {
  unverified: "unverified",
  mediated: "agreed",
  mediation_failed: "not_agreed",
  settled: "settled",
};

/** @param round what happened in the matter's last round, oldest first. */
export function endingOf(state: TicketState, round: readonly { readonly kind: TicketEventKind }[]): Ending {
  if (state === "withdrawn") return "withdrawn";
  if (state === "open") return "waiting";
  if (state === "answered") return "under_way";
  const ended = round.findLast(({ kind }) => endings[kind] !== undefined);
  const ending = (ended && endings[ended.kind]) ?? "settled";
  if (ending !== "settled" || state === "settled") return ending;
  return round.some(({ kind }) => kind === "rated") ? "rated" : "unrated";
}

/** How a matter came: her own words, through whoever keeps her grid, or raised at a meeting. */
export type Source = "herself" | "proxy" | "meeting";
