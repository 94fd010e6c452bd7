import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { createProgram, type Program } from "../../bot/program.ts";
import { addressOf, type Body, type Outbound } from "../../core/channel/index.ts";
import { createPaperAdapter, type PaperAdapter } from "../../core/channel/testing/paperAdapter.ts";
import { KeptFiles } from "../../core/media/index.ts";
import { openDatabase, type Database } from "../../core/store/index.ts";
import { createManualClock, type ManualClock } from "../../core/time/testing/manualClock.ts";

export const timeZone = "Asia/Shanghai";

/** A stage of a clock that rang. */
interface Rung {
  readonly clock: number;
  readonly revision: number;
  readonly stage: string;
}

/** The real program on a database of its own, with a clock that is put forward. */
export interface World {
  readonly clock: ManualClock;
  readonly database: Database;
  readonly adapter: PaperAdapter;
  readonly program: Program;
  /** Lines of the log from a warning on. */
  readonly errors: readonly string[];
  /** Every stage of a clock that rang, from the log. */
  readonly rung: readonly Rung[];
  /** Somebody says something, and everything that follows is done. */
  text(who: string, words: string): Promise<void>;
  press(who: string, token: string): Promise<void>;
  /** Somebody presses something and answers what she is asked for, one answer after the other. */
  talk(who: string, token: string, ...answers: readonly string[]): Promise<void>;
  /** Somebody presses the newest button with a label that she was shown; nothing where there is none. */
  pressShown(who: string, label: string): Promise<void>;
  /** The last words that somebody was told; none where nothing was. */
  heard(who: string): string;
  close(): Promise<void>;
}

/** In memory, where the system has such a folder: a simulation proves nothing about disks, and waits for none. */
function memoryFolder(): string {
  const inMemory = "/dev/shm";
  return existsSync(inMemory) ? inMemory : tmpdir();
}

/** @param start epoch milliseconds. */
export async function openWorld(start: number): Promise<World> {
  const folder = mkdtempSync(join(memoryFolder(), "diantong-simulation-"));
  const database = await openDatabase(`file:${join(folder, "world.db")}`, { dataDir: folder });
  const [clock, adapter] = [createManualClock(start), createPaperAdapter()];
  const heard = createListener();
  const program = createProgram({
    database,
    clock,
    adapters: [adapter],
    timeZone,
    gatherMs: 0,
    log: heard.log,
    files: new KeptFiles(join(folder, "media")),
  });
  await program.recover();
  return {
    clock,
    database,
    adapter,
    program,
    errors: heard.errors,
    rung: heard.rung,
    ...speaker(program, adapter, clock),
    async close() {
      await program.settle();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What people can say and have heard. */
function speaker(
  program: Program,
  { channel, bot, sent }: PaperAdapter,
  clock: ManualClock,
): Pick<World, "text" | "press" | "talk" | "pressShown" | "heard"> {
  let updates = 0;
  const say = async (who: string, body: Body): Promise<void> => {
    const dedupeKey = `update-${(updates += 1)}`;
    const from = { channel, bot, chat: who, actor: { id: who, name: who }, group: false, addressed: true };
    await program.intake.accept([{ ...from, dedupeKey, at: clock.now(), body }]);
    await program.settle();
  };
  return {
    text: (who, words) => say(who, { type: "text", text: words }),
    press: (who, token) => say(who, { type: "action", token }),
    async talk(who, token, ...answers) {
      await say(who, { type: "action", token });
      for (const text of answers) await say(who, { type: "text", text });
    },
    async pressShown(who, label) {
      const address = addressOf({ channel, bot, chat: who });
      const isIt = (button: Outbound["buttons"][number]) => button.label === label;
      const shown = sent.findLast(({ to, buttons }) => to === address && buttons.some(isIt));
      const token = shown?.buttons.find(isIt)?.token;
      if (token !== undefined) await say(who, { type: "action", token });
    },
    heard(who) {
      const address = addressOf({ channel, bot, chat: who });
      return sent.findLast(({ to }) => to === address)?.text ?? "";
    },
  };
}

/** Reads the log as an operator would: what rang, and what went wrong. */
function createListener() {
  const [errors, rung]: [string[], Rung[]] = [[], []];
  const write = (line: string): void => {
    const said = JSON.parse(line) as { readonly level: number } & Partial<Rung>;
    const { clock, revision, stage } = said;
    if (said.level >= seriousLevel) errors.push(line);
    if (clock !== undefined && revision !== undefined && stage !== undefined)
      rung.push({ clock, revision, stage });
  };
  return { errors, rung, log: pino({ level: "debug" }, { write }) };
}

/** pino's number for a warning. */
const seriousLevel = 40;
