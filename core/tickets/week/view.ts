import type { Reply } from "../../dialogue/index.ts";
import type { Acting } from "../../people/index.ts";
import { say } from "../texts.ts";
import { reportOf, weekOf } from "./model.ts";
import { happenedIn } from "./store.ts";

const mostLines = 20;

/** What somebody did this week, or so many weeks ago: out of what happened, for herself alone. */
export async function weekView(acting: Acting, weeksAgo: 0 | 1): Promise<Reply> {
  const { tx, person, calendar, now } = acting;
  const week = weekOf(calendar.zone, now, weeksAgo);
  const { happened, kinds } = await happenedIn(tx, person.id, week);
  const report = reportOf(person.id, week, happened);
  const lines = report.lines
    .slice(0, mostLines)
    .map((line) => say.weekLine(line, kinds.get(line.number) ?? "other"));
  const left = report.lines.length - lines.length;
  const days = {
    isThis: weeksAgo === 0,
    from: calendar.date(week.from),
    to: calendar.date(week.lastDay),
  };
  const text = say.weekReport(days, report, left > 0 ? [...lines, say.weekMore(left)] : lines);
  const other =
    weeksAgo === 0
      ? { label: say.lastWeek, token: "/tasks week last" }
      : { label: say.thisWeek, token: "/tasks week" };
  return { text, choices: [other] };
}
