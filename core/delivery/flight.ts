/** Groups of messages on their way. */
export interface Flight {
  size(): number;
  /** How many have ended so far. */
  landed(): number;
  launch(sending: Promise<void>): void;
  /** Resolves when the next one has ended. */
  landing(): Promise<void>;
  /** Throws what one of them threw, once. */
  throwIfBroken(): void;
}

/** What one throws is kept until it is asked for: it is the drain's, not the end of the program. */
export function createFlight(): Flight {
  const underWay = new Set<Promise<void>>();
  let broken: { readonly error: unknown } | undefined;
  let landed = 0;
  return {
    size: () => underWay.size,
    landed: () => landed,
    launch(sending) {
      const landing = sending
        .catch((error: unknown) => {
          broken = { error };
        })
        .finally(() => {
          landed += 1;
          underWay.delete(landing);
        });
      underWay.add(landing);
    },
    landing: () => Promise.race(underWay),
    throwIfBroken() {
      const failed = broken;
      broken = undefined;
      if (failed) throw failed.error;
    },
  };
}
