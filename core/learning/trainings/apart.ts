import { Worker } from "node:worker_threads";
import { addedWords } from "../../language/index.ts";
import type { Material, Trained } from "./train.ts";

/** What a training may hold beside its numbers; one that needs more fails, and the program goes on. */
const mostMegabytes = 512;

/** What the thread is given: it has to cut words like those who ask later. */
export interface Errand {
  readonly material: Material;
  readonly words: readonly string[];
}

/** Trains in a thread of its own, so that nobody waits for it. @throws when it fails, or when it is stopped. */
export function trainApart(material: Material, stopped: AbortSignal): Promise<Trained> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./thread.ts", import.meta.url), {
      workerData: { material, words: addedWords() } satisfies Errand,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    const end = (): void => {
      void thread.terminate();
      reject(new Error("the training was stopped"));
    };
    stopped.addEventListener("abort", end, { once: true });
    thread.once("message", (trained: Trained) => resolve(trained));
    thread.once("error", reject);
    thread.once("exit", () => {
      stopped.removeEventListener("abort", end);
      reject(new Error("the training ended without a model"));
    });
  });
}
