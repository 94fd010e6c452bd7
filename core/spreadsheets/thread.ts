/** Unpacks one table apart from the program, in a thread that can be ended. */
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { readSheet, type Unpacked } from "./read.ts";

const { from, to } = workerData as { readonly from: string; readonly to: string };
const writtenAtOnce = 64_000;
const file = openSync(to, "w", 0o600);
let waiting: string[] = [];
let waits = 0;

function write(): void {
  if (waiting.length > 0) writeSync(file, `${waiting.join("\n")}\n`);
  [waiting, waits] = [[], 0];
}

const unpacked: Unpacked = await readSheet(readFileSync(from), ({ number, cells }) => {
  const line = JSON.stringify([number, ...cells]);
  waiting.push(line);
  waits += line.length;
  if (waits > writtenAtOnce) write();
});
write();
closeSync(file);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no page and has no origin
parentPort?.postMessage(unpacked);
