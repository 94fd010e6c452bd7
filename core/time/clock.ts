/** The only source of the present moment; injected, so that tests can let two days pass. */
export interface TimeSource {
  /** Epoch milliseconds. */
  now(): number;
}

export const systemClock: TimeSource = { now: () => Date.now() };

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
