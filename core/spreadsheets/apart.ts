import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { Worker } from "node:worker_threads";
import type { Line } from "./model.ts";
import type { Unpacked } from "./read.ts";

/** How much one table may cost. */
export interface Limits {
  readonly milliseconds: number;
  /** Of what the thread itself holds. */
  readonly heapMegabytes: number;
}

/** Five times what the largest table that is taken needs here; its shared words alone are some 200 MB. */
const usualLimits: Limits = { milliseconds: 60_000, heapMegabytes: 768 };

/**
 * Reads the table in the file `from` in a thread of its own and lays its rows down in the file `to`, for `linesOf`. It is ended
 * when it takes too long or too much, or once `stopped`: no file keeps anybody waiting.
 */
export async function unpackSheet(
  from: string,
  to: string,
  limits: Limits = usualLimits,
  stopped: Promise<unknown> = new Promise(() => undefined),
): Promise<Unpacked> {
  const worker = new Worker(new URL("./thread.ts", import.meta.url), {
    workerData: { from, to },
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
    env: {},
    execArgv: [],
  });
  const { promise, resolve, reject } = Promise.withResolvers<Unpacked>();
  worker.once("message", (unpacked: Unpacked) => resolve(unpacked));
  worker.once("error", (error: NodeJS.ErrnoException) =>
    error.code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve({ why: "too_hard" }) : reject(error),
  );
  worker.once("exit", () => resolve({ why: "too_hard" }));
  const late = setTimeout(() => resolve({ why: "too_hard" }), limits.milliseconds);
  void stopped.then(() => resolve({ why: "too_hard" }));
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}

/** The rows that `unpackSheet` laid down, one after the other. */
export async function* linesOf(path: string): AsyncGenerator<Line, void, undefined> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  for await (const words of lines) {
    const [number, ...cells] = JSON.parse(words) as readonly [number, ...string[]];
    yield { number, cells };
  }
}
