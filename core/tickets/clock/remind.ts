import type { Choice } from "../../dialogue/index.ts";
import { saidAt, type Moment } from "../../people/index.ts";
import { hour, timeLeft, type Clock, type Stage } from "../../time/index.ts";
import { headline, type Ticket } from "../model.ts";
import { reporterName } from "../responsible.ts";
import { say } from "../texts.ts";
import { nagAbout } from "./nagging.ts";

/** Reminds whoever must act that a deadline comes nearer. */
export async function remind(
  moment: Moment,
  ticket: Ticket,
  clock: Clock,
  stage: Exclude<Stage, "breach">,
): Promise<void> {
  const { responsible, cycle } = ticket;
  if (responsible === undefined || clock.dueAt === undefined) return;
  // Found at night it is read in the morning.
  const readAt = saidAt(moment, ticket);
  const left = await timeLeft({ ...moment, now: readAt }, clock);
  const given = {
    ticket,
    isAnswer: clock.kind === "answer",
    leftMs: left,
    due: moment.calendar.moment(clock.dueAt),
    words: headline(ticket.what || ticket.place),
    reporter: await reporterName(moment, ticket),
  };
  await nagAbout(moment, responsible, ticket, {
    clock,
    rank: rankOf(stage),
    line: say.dueSoonLine(given),
    saying: { text: say.dueSoon(given), choices: reminderChoices(ticket) },
    key: `${clock.kind} ${stage} ${cycle} ${clock.revision}`,
  });
}

/** The nearer the deadline the higher: half time 2, an hour before 5. */
function rankOf(stage: Stage): number {
  if (stage === "half") return 2;
  const before = Number(stage.slice("before:".length));
  if (before <= hour) return 5;
  return before <= 4 * hour ? 4 : 3;
}

/** What she can do at once. */
export function reminderChoices({ number }: Pick<Ticket, "number">): readonly Choice[] {
  return [
    { label: say.answer, token: `/task ${number} answer` },
    { label: say.done, token: `/task ${number} done` },
    { label: say.passToColleague, token: `/tasks pass ${number}` },
    { label: say.notOnDuty, token: "/duty off" },
  ];
}
