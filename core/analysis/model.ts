/**
 * Hot topics: what more people told of in a week than the same place's own past lets one expect. How it is reckoned, and how often a quiet week gives
 * a false alarm, stands in docs/decisions/050-analysis.md.
 *
 * - People are counted, not messages: whoever tells the same thing ten times counts once for a place, a kind and a week, and whoever follows a
 *   neighbour's matter counts like whoever told it first.
 * - What was in twelve weeks before is the past; its highest week counts as its second highest, so that one bad week neither hides the next nor lasts.
 * - Some counts come in lumps, a family or a quarrel at once: how much more uneven the past was than chance makes it is taken into account.
 * - A place that said little is expected to be like the others until its own past says otherwise.
 * - Where more is told of everything else, more of this is expected too: a county in which the program spreads is not hot in everything.
 * - A place where nobody told of anything until less than four weeks ago has no past: what is told there counts in the sum above it.
 */

/** How many people told of one kind of thing at a place: in the week that is looked at first, then in the weeks before, the nearest first. */
export interface Told {
  readonly place: string;
  readonly kind: string;
  readonly weeks: readonly number[];
}

/** A place with matters of its own or below it; `above` is null for the one whose page it is. */
export interface Place {
  readonly code: string;
  readonly above: string | null;
}

/** Something that more people told of than was to be expected. */
export interface Topic {
  readonly place: string;
  readonly kind: string;
  readonly people: number;
  /** How many were to be expected in this week. */
  readonly expected: number;
  readonly weeks: readonly number[];
  /** At so many of the places directly below it by itself; left out where it is one place's own. */
  readonly places?: number;
}

/** So far one looks back. */
export const pastWeeks = 12;
/** With less of a past nothing is called hot. */
export const fewestWeeks = 4;
/** Two neighbours are no topic. */
export const fewestPeople = 3;
/** A quiet week gives so many people or more with this chance at most, place by place. */
const chance = 1e-4;
/** What is far from chance but hardly more than usual is no news. */
const timesExpected = 2;
/** Half a person: what a kind that nobody ever told of is thought to have had in the past of all places together. */
const half = 0.5;
/** So many people's worth of other matters keep a small place's growth from jumping. */
const steadying = 20;

/**
 * What is hot, the most people above what was expected first. What is hot below is left out of the sum above it.
 * @param newPlaces those without a past of their own.
 */
export function hotTopics(
  told: readonly Told[],
  places: readonly Place[],
  newPlaces: ReadonlySet<string> = new Set(),
): readonly Topic[] {
  const growth = growthOf(told);
  const waiting = Map.groupBy(told, ({ place }) => place);
  const topics: Topic[] = [];
  for (const level of levelsOf(places)) {
    const here = level.flatMap(({ code }) => summed(code, waiting.get(code) ?? []));
    const usual = usualIn(here, level.length);
    const unevenness = unevennessOf(here);
    const above = new Map(level.map(({ code, above: next }) => [code, next]));
    for (const one of here) {
      const known = { usual: usual.get(one.kind) ?? 0, unevenness, growth: growth(one.kind) };
      const topic = newPlaces.has(one.place) ? undefined : topicIn(one, known);
      if (topic) topics.push(topic);
      const next = topic ? null : (above.get(one.place) ?? null);
      if (next !== null) waiting.set(next, [...(waiting.get(next) ?? []), { ...one, place: next }]);
    }
  }
  return inOrder(topics);
}

function inOrder(topics: readonly Topic[]): readonly Topic[] {
  return topics.toSorted(
    (one, other) =>
      other.people - other.expected - (one.people - one.expected) ||
      compare(one.place, other.place) ||
      compare(one.kind, other.kind),
  );
}

/** What is hot at so many places directly below one, and at half of them at least, is one topic there. */
const fewestTogether = 3;

