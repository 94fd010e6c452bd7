import type { Moment } from "../../people/index.ts";
import { eventsOf } from "../events/store.ts";
import type { Ticket } from "../model.ts";
import { beginWaitingWords } from "./alarm.ts";
import { waitingSince } from "./model.ts";

/** A matter is dealt with again, or still: the next word is due a month after she began to wait, or a month after the last. */
export async function waitAgain(moment: Moment, { number, createdAt }: Ticket): Promise<void> {
  const since = waitingSince(await eventsOf(moment.tx, number), createdAt);
  await beginWaitingWords(moment, number, since);
}
