/** Chance that comes out the same for the same seed. */
export interface Chance {
  /** Does something come true that is so likely? */
  happens(likelihood: number): boolean;
  below(count: number): number;
  oneOf<T>(list: readonly T[]): T | undefined;
}

/** Mulberry32: small, fast, and good enough to decide whether somebody dawdles. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  function draw(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const below = (count: number): number => Math.floor(draw() * count);
  return { happens: (likelihood) => draw() < likelihood, below, oneOf: (list) => list[below(list.length)] };
}
