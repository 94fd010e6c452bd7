/** The whole of a thread that trains once: its material comes with it, what came of it is its only message. */
import { parentPort, workerData } from "node:worker_threads";
import { addWords } from "../../language/index.ts";
import type { Errand } from "./apart.ts";
import { train } from "./train.ts";

const { material, words } = workerData as Errand;
addWords(words);
parentPort?.postMessage(train(material), []);
