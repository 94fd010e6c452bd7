import type { Reply } from "../../dialogue/index.ts";
import type { Acting } from "../../people/index.ts";
import type { TicketEventKind, TicketNumber } from "../model.ts";
import { placeName, postAndName, reporterName, responsibleFor } from "../responsible.ts";
import { permitted } from "../service.ts";
import { say } from "../texts.ts";
import { timelineOf } from "../timeline.ts";

/** What is said among those who work on a matter, or look over it. */
const amongStaff: readonly TicketEventKind[] = ["noted", "tagged", "untagged"];

/** The printable slip of a matter (处理单), for whoever may read it as staff; notes among those who work on it are not on it. */
export async function slipView(acting: Acting, number: TicketNumber): Promise<Reply> {
  const ticket = await permitted(acting, number, "ticket.read");
  if ("refused" in ticket) return ticket.refused;
  const holder = await responsibleFor(acting, ticket);
  const lines = await timelineOf(acting, ticket);
  const head = {
    unit: await placeName(acting, ticket),
    reporter: await reporterName(acting, ticket),
    filed: acting.calendar.moment(ticket.createdAt),
    responsible: holder && postAndName(holder),
  };
  const text = say.slip(
    ticket,
    head,
    lines.filter(({ kind }) => !amongStaff.includes(kind)),
  );
  return {
    text,
    about: `ticket ${number}`,
    choices: [{ label: say.slipFile, token: `/paper slip ${number}` }],
  };
}
