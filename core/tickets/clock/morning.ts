import type { Moment } from "../../people/index.ts";
import { setAlarm } from "../../time/index.ts";
import type { Tx } from "../../store/index.ts";
import { headline } from "../model.ts";
import { clocksIn } from "./clocks.ts";
import { dueBefore, responsibleDueBefore } from "./store.ts";
import { say } from "../texts.ts";
import { nagAbout } from "./nagging.ts";
import { reminderChoices } from "./remind.ts";

/** The kind of the alarm of somebody's morning list; its subject is the end of that day and who it is for. */
export const morningAlarm = "morning";

/** Sets an alarm for everybody who has something due by the end of a day: each hears of it in one message. */
export async function beginMorning(tx: Tx, now: number, endOfDay: number): Promise<void> {
  for (const person of await responsibleDueBefore(tx, endOfDay))
    await setAlarm(tx, {
      key: `${morningAlarm} ${endOfDay} ${person}`,
      kind: morningAlarm,
      subject: `${endOfDay} ${person}`,
      fireAt: now,
    });
}

/** What is due today, or was before, to whoever must act on it. */
export async function ringMorningAlarm(moment: Moment, subject: string): Promise<void> {
  const [, end = "0", person = ""] = /^(\d+) (.+)$/.exec(subject) ?? [];
  for (const ticket of await dueBefore(moment.tx, person, Number(end))) {
    const dueAt = ticket.dueAt ?? moment.now;
    const given = {
      ticket,
      isAnswer: ticket.state === "open" && dueAt === ticket.answerDueAt,
      due: moment.calendar.moment(dueAt),
      overdueMs: moment.now - dueAt,
      words: headline(ticket.what || ticket.place),
    };
    const clock = (await clocksIn(moment, ticket)).find((one) => one.dueAt === ticket.dueAt);
    await nagAbout(moment, person, ticket, {
      ...(clock && { clock }),
      rank: 1,
      line: say.dueTodayLine(given),
      saying: { text: say.dueToday(given), choices: reminderChoices(ticket) },
      key: `morning ${end}`,
    });
  }
}
