import type { FileRef } from "../channel/index.ts";
import { forgetFiles, ownFile } from "../media/index.ts";
import type { Database, Tx } from "../store/index.ts";
import type { TimeSource } from "../time/index.ts";
import { createRowWork, type RowWork } from "../work/index.ts";
import { hashOf } from "./hash.ts";
import type { Picture } from "./model.ts";
import type { Painted } from "./painter.ts";
import {
  claimPicture,
  duePictures,
  endPicture,
  postponePicture,
  supersededBy,
  type Wanted,
} from "./store.ts";

/** So many are on their way side by side: one is drawn while others are read and kept. */
export const picturesAtOnce = 4;
/** A picture that cannot be drawn so often never will be. */
const mostAttempts = 3;
const tryAgainAfter = 60_000;

export interface DrawingPorts {
  readonly database: Database;
  readonly clock: TimeSource;
  /** What the picture of a subject shows, now; undefined when nobody wants it any more. */
  readonly describe: (tx: Tx, subject: string) => Promise<Picture | undefined>;
  /** Draws it, in a thread of its own. */
  readonly paint: (picture: Picture) => Promise<Painted>;
  /** Keeps the bytes of a page. @returns the name under which they are kept. */
  readonly keep: (page: Uint8Array) => Promise<string>;
  /** Removes the bytes of a page that nobody can be shown any more. */
  readonly remove: (name: string) => Promise<void>;
  /** It is there: whoever waits for it gets it, in the transaction that ends the waiting. */
  readonly drawn: (tx: Tx, subject: string, pages: readonly FileRef[]) => Promise<unknown>;
  /** The operator should know: it could not be drawn, or signs are missing in the font. */
  readonly report: (what: {
    readonly subject: string;
    readonly error?: unknown;
    readonly missing?: string;
  }) => void;
}

/** Draws every picture that waits; one that a program died over is drawn again, and told of once. */
export function createDrawing(ports: DrawingPorts): RowWork {
  return createRowWork<Wanted>({
    database: ports.database,
    clock: ports.clock,
    atOnce: picturesAtOnce,
    idOf: ({ subject }) => subject,
    due: duePictures,
    claim: claimPicture,
    perform: (wanted, stopped) => perform(ports, wanted, stopped),
  });
}

async function perform(
  ports: DrawingPorts,
  wanted: Wanted,
  stopped: Promise<"stopped">,
): Promise<number | undefined> {
  const { database, clock, describe, paint, report } = ports;
  const { subject } = wanted;
  const picture = await database.transaction((tx) => describe(tx, subject));
  if (!picture) return end(ports, wanted, "needless");
  try {
    const painted = await Promise.race([paint(picture), stopped]);
    if (painted === "stopped") return undefined;
    if (painted.missing !== "") report({ subject, missing: painted.missing });
    return await hand(ports, wanted, { picture, pages: painted.pages });
  } catch (error) {
    report({ subject, error });
    if (wanted.attempts + 1 >= mostAttempts) return end(ports, wanted, "failed");
    const at = clock.now() + tryAgainAfter;
    await database.transaction((tx) => postponePicture(tx, wanted, at));
    return at;
  }
}

async function end(ports: DrawingPorts, wanted: Wanted, state: "needless" | "failed"): Promise<undefined> {
  const { clock } = ports;
  await forgetting(ports, async (tx) => {
    if (!(await endPicture(tx, wanted, { state }, clock.now()))) return [];
    return forgotten(tx, await supersededBy(tx, wanted, []));
  });
}

/** Forgets pages in the transaction that makes them useless, and removes their bytes after it. */
async function forgetting(
  { database, remove }: DrawingPorts,
  work: (tx: Tx) => Promise<readonly string[]>,
): Promise<void> {
  for (const name of await database.transaction(work)) await remove(name);
}

async function forgotten(tx: Tx, names: readonly string[]): Promise<readonly string[]> {
  const files: FileRef[] = [];
  for (const id of names) files.push(await ownFile(tx, { id }, 0));
  return forgetFiles(tx, files);
}

/** Kept first and told of after: a crash in between costs a second drawing and nothing else. */
async function hand(
  ports: DrawingPorts,
  wanted: Wanted,
  { picture, pages }: { readonly picture: Picture; readonly pages: readonly Uint8Array[] },
): Promise<undefined> {
  const { clock, keep, drawn } = ports;
  const files: string[] = [];
  for (const page of pages) files.push(await keep(page));
  await forgetting(ports, async (tx) => {
    const now = clock.now();
    const kept = { files, shows: hashOf(picture) };
    if (!(await endPicture(tx, wanted, { state: "drawn", kept }, now))) return [];
    const refs: FileRef[] = [];
    for (const id of files) refs.push(await ownFile(tx, { id }, now));
    await drawn(tx, wanted.subject, refs);
    return forgotten(tx, await supersededBy(tx, wanted, files));
  });
}
