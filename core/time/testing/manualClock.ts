import type { TimeSource } from "../clock.ts";

/** A clock that moves only when told. */
export interface ManualClock extends TimeSource {
  pass(milliseconds: number): void;
  set(at: number): void;
}

/** @param at epoch milliseconds; by default Monday 23 November 2026, 16:20 in China. */
export function createManualClock(at = Date.UTC(2026, 10, 23, 8, 20)): ManualClock {
  let now = at;
  return {
    now: () => now,
    pass(milliseconds) {
      now += milliseconds;
    },
    set(moment) {
      now = moment;
    },
  };
}
