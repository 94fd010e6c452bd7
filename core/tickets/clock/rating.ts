import { cancelAlarm, setAlarm } from "../../time/index.ts";
import type { Moment } from "../../people/index.ts";
import { beginAftercare } from "../aftercare/alarm.ts";
import { scoreChoices } from "../choices.ts";
import { eventsOf } from "../events/store.ts";
import { payTeam } from "../outcome/service.ts";
import { rateWithin, type Ticket, type TicketEventKind } from "../model.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";
import { nagAbout } from "./nagging.ts";
import { note } from "./note.ts";

/** The kind of the alarm after seven days without a rating; its subject is `<number> <cycle>`. */
export const ratingAlarm = "unrated";

function keyOf(number: number): string {
  return `${ratingAlarm} ${number}`;
}

export async function startRatingClock(moment: Moment, { number, cycle }: Ticket): Promise<void> {
  const fireAt = moment.now + rateWithin;
  await setAlarm(moment.tx, {
    key: keyOf(number),
    kind: ratingAlarm,
    subject: `${number} ${cycle}`,
    fireAt,
  });
}

export async function stopRatingClock(moment: Moment, number: number): Promise<void> {
  await cancelAlarm(moment.tx, keyOf(number));
}

/** What the villager and those who act have both seen; a note is for the latter only. */
const forBoth: readonly TicketEventKind[] = ["filed", "answered", "settled", "unverified"];

/** Seven days without a rating: closed as 未评价, and asked once more. An alarm of another cycle does nothing. */
export async function ringRatingAlarm(moment: Moment, subject: string): Promise<void> {
  const [number = 0, cycle] = subject.split(" ").map(Number);
  const ticket = await store.ticketByNumber(moment.tx, number);
  if (ticket?.state !== "settled" || ticket.cycle !== cycle) return;
  await note(moment, ticket, "closed", moment.now);
  await store.changeTicket(moment.tx, number, { state: "closed", closedAt: moment.now });
  await beginAftercare(moment, ticket);
  await payTeam(moment, ticket);
  // Seven days later she sees again which matter it is, and how it was left.
  const files = (await eventsOf(moment.tx, number))
    .flatMap((event) => (forBoth.includes(event.kind) ? event.files : []))
    .filter(({ kind }) => kind === "photo")
    .slice(-1);
  await nagAbout(moment, ticket.reporter, ticket, {
    rank: 3,
    line: say.unratedLine(ticket),
    saying: { text: say.unrated(ticket), files, choices: scoreChoices(number) },
    key: `unrated ${cycle}`,
    isFact: true,
    isVillager: true,
  });
}
