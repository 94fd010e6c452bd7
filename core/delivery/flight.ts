/** Groups on their way. What one throws is kept until it is asked for: it is the drain's, not the end of the program. */
export function createFlight() {
  const underWay = new Set<Promise<void>>();
  let broken: { readonly error: unknown } | undefined;
  return {
    size: () => underWay.size,
    launch(sending: Promise<void>): void {
      const landing = sending
        .catch((error: unknown) => {
          broken = { error };
        })
        .finally(() => underWay.delete(landing));
      underWay.add(landing);
    },
    landing: () => Promise.race(underWay),
    throwIfBroken(): void {
      const failed = broken;
      broken = undefined;
      if (failed) throw failed.error;
    },
  };
}
