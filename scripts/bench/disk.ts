import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, type Figure } from "./result.ts";

const times = 200;

/** How long this disk takes to keep 4 kB: the price of one durable commit. */
export function benchDisk(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "diantong-bench-"));
  const descriptor = openSync(join(folder, "file"), "w");
  const page = Buffer.alloc(4096, 1);
  const took = Array.from({ length: times }, () => {
    const began = performance.now();
    writeSync(descriptor, page);
    fdatasyncSync(descriptor);
    return performance.now() - began;
  });
  closeSync(descriptor);
  rmSync(folder, { recursive: true });
  return Promise.resolve([{ name: "disk: write and sync 4 kB", value: median(took), unit: "ms" }]);
}
