import { Worker } from "node:worker_threads";
import type { Read } from "./read.ts";

/** How much one document may cost. */
export interface Limits {
  readonly milliseconds: number;
  /** Of what the thread itself holds, and of what its buffers hold. */
  readonly heapMegabytes: number;
  readonly bufferMegabytes: number;
}

/** Ten times what the longest statute takes on a slow machine. */
export const usualLimits: Limits = { milliseconds: 20_000, heapMegabytes: 256, bufferMegabytes: 256 };

const lookEvery = 50;
const megabyte = 1_048_576;

/** Reads a document in a thread of its own, ended when it takes too long or too much: no file keeps anybody waiting. */
export async function readInWorker(bytes: Uint8Array, limits: Limits = usualLimits): Promise<Read> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
    env: {},
    execArgv: [],
  });
  const { promise, resolve, reject } = Promise.withResolvers<Read>();
  worker.once("message", (read: Read) => resolve(read));
  worker.once("error", (error: NodeJS.ErrnoException) =>
    error.code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve({ why: "too_hard" }) : reject(error),
  );
  worker.once("exit", () => resolve({ why: "too_hard" }));
  const late = setTimeout(() => resolve({ why: "too_hard" }), limits.milliseconds);
  const look = setInterval(() => {
    void holdsTooMuch(worker, limits).then((isTooMuch) => isTooMuch && resolve({ why: "too_hard" }));
  }, lookEvery);
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    clearInterval(look);
    await worker.terminate();
  }
}

/** Buffers stand outside of the heap, which alone the thread's own limit knows. */
async function holdsTooMuch(worker: Worker, { bufferMegabytes }: Limits): Promise<boolean> {
  const statistics = await worker.getHeapStatistics().catch(() => undefined);
  return (statistics?.external_memory ?? 0) > bufferMegabytes * megabyte;
}
