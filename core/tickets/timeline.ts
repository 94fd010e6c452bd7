import { calledName, personById, type Acting } from "../people/index.ts";
import { eventsOf } from "./events/store.ts";
import type { Ticket } from "./model.ts";
import type { TimelineLine } from "./texts.ts";

/** Everything that happened to a matter, line by line, as those who work on it read it. */
export async function timelineOf(acting: Acting, ticket: Ticket): Promise<readonly TimelineLine[]> {
  const lines: TimelineLine[] = [];
  for (const event of await eventsOf(acting.tx, ticket.number)) {
    const actor = event.actor === undefined ? undefined : await personById(acting.tx, event.actor);
    const { kind, words, files } = event;
    lines.push({
      at: acting.calendar.moment(event.at),
      kind,
      who: actor ? calledName(actor) : "",
      words,
      files,
    });
  }
  return lines;
}
