import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("powerLoss.c", import.meta.url));
const cache = fileURLToPath(new URL("../../../node_modules/.cache/", import.meta.url));
const suffix = ".synced";

function compile(): string | { readonly missing: string } {
  if (process.platform !== "linux") return { missing: "skipped: power loss is simulated on Linux only" };
  const version = createHash("sha256").update(readFileSync(source)).digest("hex").slice(0, 12);
  const built = join(cache, `powerLoss-${version}.so`);
  if (existsSync(built)) return built;
  mkdirSync(cache, { recursive: true });
  const building = `${built}.${process.pid}`;
  try {
    const words = ["-shared", "-fPIC", "-O2", "-o", building, source, "-ldl"];
    execFileSync("cc", words, { stdio: ["ignore", "ignore", "pipe"] });
    renameSync(building, built);
    return built;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      return { missing: "skipped: no C compiler (cc) here" };
    throw error;
  }
}

let library: ReturnType<typeof compile> | undefined;

/** Why power loss cannot be simulated here, as the name of a skipped test; undefined where it can. */
export function powerLossIsMissing(): string | undefined {
  library ??= compile();
  return typeof library === "string" ? undefined : library.missing;
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/**
 * The environment for a child process whose files in `folder` can lose power. What is there already counts as on disk.
 * Call it again before each start.
 */
export function powerLossEnvironment(folder: string): Readonly<Record<string, string>> {
  library ??= compile();
  if (typeof library !== "string") throw new Error(library.missing);
  for (const file of filesIn(folder)) {
    if (file.endsWith(suffix)) rmSync(file);
    else copyFileSync(file, `${file}${suffix}`);
  }
  return { LD_PRELOAD: library, POWER_LOSS_FOLDER: realpathSync(folder) };
}

/**
 * The worst power cut, once the child is dead: every file in `folder` is again what it was when it was last synced,
 * and a file that was never synced is gone.
 */
export function losePower(folder: string): void {
  for (const file of filesIn(folder)) {
    if (file.endsWith(suffix)) continue;
    if (existsSync(`${file}${suffix}`)) renameSync(`${file}${suffix}`, file);
    else rmSync(file);
  }
  for (const file of filesIn(folder)) if (file.endsWith(suffix)) rmSync(file);
}
