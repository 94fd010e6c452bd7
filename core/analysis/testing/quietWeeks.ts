import { hotTopics, pastWeeks, type Place, type Told } from "../model.ts";

/** A county in which nothing happens: every count is drawn about the same mean, week after week. */
export interface Quiet {
  readonly villages: number;
  readonly townships: number;
  readonly kinds: number;
  /** People a week in the whole county; villages and kinds differ from each other by tenfold and more. */
  readonly people: number;
  /** How much the variance of a count is above its mean: 0 for Poisson's, 1 for twice as much. */
  readonly lumpiness: number;
  /** How much more is told in this week than in those before: 1 for as much. */
  readonly growth: number;
}

/** Draws from 0 to 1, the same for the same seed. */
export function createDraws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function normal(draw: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
}

function poisson(mean: number, draw: () => number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(draw)));
  let [left, count] = [Math.exp(-mean), 0];
  for (let product = draw(); product > left; product *= draw()) count += 1;
  left = 0;
  return count;
}

/** A count about a mean of which the variance is `1 + lumpiness` times the mean: groups of several people at once. */
function lumpy(mean: number, lumpiness: number, draw: () => number): number {
  if (lumpiness === 0) return poisson(mean, draw);
  // Groups of 1 + a geometric number of others have this variance in sum.
  const others = lumpiness / 2;
  let count = 0;
  for (let groups = poisson(mean / (1 + others), draw); groups > 0; groups -= 1) {
    count += 1;
    while (draw() < others / (1 + others)) count += 1;
  }
  return count;
}

/** The places of such a county, and what each village and each kind usually has. */
export function quietCounty(quiet: Quiet, draw: () => number) {
  const places: Place[] = [{ code: "c", above: null }];
  for (let at = 0; at < quiet.townships; at += 1) places.push({ code: `t${at}`, above: "c" });
  const villages = Array.from({ length: quiet.villages }, (_, at) => `v${at}`);
  for (const [at, code] of villages.entries()) places.push({ code, above: `t${at % quiet.townships}` });
  const weights = villages.flatMap((place) =>
    Array.from({ length: quiet.kinds }, (_, kind) => ({
      place,
      kind: `k${kind}`,
      weight: Math.exp(normal(draw)),
    })),
  );
  const whole = weights.reduce((total, { weight }) => total + weight, 0);
  const means = weights.map(({ weight, ...of }) => ({ ...of, mean: (weight / whole) * quiet.people }));
  return {
    places,
    /** What is told in one week and the twelve before. */
    week: (): readonly Told[] =>
      means.map(({ mean, ...of }) => ({
        ...of,
        weeks: Array.from({ length: pastWeeks + 1 }, (_, ago) =>
          lumpy(ago === 0 ? mean * quiet.growth : mean, quiet.lumpiness, draw),
        ),
      })),
  };
}

/** How many topics a number of quiet weeks give, though nothing happened. */
export function falseAlarms(quiet: Quiet, weeks: number, seed: number): number {
  const { places, week } = quietCounty(quiet, createDraws(seed));
  let found = 0;
  for (let at = 0; at < weeks; at += 1) found += hotTopics(week(), places).length;
  return found;
}

/** In how many of so many weeks a burst of people in one village, of a kind that was told of there as usual, is found. */
export function burstsFound(quiet: Quiet, people: number, weeks: number, seed: number): number {
  const draw = createDraws(seed);
  const { places, week } = quietCounty(quiet, draw);
  let hits = 0;
  for (let at = 0; at < weeks; at += 1) {
    const told = week();
    const which = Math.floor(draw() * told.length);
    const burst = told.map((one, index) =>
      index === which
        ? { ...one, weeks: one.weeks.map((count, ago) => (ago === 0 ? count + people : count)) }
        : one,
    );
    const topics = hotTopics(burst, places);
    if (topics.some(({ place, kind }) => place === told[which]?.place && kind === told[which]?.kind))
      hits += 1;
  }
  return hits;
}
