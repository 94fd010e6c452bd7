import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const entry = fileURLToPath(new URL("../../main.ts", import.meta.url));

const logLine = z.object({ level: z.number(), msg: z.string(), address: z.string().optional() });
const errorLevel = 50;

/** The real program as a process of its own. */
export interface RunningProgram {
  /** Resolves with its address once it listens; undefined when it ended before. */
  readonly ready: Promise<string | undefined>;
  /** Resolves with its exit code when it has ended, whoever ended it. */
  readonly ended: Promise<number | null>;
  /** Where it listens now; undefined before, and after its end. */
  address(): string | undefined;
  /** What it complained about: error lines of its log and everything on stderr. */
  readonly complaints: readonly string[];
  /** SIGSTOP: it does nothing more, and looks alive. */
  freeze(): void;
  /** SIGKILL: nothing of it can react. */
  kill(): Promise<void>;
  /** SIGTERM. @returns its exit code. */
  stop(): Promise<number | null>;
}

/** Starts `bot/main.ts` on a free port of loopback with the demonstration village. */
export function startProgram(settings: Readonly<Record<string, string>>): RunningProgram {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [entry], {
    env: { PATH, HOME, HTTP_PORT: "0", SEED: "demo", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const complaints: string[] = [];
  const listening = Promise.withResolvers<string | undefined>();
  let address: string | undefined;
  const ended = new Promise<number | null>((resolve) =>
    child.once("close", (code) => {
      address = undefined;
      listening.resolve(undefined);
      resolve(code);
    }),
  );
  createInterface(child.stdout).on("line", (line) => {
    const read = logLine.safeParse(jsonIn(line));
    if (!read.success) return;
    if (read.data.level >= errorLevel) complaints.push(line);
    address ??= read.data.address;
    if (address !== undefined) listening.resolve(address);
  });
  createInterface(child.stderr).on("line", (line) => complaints.push(line));
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  return {
    ready: listening.promise,
    ended,
    address: () => address,
    complaints,
    freeze: () => void child.kill("SIGSTOP"),
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
  };
}

// A line cut off by a kill is no line.
function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
