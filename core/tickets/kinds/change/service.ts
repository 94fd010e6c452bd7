import type { Acting } from "../../../people/index.ts";
import { followKind } from "../../clock/clocks.ts";
import { isOver, type Ticket, type TicketNumber } from "../../model.ts";
import { permitted, record, type Refusal } from "../../service.ts";
import { changeTicket } from "../../store.ts";
import { say } from "../../texts.ts";
import { learnKind } from "../learn.ts";
import type { KindId } from "../model.ts";
import { changeKept, isChangeable, isChoosable } from "./model.ts";

/** A matter whose kind this person may change. */
export async function sortable(acting: Acting, number: TicketNumber): Promise<Ticket | Refusal> {
  const ticket = await permitted(acting, number, "ticket.act");
  if ("refused" in ticket) return ticket;
  if (isOver(ticket)) return { refused: say.overForWorker(number) };
  return isChangeable(ticket.kind) && !ticket.isSealed
    ? ticket
    : { refused: say.kindStays(number, ticket.kind) };
}

/** A matter becomes one of another kind, with its clocks; the next words like its own are guessed the better for it. */
export async function changeKind(
  acting: Acting,
  number: TicketNumber,
  key: string,
  { kind, reason }: { readonly kind: KindId; readonly reason: string },
): Promise<"changed" | Refusal> {
  const ticket = await sortable(acting, number);
  if ("refused" in ticket) return ticket;
  if (!isChoosable(kind)) return { refused: say.kindStays(number, kind) };
  const kept = { words: changeKept(ticket.kind, kind, reason), files: [] };
  if (!(await record(acting, ticket, "kind_changed", kept, key))) return "changed";
  const changed: Ticket = { ...ticket, kind, kindBy: "worker", kindBecause: [] };
  await changeTicket(acting.tx, number, { kind, kindBy: "worker" });
  await followKind(acting, changed, { reason: "kind", actor: acting.person.id });
  await learnKind(acting, changed, "worker");
  return "changed";
}
