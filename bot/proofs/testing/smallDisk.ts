import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of its own that can be filled. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes every byte that is free. */
  fill(): void;
  /** Gives them back. */
  empty(): void;
  remove(): void;
}

const size = "64m";
const block = Buffer.alloc(4_096);

/** Why there is none here, as the name of a skipped test; undefined where there can be. */
export function smallDiskIsMissing(): string | undefined {
  const probe = mkdtempSync(join(tmpdir(), "diantong-disk-"));
  try {
    mount(probe);
    execFileSync("umount", [probe], { stdio: "ignore" });
    return undefined;
  } catch {
    return "skipped: only root can make a small disk (tmpfs)";
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

function mount(folder: string): void {
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder], { stdio: "ignore" });
}

/** Mounts one; `smallDiskIsMissing` says whether that can be. */
export function openSmallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "diantong-disk-"));
  mount(folder);
  mkdirSync(join(folder, "data"));
  const ballast = join(folder, "ballast");
  return {
    folder: join(folder, "data"),
    fill() {
      const file = openSync(ballast, "a");
      try {
        for (;;) writeSync(file, block);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      } finally {
        closeSync(file);
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    remove() {
      execFileSync("umount", [folder], { stdio: "ignore" });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
