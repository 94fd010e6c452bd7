import type { Moment } from "../../people/index.ts";
import { nagAbout } from "../clock/nagging.ts";
import { note } from "../clock/note.ts";
import { eventsOf } from "../events/store.ts";
import type { TicketEventKind } from "../model.ts";
import { ticketByNumber } from "../store.ts";
import { say } from "../texts.ts";
import { isWorthAsking } from "./model.ts";

/** What both have seen of it. */
const forBoth: readonly TicketEventKind[] = ["filed", "answered", "settled", "added"];

/** Asks once; an alarm of another round does nothing. */
export async function ringAftercareAlarm(moment: Moment, subject: string): Promise<void> {
  const [number = 0, cycle] = subject.split(" ").map(Number);
  const ticket = await ticketByNumber(moment.tx, number);
  if (!ticket || ticket.cycle !== cycle) return;
  const events = await eventsOf(moment.tx, number);
  if (!isWorthAsking(ticket, events)) return;
  if (!(await note(moment, ticket, "asked_after", moment.now))) return;
  const files = events
    .flatMap((event) => (forBoth.includes(event.kind) ? event.files : []))
    .filter(({ kind }) => kind === "photo")
    .slice(-1);
  const choices = [
    { label: say.isHeld, token: `/mine ${number} held` },
    { label: say.isBroken, token: `/mine ${number} broken` },
  ];
  await nagAbout(moment, ticket.reporter, ticket, {
    rank: 2,
    line: say.askAfterLine(ticket),
    saying: { text: say.askAfter(ticket), files, choices },
    key: `aftercare ${cycle}`,
    isFact: true,
    isVillager: true,
  });
}
