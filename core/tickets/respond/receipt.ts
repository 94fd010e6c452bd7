import type { Acting } from "../../people/index.ts";
import type { TicketNumber } from "../model.ts";
import { reporterName, tellAbout } from "../responsible.ts";
import { record, type Refusal } from "../service.ts";
import { say } from "../texts.ts";
import { actable, actorName } from "./service.ts";

/** The villager hears that somebody has seen her matter. It is no answer: no clock stops. */
export async function acknowledge(
  acting: Acting,
  number: TicketNumber,
  key: string,
  words: string,
): Promise<{ readonly reporter: string; readonly reached: boolean } | Refusal> {
  const ticket = await actable(acting, number);
  if ("refused" in ticket) return ticket;
  const reporter = await reporterName(acting, ticket);
  if (!(await record(acting, ticket, "received", { words, files: [] }, key)))
    return { reporter, reached: true };
  const due = ticket.state === "open" && ticket.answerDueAt > acting.now ? ticket.answerDueAt : undefined;
  const text = say.yourReceipt(
    number,
    await actorName(acting, ticket),
    words,
    due === undefined ? undefined : acting.calendar.moment(due),
  );
  const reached = await tellAbout(acting, ticket.reporter, ticket, { text }, `received ${key}`);
  return { reporter, reached };
}
