import { setImmediate as yieldToOthers, setTimeout as wait } from "node:timers/promises";

interface Waiting<T> {
  readonly item: T;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** The time in which others may join; with 0 only those who are here already do. */
export async function gathering(milliseconds: number): Promise<void> {
  await (milliseconds > 0 ? wait(milliseconds) : yieldToOthers());
}

/**
 * Lets what comes within some milliseconds share one commit; each call resolves when its own item is done. When doing them
 * together fails, each is done alone, so that one cannot spoil the others.
 */
export function gatherer<T>(
  milliseconds: number,
  commit: (items: readonly T[]) => Promise<void>,
): (item: T) => Promise<void> {
  let gathered: Waiting<T>[] = [];

  async function flush(): Promise<void> {
    const waiting = gathered;
    gathered = [];
    try {
      await commit(waiting.map(({ item }) => item));
      for (const { resolve } of waiting) resolve();
    } catch (error) {
      const isAlone = waiting.length === 1;
      for (const { item, resolve, reject } of waiting) {
        if (isAlone) reject(error);
        else await commit([item]).then(resolve, reject);
      }
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      gathered.push({ item, resolve, reject });
      if (gathered.length === 1) void gathering(milliseconds).then(flush);
    });
}
