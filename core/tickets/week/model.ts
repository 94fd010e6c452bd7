import type { Score, TicketEventKind, TicketNumber } from "../model.ts";
import { daysLater, type WallZone } from "../wall/model.ts";

/** A week from Monday to Sunday: its first moment, and the first one after it, epoch milliseconds. */
export interface Week {
  readonly from: number;
  readonly until: number;
  /** A moment on its Sunday. */
  readonly lastDay: number;
}

/** The week of a moment on the wall of a place, or so many weeks before it. */
export function weekOf(zone: WallZone, now: number, weeksAgo: number): Week {
  const today = zone.dateOf(now);
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = daysLater(today, -sinceMonday - 7 * weeksAgo);
  const noon = 12 * 60;
  return {
    from: zone.momentOf(monday, 0),
    until: zone.momentOf(daysLater(monday, 7), 0),
    lastDay: zone.momentOf(daysLater(monday, 6), noon),
  };
}

/** Something that happened to a matter this person had to do with. */
export interface Happened {
  readonly number: TicketNumber;
  readonly cycle: number;
  readonly kind: TicketEventKind;
  readonly actor: string | undefined;
  readonly words: string;
  readonly at: number;
}

/** What somebody did about one matter in a week, in order, and how it was rated in it. */
export interface WeekLine {
  readonly number: TicketNumber;
  readonly deeds: readonly TicketEventKind[];
  readonly scores: readonly Score[];
}

/** What somebody did in a week. */
export interface WeekReport {
  readonly lines: readonly WeekLine[];
  readonly answered: number;
  readonly settled: number;
  readonly passedOn: number;
  /** First answers and settlements that were hers: before the deadline had passed, and after it. */
  readonly inTime: number;
  readonly late: number;
  readonly scores: Readonly<Record<Score, number>>;
}

const answering: readonly TicketEventKind[] = ["answered"];
const settling: readonly TicketEventKind[] = ["settled"];
const passing: readonly TicketEventKind[] = ["handed_over", "assigned", "sent_up"];
/** What counts as work on a matter; a note and 「收到」 are none. */
const work: readonly TicketEventKind[] = [
  ...answering,
  "asked",
  "claimed",
  ...passing,
  "unverified",
  ...settling,
];
const firstAnswers: readonly TicketEventKind[] = ["answered", "settled", "unverified"];
const scoreOrder: readonly Score[] = ["satisfied", "fair", "dissatisfied"];

/**
 * A person's week out of everything that happened to the matters she worked on, oldest first. A rating is hers where the
 * last to settle that round was she.
 */
export function reportOf(person: string, week: Week, happened: readonly Happened[]): WeekReport {
  const isIn = ({ at }: Happened): boolean => at >= week.from && at < week.until;
  const lines = [...Map.groupBy(happened, ({ number }) => number)]
    .map(([number, events]): WeekLine => {
      const hers = events.filter(
        (event) => event.actor === person && work.includes(event.kind) && isIn(event),
      );
      const deeds = Array.from(new Set(hers.map(({ kind }) => kind)));
      return { number, deeds, scores: ratingsOf(person, events).filter(isIn).flatMap(scoreIn) };
    })
    .filter(({ deeds, scores }) => deeds.length > 0 || scores.length > 0)
    .sort((one, other) => one.number - other.number);
  const count = (kinds: readonly TicketEventKind[]): number =>
    lines.filter(({ deeds }) => deeds.some((deed) => kinds.includes(deed))).length;
  const timed = deadlinesOf(happened).filter(({ event }) => event.actor === person && isIn(event));
  const scores = lines.flatMap((line) => line.scores);
  const tally = (score: Score): number => scores.filter((one) => one === score).length;
  return {
    lines,
    answered: count(answering),
    settled: count(settling),
    passedOn: count(passing),
    inTime: timed.filter(({ isLate }) => !isLate).length,
    late: timed.filter(({ isLate }) => isLate).length,
    scores: { satisfied: tally("satisfied"), fair: tally("fair"), dissatisfied: tally("dissatisfied") },
  };
}

function scoreIn({ words }: Happened): readonly Score[] {
  return scoreOrder.filter((score) => score === words.split(" ")[0]);
}

/** The ratings of rounds that this person was the last to settle. */
function ratingsOf(person: string, events: readonly Happened[]): readonly Happened[] {
  return events.filter((event, index) => {
    if (event.kind !== "rated") return false;
    const before = events.slice(0, index).filter(({ cycle }) => cycle === event.cycle);
    const last = before.findLast(({ kind }) => kind === "settled" || kind === "unverified");
    return last?.actor === person;
  });
}

/** What met a deadline in each round, the first answer and the settlement after a hand-over, and whether it was too late. */
function deadlinesOf(happened: readonly Happened[]) {
  const rounds = Map.groupBy(happened, ({ number, cycle }) => `${number} ${cycle}`);
  return [...rounds.values()].flatMap((events) => {
    const lapsedBefore = (kind: TicketEventKind, at: number): boolean =>
      events.some((event) => event.kind === kind && event.at <= at);
    const first = events.find(({ kind }) => firstAnswers.includes(kind));
    const settled = events.findLast(({ kind }) => kind === "settled");
    const isTimed = events.some(({ kind }) => kind === "handed_over" || kind === "sent_up");
    return [
      ...(first ? [{ event: first, isLate: lapsedBefore("overdue", first.at) }] : []),
      ...(settled && isTimed ? [{ event: settled, isLate: lapsedBefore("late", settled.at) }] : []),
    ];
  });
}
