/** The demonstration's life on the stage of the transcripts: the real program on a new database, with a clock that can be put forward. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createProgramStage } from "../../bot/testing/programStage.ts";
import { play, type Stage } from "../../core/dialogue/testing/index.ts";
import { openDatabase, type Database } from "../../core/store/index.ts";

/** Pictures that the story's people send. */
const pictures = ["lamp-broken.jpg", "lamp-mended.jpg"];

/** A stage, and the moment it has come to. */
export interface Theatre {
  readonly stage: Stage;
  /** Epoch milliseconds on the clock of the story. */
  readonly now: () => number;
}

/** Gives `tell` a theatre with a SQLite database of its own; both are gone afterwards. */
export async function withTheatre<T>(tell: (theatre: Theatre) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), "diantong-demo-"));
  const url = `file:${join(dataDir, "village.db")}`;
  let database: Database | undefined;
  const open = async () => {
    await database?.close();
    const opened = await openDatabase(url, { dataDir });
    database = opened;
    return { ...opened, url, dataDir, reopen: open };
  };
  try {
    const stage = await createProgramStage(await open());
    for (const name of pictures) stage.adapter.files.set(name, readFileSync(new URL(name, import.meta.url)));
    return await tell({ stage, now: () => stage.clock.now() });
  } finally {
    await database?.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * Plays the transcript at `path` and compares it with itself.
 * @returns undefined where everything went as written, else the first line that went otherwise.
 */
export async function playedOtherwise(path: string, stage: Stage): Promise<Difference | undefined> {
  const written = readFileSync(path, "utf8").split("\n");
  const played = (await play(path, stage)).split("\n");
  const line = Array.from({ length: Math.max(written.length, played.length) }, (_, index) => index).find(
    (index) => written[index] !== played[index],
  );
  if (line === undefined) return undefined;
  return { line: line + 1, told: written[line] ?? "", happened: played[line] ?? "" };
}

export interface Difference {
  /** Counted from 1, in the transcript as it was played. */
  readonly line: number;
  readonly told: string;
  readonly happened: string;
}
