import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A program started by a test, in a process of its own so that it can be killed. */
export interface Child {
  readonly pid: number;
  /** Every line it has printed so far. */
  readonly lines: readonly string[];
  /** Resolves with the first line, printed already or later, that begins so; rejects when it ends without one. */
  line(beginning: string): Promise<string>;
  /** Ends it with SIGKILL: nothing of it can react. */
  kill(): Promise<void>;
}

/** Starts one of the small programs in `children/` with the Node that runs the tests. */
export function startChild(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Child {
  const path = fileURLToPath(new URL(`children/${program}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...words], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return listening(child);
}

function listening(child: ChildProcess & { stdout: NonNullable<ChildProcess["stdout"]> }): Child {
  const lines: string[] = [];
  const watchers = new Set<() => void>();
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  createInterface(child.stdout).on("line", (line) => {
    lines.push(line);
    for (const watch of watchers) watch();
  });
  return {
    pid: child.pid ?? 0,
    lines,
    line: async (beginning) =>
      await new Promise((resolve, reject) => {
        const watch = (): void => {
          const found = lines.find((line) => line.startsWith(beginning));
          if (found === undefined) return;
          watchers.delete(watch);
          resolve(found);
        };
        watchers.add(watch);
        watch();
        void ended.then(() =>
          reject(new Error(`The child ended without "${beginning}": ${lines.join(" | ")}`)),
        );
      }),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