/** The topics of the page of `top`: what is hot nearly everywhere below a place, as in a typhoon, is one topic of that place and not twenty. */
export function gathered(topics: readonly Topic[], places: readonly Place[], top: string): readonly Topic[] {
  const below = Map.groupBy(places, ({ above }) => above);
  const gather = (place: string): readonly Topic[] => {
    const parts = new Set((below.get(place) ?? []).map(({ code }) => code));
    const all = [...topics.filter((topic) => topic.place === place), ...[...parts].flatMap(gather)];
    const hotParts = Map.groupBy(
      all.filter((topic) => parts.has(topic.place)),
      ({ kind }) => kind,
    );
    const enough = Math.max(fewestTogether, parts.size / 2);
    const kinds = [...hotParts].filter(([, of]) => of.length >= enough).map(([kind]) => kind);
    const isOne = (topic: Topic): boolean =>
      kinds.includes(topic.kind) && (topic.place === place || parts.has(topic.place));
    const ones = Map.groupBy(all.filter(isOne), ({ kind }) => kind);
    return [...[...ones.values()].map((of) => oneOf(place, of)), ...all.filter((topic) => !isOne(topic))];
  };
  return inOrder(gather(top));
}

function oneOf(place: string, topics: readonly Topic[]): Topic {
  return {
    place,
    kind: topics[0]?.kind ?? "",
    people: sum(topics.map(({ people }) => people)),
    expected: sum(topics.map(({ expected }) => expected)),
    weeks: weekByWeek(topics),
    places: topics.filter((topic) => topic.place !== place).length,
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** The places by how deep they lie, the deepest first. */
function levelsOf(places: readonly Place[]): readonly (readonly Place[])[] {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const depth = (place: Place): number => {
    const above = place.above === null ? undefined : byCode.get(place.above);
    return above ? depth(above) + 1 : 0;
  };
  const levels = Map.groupBy(places, depth);
  return [...levels].toSorted(([one], [other]) => other - one).map(([, level]) => level);
}

/** One line for each kind of a place. */
function summed(place: string, told: readonly Told[]): readonly Told[] {
  return [...Map.groupBy(told, ({ kind }) => kind)].map(([kind, of]) => ({
    place,
    kind,
    weeks: weekByWeek(of),
  }));
}

/** How many people told of any of this, week by week. */
export function weekByWeek(told: readonly Pick<Told, "weeks">[]): readonly number[] {
  const length = Math.max(0, ...told.map(({ weeks }) => weeks.length));
  return Array.from({ length }, (_, at) => sum(told.map(({ weeks }) => weeks[at] ?? 0)));
}

/** How many people there were in the past, its worst week counted as its second worst. */
function steadySum(weeks: readonly number[]): number {
  let [total, highest, second] = [0, 0, 0];
  for (let at = 1; at < weeks.length; at += 1) {
    const people = weeks[at] ?? 0;
    total += people;
    second = Math.max(second, Math.min(highest, people));
    highest = Math.max(highest, people);
  }
  return total - highest + second;
}

export function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** How many people a week tell of each kind at an average place of a level. */
function usualIn(told: readonly Told[], places: number): ReadonlyMap<string, number> {
  return new Map(
    [...Map.groupBy(told, ({ kind }) => kind)].map(([kind, of]) => {
      const weeks = Math.max(1, ...of.map((one) => one.weeks.length - 1));
      return [kind, (half + sum(of.map((one) => steadySum(one.weeks)))) / (weeks * places)];
    }),
  );
}

/** By how much more than usual was told of everything but a kind; never less than 1. */
function growthOf(told: readonly Told[]): (kind: string) => number {
  const all = weekByWeek(told);
  const kinds = Map.groupBy(told, ({ kind }) => kind);
  const growths = new Map(
    [...kinds].map(([kind, of]) => {
      const own = weekByWeek(of);
      const [now = 0, ...past] = all.map((people, at) => people - (own[at] ?? 0));
      const usual = sum(past) / Math.max(1, past.length);
      return [kind, Math.max(1, (now + steadying) / (usual + steadying))];
    }),
  );
  return (kind) => growths.get(kind) ?? 1;
}

/** How many times its mean the variance of a count is, over all kinds and places of a level but the most uneven; never less than 1. */
function unevennessOf(told: readonly Told[]): number {
  const spreads = told.map(({ weeks }) => spreadOf(weeks));
  const others = spreads.toSorted((one, other) => other.variance - one.variance).slice(1);
  const mean = sum(others.map((one) => one.mean));
  return mean === 0 ? 1 : Math.max(1, sum(others.map(({ variance }) => variance)) / mean);
}

/** The mean and the variance of the past. */
function spreadOf(weeks: readonly number[]): { readonly mean: number; readonly variance: number } {
  const past = Math.max(1, weeks.length - 1);
  let [total, squares] = [0, 0];
  for (let at = 1; at < weeks.length; at += 1) {
    const people = weeks[at] ?? 0;
    total += people;
    squares += people * people;
  }
  const mean = total / past;
  return { mean, variance: Math.max(0, squares - past * mean * mean) / Math.max(1, past - 1) };
}

interface Known {
  /** How many people a week tell of this kind at an average place of the level. */
  readonly usual: number;
  readonly unevenness: number;
  readonly growth: number;
}

function topicIn({ place, kind, weeks }: Told, { usual, unevenness, growth }: Known): Topic | undefined {
  const [people = 0, ...past] = weeks;
  if (people < fewestPeople || past.length < fewestWeeks) return undefined;
  const worth = half / usual + past.length;
  const expected = ((half + steadySum(weeks)) / worth) * growth;
  if (people < timesExpected * expected) return undefined;
  return chanceOf(people, expected, unevenness + growth / worth) <= chance
    ? { place, kind, people, expected, weeks }
    : undefined;
}

/**
 * How likely so many people or more are in a week in which `expected` are to be expected, 0 to 1: the upper tail of the negative binomial, which is a
 * Poisson count of which the mean is not known exactly.
 * @param spread how many times its mean the variance of the count is, above 1.
 */
export function chanceOf(people: number, expected: number, spread: number): number {
  const size = expected / (spread - 1);
  let term = -size * Math.log(spread);
  let below = 0;
  for (let count = 0; count < people; count += 1) {
    below += Math.exp(term);
    term += Math.log(((count + size) / (count + 1)) * (1 - 1 / spread));
  }
  return Math.min(1, Math.max(0, 1 - below));
}

/** Kinds of matters that are said against somebody, or are about nothing but to be heard: they are no topics. */
export const toldAgainst: readonly string[] = ["complaint", "accusation", "human"];

/** So many matters, told of as one thing, with the kinds of places they name. */
export interface Cluster<M> {
  readonly first: M;
  readonly matters: readonly M[];
}

/** Matters that are likely the same thing put together, the largest first; `isOne` says it of two. One alone is no cluster. */
export function clustersOf<M>(
  matters: readonly M[],
  isOne: (one: M, other: M) => boolean,
): readonly Cluster<M>[] {
  const clusters: { readonly first: M; readonly matters: M[] }[] = [];
  for (const matter of matters) {
    const same = clusters.find(({ first }) => isOne(first, matter));
    if (same) same.matters.push(matter);
    else clusters.push({ first: matter, matters: [matter] });
  }
  return clusters
    .filter((cluster) => cluster.matters.length > 1)
    .toSorted((one, other) => other.matters.length - one.matters.length);
}

/** Seven digits and more in whatever script, with spaces, dots or strokes between them; a sum of money says so itself. */
const longNumber =
  /\p{Nd}(?:[\s.·—–－-]*\p{Nd}){5,}[\s.·—–－-]*[\p{Nd}XxＸｘ](?![\p{Nd}.]*\s*[万亿]?(?:元|块|平方|吨))/gu;
const date = /^\d{4}[-.]\d{1,2}[-.]\d{1,2}$/;

/** Words without these names and without numbers long enough to be a telephone's or a person's. */
export function withoutPeople(words: string, names: readonly string[], instead: string): string {
  const told = names.filter((name) => Array.from(name).length > 1);
  const longestFirst = told.toSorted((one, other) => other.length - one.length);
  const unnamed = longestFirst.reduce((left, name) => left.replaceAll(name, instead), words);
  return unnamed.replace(longNumber, (found) => (date.test(found.normalize("NFKC")) ? found : "＊"));
}

/** 甄别: real and to be dealt with · explained by something known · no topic, put together by chance. */
export type Verdict = "real" | "explained" | "mistaken";
