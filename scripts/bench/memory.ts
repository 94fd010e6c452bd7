import { readFileSync } from "node:fs";
import type { ChildProcess } from "node:child_process";

/** What a process holds in memory, MB. */
export function rssOf({ pid = 0 }: ChildProcess): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, "utf8"))?.[1]) / 1000;
}
