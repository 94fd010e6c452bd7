import { minute, type TimeSource } from "../../core/time/index.ts";

/**
 * A kind of slow work whose rows in the database say what is to be done: fetching the files of one platform today. Speech,
 * pictures and sheets, exports, imports, training: each is one more kind in the list given to `createJobs`.
 */
export interface JobKind {
  /** Names its queue, the same in every process. */
  readonly name: string;
  /** How many a process does side by side. */
  readonly atOnce: number;
  /** Does what is due, until nothing is. @returns whether anything was. */
  drain(): Promise<boolean>;
  /** The ids of rows that are due and that nobody works on, so many at most. */
  due(limit: number): Promise<readonly string[]>;
  /** Does one row, if it is still to be done and nobody does. @returns when to try again, if it did not succeed. */
  work(id: string): Promise<number | undefined>;
  /** Ends at once: what is under way is left for another process or the next life. */
  stop(): void;
}

/** What brings ids to the processes that work. It may lose any of them at any moment: they are handed to it again. */
export interface Carrier {
  /** Can it take ids now? */
  isUp(): boolean;
  /** @throws when it did not take them. */
  carry(kind: JobKind, ids: readonly string[]): Promise<void>;
  /** From now on this process does what is brought to it. */
  serve(kinds: readonly JobKind[], clock: TimeSource): void;
  /** Takes nothing more from it. */
  stop(): void;
}

/** Slow work, done soon after the commit that asked for it, and once. */
export interface Jobs {
  /** The transaction that asks for a row of the kind of this name has committed; where nobody does that kind, it waits. */
  wanted(name: string, id: string): Promise<void>;
  /** Called every second: finds what nobody was told about. */
  look(): Promise<void>;
  /** Does everything that is due, here. @returns whether anything was. */
  drain(): Promise<boolean>;
  stop(): void;
}

/** So many ids are handed over at a time; the next minute brings the next. */
const mostIds = 1_000;
/** How long what a carrier lost can wait. */
const handOverEvery = minute;

/** Without a carrier, or while it is down, the same work is found by looking at the database. */
export function createJobs(kinds: readonly JobKind[], clock: TimeSource, carrier?: Carrier): Jobs {
  const reconciler = carrier && createReconciler(kinds, clock, carrier);
  const drain = async (): Promise<boolean> => {
    const worked = await Promise.all(kinds.map((kind) => kind.drain()));
    return worked.includes(true);
  };
  let isServing = false;
  return {
    async wanted(name, id) {
      const kind = kinds.find((one) => one.name === name);
      if (!kind) return;
      if (!carrier?.isUp()) return void (await kind.drain());
      // Not taken: the carrier has just gone down, and the work is found without it.
      await carrier.carry(kind, [id]).catch(() => kind.drain());
    },
    async look() {
      if (!isServing) carrier?.serve(kinds, clock);
      isServing = true;
      if (!reconciler || !carrier?.isUp()) {
        reconciler?.begin();
        await drain();
        return;
      }
      await reconciler.look();
    },
    drain,
    stop() {
      carrier?.stop();
      for (const kind of kinds) kind.stop();
    },
  };
}

/** Hands over every minute, and at once when the carrier has come up, what is due and perhaps nobody knows of. */
function createReconciler(kinds: readonly JobKind[], clock: TimeSource, carrier: Carrier) {
  const lastSeen = new Map<JobKind, ReadonlySet<string>>();
  let nextAt = -Infinity;

  async function handOver(kind: JobKind): Promise<void> {
    const ids = await kind.due(mostIds);
    const known = lastSeen.get(kind);
    lastSeen.set(kind, new Set(ids));
    if (ids.length === 0) return;
    await carrier.carry(kind, ids).catch(() => kind.drain());
    // A minute in the carrier's hands and still nobody has begun: this process does not wait for it any longer.
    if (ids.some((id) => known?.has(id))) await kind.drain();
  }

  return {
    /** What is due is handed over at the next look. */
    begin(): void {
      nextAt = -Infinity;
    },
    async look(): Promise<void> {
      if (clock.now() < nextAt) return;
      nextAt = clock.now() + handOverEvery;
      await Promise.all(kinds.map(handOver));
    },
  };
}
