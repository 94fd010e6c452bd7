import { setTimeout as wait } from "node:timers/promises";
import { startProgram, type RunningProgram } from "./runningProgram.ts";

/** Processes beside the one under trial, each with a role. */
export interface Helpers {
  /** Kills one of them, another each time, and starts it again; `look` is called when it did its last and is not yet dead. */
  killNext(look: () => Promise<void>): Promise<void>;
  /** @returns what they complained about. */
  stop(): Promise<readonly string[]>;
  /** SIGKILL for all that still run. */
  end(): Promise<void>;
}

export function startHelpers(roles: readonly string[], settings: Readonly<Record<string, string>>): Helpers {
  const start = (role: string): RunningProgram => startProgram({ ...settings, HTTP_PORT: "0", ROLE: role });
  const running = roles.map((role) => ({ role, program: start(role) }));
  const complaints: string[] = [];
  let kills = 0;
  return {
    async killNext(look) {
      const next = running[kills % Math.max(1, running.length)];
      kills += 1;
      if (!next) return look();
      // Others take over at once what a dead one had.
      next.program.freeze();
      await wait(5);
      await look();
      await next.program.kill();
      complaints.push(...next.program.complaints);
      next.program = start(next.role);
    },
    async stop() {
      for (const { program } of running) {
        const code = await program.stop();
        complaints.push(...program.complaints, ...(code === 0 ? [] : [`SIGTERM ended it with ${code}`]));
      }
      return complaints;
    },
    async end() {
      await Promise.all(running.map(({ program }) => program.kill()));
    },
  };
}
