import type { Logger } from "pino";

/** Work begun by a commit; what it throws is for the log, since the next look tries it again. */
export function logged(log: Logger, work: Promise<unknown> | undefined): void {
  work?.catch((error: unknown) => log.error({ err: error }, "work stopped half-way; it is tried again"));
}

/** Begins work after commits, until the program stops: what is left then is done in the next life. */
export function createNudges(log: Logger) {
  let isStopped = false;
  return {
    begin(work: () => Promise<unknown> | undefined): void {
      if (!isStopped) logged(log, work());
    },
    isStopped: () => isStopped,
    stop(): void {
      isStopped = true;
    },
  };
}
