/**
 * What is counted of matters, and the rates made of it. The rules, each with a test in model.test.ts:
 *
 * - A round (轮) of a matter counts by itself: each has its clocks, its end and its rating. Everything counts on the day it was decided: in time when
 *   it was done, late when it fell due. So a month that is over changes no more, but for what is done about its own matters later.
 * - Closed is not settled: only 「办好」, the villager's own word or an agreement settles. 未评价 is no rating, and 情况未核实 settles nothing.
 * - [还没好] takes a settlement back; so does nothing else. A round that was settled and came again is reopened.
 * - The same thing told by neighbours is one matter. What was taken back counts for what had fallen due before, and for nothing else; put back, it is
 *   a new round.
 * - What stands still (a pause, a mediation) is not late meanwhile, and in no rate before it is settled or late; how many settled in time had stood still is said.
 * - What is sealed or complains of somebody's service is in no figure: a small number that grows by one would tell her.
 * - What somebody answered, or called settled, that she reported herself is nobody's work.
 */

/** Everything that is counted, by name. */
export const countNames = [
  "filed",
  "answeredInTime",
  "answeredLate",
  "neverAnswered",
  "settledInTime",
  "settledLate",
  "neverSettled",
  "stoodStill",
  "settled",
  "unverified",
  "reopened",
  "withdrawn",
  "settledInVillage",
  "settledAbove",
  "satisfied",
  "fair",
  "dissatisfied",
  "unrated",
  "mediated",
  "mediationFailed",
] as const;

export type CountName = (typeof countNames)[number];

/** How many rounds came to what in a period; `filed` counts matters. */
export type Counts = Readonly<Record<CountName, number>>;

export const noCounts = Object.fromEntries(countNames.map((name) => [name, 0])) as Counts;

export function sumOf(counts: readonly Partial<Counts>[]): Counts {
  const sum = { ...noCounts } as Record<CountName, number>;
  for (const one of counts) for (const name of countNames) sum[name] += one[name] ?? 0;
  return sum;
}

/** So many of so many. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** Null where there is nothing to divide by. */
  readonly share: number | null;
  /** Too few for the share to say much: one more or less would move it by ten points or more. */
  readonly isSmall: boolean;
}

/** Below this a single matter moves a share by more than ten points. */
export const smallBelow = 10;

export function rateOf(numerator: number, denominator: number): Rate {
  const share = denominator === 0 ? null : numerator / denominator;
  return { numerator, denominator, share, isSmall: denominator < smallBelow };
}

/** Every rate, in the order in which they are shown. */
export const rateNames = [
  "answeredInTime",
  "neverAnswered",
  "settledInTime",
  "content",
  "satisfied",
  "reopened",
  "settledInVillage",
  "resolved",
] as const;

export type RateName = (typeof rateNames)[number];

export type Rates = Readonly<Record<RateName, Rate>>;

/**
 * 及时响应率 first answers in time / first answers that were due or given; never answered / the same; 及时处置率 settled in time / settled, or due and
 * not; 满意率 (满意+基本满意) / ratings, 满意 alone beside it; 重开率 reopened / ended; 村级化解率 settled in the village / settled of villages' matters;
 * 化解率 disputes that ended in agreement / mediations that ended.
 */
export function ratesOf(counts: Counts): Rates {
  const answers = counts.answeredInTime + counts.answeredLate + counts.neverAnswered;
  const settlements = counts.settledInTime + counts.settledLate + counts.neverSettled;
  const ratings = counts.satisfied + counts.fair + counts.dissatisfied;
  return {
    answeredInTime: rateOf(counts.answeredInTime, answers),
    neverAnswered: rateOf(counts.neverAnswered, answers),
    settledInTime: rateOf(counts.settledInTime, settlements),
    content: rateOf(counts.satisfied + counts.fair, ratings),
    satisfied: rateOf(counts.satisfied, ratings),
    reopened: rateOf(counts.reopened, counts.settled + counts.unverified),
    settledInVillage: rateOf(counts.settledInVillage, counts.settledInVillage + counts.settledAbove),
    resolved: rateOf(counts.mediated, counts.mediated + counts.mediationFailed),
  };
}

/** Days the figures of which belong together: `from` is in it, `to` is not; epoch milliseconds, both the first moment of a day. */
export interface Period {
  readonly from: number;
  readonly to: number;
}
