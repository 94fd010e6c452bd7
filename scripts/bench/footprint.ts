import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { rssOf } from "./memory.ts";
import { median, type Figure } from "./result.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const starts = 5;

interface Started {
  readonly readyAfter: number;
  readonly rss: number;
}

/** Starts the program as a user does, waits until it says that it is open, and lets it rest. */
async function start(folder: string, rest: number): Promise<Started> {
  const { PATH = "", HOME = "" } = process.env;
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, "bot/start.mjs")], {
    env: {
      PATH,
      HOME,
      HTTP_PORT: "0",
      SEED: "demo",
      DATABASE_URL: `file:${join(folder, "village.db")}`,
      DATA_DIR: folder,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on("line", (line) => {
      if (line.includes('"address"')) resolve();
    });
    void ended.then(() => reject(new Error("the program ended before it was open")));
  });
  await ready;
  const readyAfter = performance.now() - began;
  await wait(rest);
  const rss = rssOf(child);
  child.kill("SIGTERM");
  await ended;
  return { readyAfter, rss };
}

async function benchStart(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "diantong-bench-"));
  const first = await start(folder, 0);
  const others: Started[] = [];
  for (let count = 0; count < starts; count += 1) others.push(await start(folder, count === 0 ? 3_000 : 0));
  rmSync(folder, { recursive: true });
  const readyAfter = median(others.map((one) => one.readyAfter)) / 1000;
  return [
    { name: "footprint: first start, empty folder", value: first.readyAfter / 1000, unit: "s" },
    {
      name: `footprint: start, median of ${starts}`,
      value: readyAfter,
      unit: "s",
      target: { value: 0.8, is: "at most" },
    },
    {
      name: "footprint: RSS after 3 s idle",
      value: others[0]?.rss ?? Number.NaN,
      unit: "MB",
      target: { value: 150, is: "at most" },
    },
  ];
}

/** Bytes a folder takes on the disk; a file with several names counts once. */
function sizeOf(folder: string, counted = new Set<number>()): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) bytes += sizeOf(path, counted);
    else {
      const { ino, blocks } = lstatSync(path);
      if (!counted.has(ino)) bytes += blocks * 512;
      counted.add(ino);
    }
  }
  return bytes;
}

function install(words: readonly string[]): { readonly seconds: number; readonly megabytes: number } {
  const folder = mkdtempSync(join(tmpdir(), "diantong-bench-"));
  for (const file of ["package.json", "package-lock.json"])
    copyFileSync(join(root, file), join(folder, file));
  const began = performance.now();
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", ...words], { cwd: folder, stdio: "ignore" });
  const seconds = (performance.now() - began) / 1000;
  const megabytes = sizeOf(join(folder, "node_modules")) / 1e6;
  rmSync(folder, { recursive: true });
  return { seconds, megabytes };
}

function benchInstall(): readonly Figure[] {
  const production = install(["--omit=dev"]);
  const whole = install([]);
  return [
    {
      name: "footprint: production install, without Node",
      value: production.megabytes,
      unit: "MB",
      target: { value: 200, is: "at most" },
    },
    { name: "footprint: production npm ci", value: production.seconds, unit: "s" },
    {
      name: "footprint: newcomer's npm ci",
      value: whole.seconds,
      unit: "s",
      target: { value: 60, is: "at most" },
    },
  ];
}

/** What it costs to have the program: start, memory, disk, installation. */
export async function benchFootprint(): Promise<readonly Figure[]> {
  return [...(await benchStart()), ...benchInstall()];
}
