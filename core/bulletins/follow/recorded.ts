import type { UnitCode } from "../../org/index.ts";
import { ticketByNumber } from "../../tickets/index.ts";
import type { Moment, PersonId } from "../../people/index.ts";
import type { FollowUpKind } from "../model.ts";
import { placeOf } from "./listed.ts";
import { followUpsWithin } from "./store.ts";

/** 整改, 约谈 or 通报 that stands, without what it was about. */
export interface RecordedFollowUp {
  readonly kind: FollowUpKind;
  readonly village: UnitCode;
  /** With whom; null for the whole village team. */
  readonly person: PersonId | null;
}

/** What was recorded in a township within a period; nothing about a matter that is sealed. `to` does not belong to it. */
export async function recordedIn(
  moment: Pick<Moment, "tx">,
  township: UnitCode,
  period: { readonly from: number; readonly to: number },
): Promise<readonly RecordedFollowUp[]> {
  const found: RecordedFollowUp[] = [];
  for (const { number, kind, person } of await followUpsWithin(moment.tx, township, period)) {
    const ticket = await ticketByNumber(moment.tx, number);
    const place = ticket && !ticket.isSealed ? await placeOf(moment, ticket) : undefined;
    if (place) found.push({ kind, village: place.village.code, person });
  }
  return found;
}
