import type { Moment } from "../../people/index.ts";
import { lastDues } from "../../time/index.ts";
import type { Ticket, TicketNumber } from "../model.ts";
import { aboutTicket } from "../responsible.ts";
import { numberIn, settleKindOf } from "./clocks.ts";

/** When the answer and the settlement of a round are due, or were. */
export interface RoundDues {
  readonly answer?: number;
  readonly settle?: number;
}

/** The deadlines of the last round of each of these matters, those that are met included. */
export async function lastDuesOf(
  { tx, calendar }: Pick<Moment, "tx" | "calendar">,
  matters: readonly Pick<Ticket, "number" | "cycle" | "tier">[],
): Promise<ReadonlyMap<TicketNumber, RoundDues>> {
  const subjects = matters.map(({ number }) => aboutTicket(number));
  const byNumber = Map.groupBy(await lastDues(tx, subjects, calendar.zone), numberIn);
  const found = new Map<TicketNumber, RoundDues>();
  for (const matter of matters) {
    const own = (byNumber.get(matter.number) ?? []).filter(({ cycle }) => cycle === matter.cycle);
    const [answer, settle] = ["answer", settleKindOf(matter)].map((kind) =>
      own.find((due) => due.kind === kind),
    );
    found.set(matter.number, {
      ...(answer && { answer: answer.dueAt }),
      ...(settle && { settle: settle.dueAt }),
    });
  }
  return found;
}
