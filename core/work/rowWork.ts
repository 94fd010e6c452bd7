import type { Database, Tx } from "../store/index.ts";
import type { TimeSource } from "../time/index.ts";
import { asClaimant, type Claimant } from "./claimant.ts";

export interface RowWorkPorts<Row> {
  readonly database: Database;
  readonly clock: TimeSource;
  /** How many rows a program does side by side. */
  readonly atOnce: number;
  readonly idOf: (row: Row) => string;
  /** The rows that are due and that no other program does, first wanted first. */
  readonly due: (tx: Tx, claimant: Claimant, limit: number) => Promise<readonly string[]>;
  /** Takes a row, so that no other program does it as long as this one lives. @returns undefined when there is nothing to do. */
  readonly claim: (tx: Tx, id: string, claimant: Claimant) => Promise<Row | undefined>;
  /** Does a row and records what became of it; leaves it as it is once `stopped`. @returns when to try again, if it is not done. */
  readonly perform: (row: Row, stopped: Promise<"stopped">) => Promise<number | undefined>;
}

/** Goes through rows of slow work; what is half-done when the program dies is done again. */
export interface RowWork {
  /** Works until nothing is due; a call while it works makes it look again at once. @returns whether anything was due. */
  drain(): Promise<boolean>;
  /** The rows that are due and that nobody does yet, so many at most. */
  due(limit: number): Promise<readonly string[]>;
  /** Does one row, if it is still to be done and nobody does. @returns when to try again, if it is not done. */
  work(id: string): Promise<number | undefined>;
  /** Ends at once: what is under way is left for the next life. */
  stop(): void;
}

export function createRowWork<Row>(ports: RowWorkPorts<Row>): RowWork {
  const stopped = Promise.withResolvers<"stopped">();
  const underWay = createUnderWay(ports, stopped.promise);
  let isStopped = false;
  const take = async () => (isStopped ? [] : takeDue(ports, underWay));
  return {
    drain: createDrain(underWay, take),
    due: (limit) => asClaimant(ports, (tx, claimant) => ports.due(tx, claimant, limit)),
    async work(id) {
      if (isStopped) return undefined;
      const row = await asClaimant(ports, (tx, claimant) => ports.claim(tx, id, claimant));
      return row && !underWay.has(id) ? underWay.begin(row) : undefined;
    },
    stop() {
      isStopped = true;
      stopped.resolve("stopped");
    },
  };
}

/** Launches what `take` finds until it finds nothing and all have landed; one at a time, however often it is called. */
function createDrain<Row>(
  underWay: UnderWay<Row>,
  take: () => Promise<readonly Row[]>,
): () => Promise<boolean> {
  let again = false;
  let nudged = Promise.withResolvers<void>();
  let draining: Promise<boolean> | undefined;

  async function work(): Promise<boolean> {
    let worked = false;
    try {
      while (again) {
        [again, nudged] = [false, Promise.withResolvers<void>()];
        const before = underWay.size();
        const rows = await take();
        // What landed while rows were taken left its place too late for them.
        if (underWay.size() < before) [again, worked] = [true, true];
        for (const row of rows) underWay.launch(row);
        underWay.throwIfBroken();
        if (again || underWay.size() === 0) continue;
        await Promise.race([underWay.landing(), nudged.promise]);
        underWay.throwIfBroken();
        [again, worked] = [true, true];
      }
      return worked;
    } finally {
      // At once, not when the promise has settled: a call in between would join a drain that looks no more.
      draining = undefined;
    }
  }

  return () => {
    again = true;
    nudged.resolve();
    draining ??= work();
    return draining;
  };
}

/** As many of what is due as may be on their way beside those that are. */
async function takeDue<Row>(ports: RowWorkPorts<Row>, underWay: UnderWay<Row>): Promise<readonly Row[]> {
  const { atOnce } = ports;
  const places = atOnce - underWay.size();
  if (places <= 0) return [];
  return asClaimant(ports, async (tx, claimant) => {
    const taken: Row[] = [];
    for (const id of await ports.due(tx, claimant, atOnce + underWay.size())) {
      if (taken.length >= places || underWay.has(id)) continue;
      const row = await ports.claim(tx, id, claimant);
      if (row) taken.push(row);
    }
    return taken;
  });
}

interface UnderWay<Row> {
  size(): number;
  has(id: string): boolean;
  begin(row: Row): Promise<number | undefined>;
  launch(row: Row): void;
  landing(): Promise<unknown>;
  throwIfBroken(): void;
}

/** Rows on their way, each once. What one that was launched throws is kept until it is asked for: it is the drain's. */
function createUnderWay<Row>(
  { idOf, perform }: RowWorkPorts<Row>,
  stopped: Promise<"stopped">,
): UnderWay<Row> {
  const underWay = new Map<string, Promise<unknown>>();
  let broken: { readonly error: unknown } | undefined;

  function begin(row: Row): Promise<number | undefined> {
    const id = idOf(row);
    const going = perform(row, stopped).finally(() => underWay.delete(id));
    underWay.set(
      id,
      going.catch(() => undefined),
    );
    return going;
  }

  return {
    size: () => underWay.size,
    has: (id) => underWay.has(id),
    begin,
    launch(row) {
      if (underWay.has(idOf(row))) return;
      begin(row).catch((error: unknown) => {
        broken = { error };
      });
    },
    landing: () => Promise.race(underWay.values()),
    throwIfBroken() {
      const failed = broken;
      broken = undefined;
      if (failed) throw failed.error;
    },
  };
}
