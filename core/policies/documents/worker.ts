/** Reads one document apart from the program, in a thread that can be ended. */
import { parentPort, workerData } from "node:worker_threads";
import { readDocument } from "./read.ts";

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no page and has no origin
parentPort?.postMessage(await readDocument(workerData as Uint8Array));
