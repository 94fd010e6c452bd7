/** The whole of a thread that trains once: its material comes with it, what came of it is its only message. */
import { parentPort, workerData } from "node:worker_threads";
import { train, type Material } from "./train.ts";

parentPort?.postMessage(train(workerData as Material), []);
