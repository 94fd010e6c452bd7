import type { Body } from "../channel/index.ts";
import { keptName, type KeptFiles } from "../media/index.ts";
import type { Database, Tx } from "../store/index.ts";
import type { TimeSource } from "../time/index.ts";
import { createRowWork, type RowWork } from "../work/index.ts";
import { fateOfFailure, isLate, patience, wordsHeard, type TranscriptState } from "./model.ts";
import { claimTranscript, dueTranscripts, endTranscript, postponeTranscript, type Untold } from "./store.ts";
import type { Heard, Transcriber } from "./transcriber.ts";

/** How many voices a program has transcribed side by side. */
export const voicesAtOnce = 2;

export interface TranscribingPorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly files: Pick<KeptFiles, "find" | "read">;
  /** Where there is none, voices that still wait go on as they are. */
  readonly transcriber: Transcriber | undefined;
  /** Writes into the inbox what she is taken to have said, in the transaction that ends the waiting. */
  readonly told: (tx: Tx, untold: Untold, body: Body) => Promise<void>;
  /** The operator should know; holds no words and no key. */
  readonly report: (why: string) => void;
}

type End = Exclude<TranscriptState, "waiting">;
type Fate =
  | { readonly end: End; readonly words?: string }
  | { readonly nextAt: number; readonly tried: 0 | 1 };

/** Has every voice that waits transcribed, and lets it go on: with its words, or as it is. */
export function createTranscribing(ports: TranscribingPorts): RowWork {
  const { database, clock } = ports;
  // A service that asks for a pause gets it from all voices, not from the one it told.
  let pausedUntil = -Infinity;

  async function perform(untold: Untold, stopped: Promise<"stopped">): Promise<number | undefined> {
    const heard = clock.now() < pausedUntil ? "paused" : await Promise.race([hear(ports, untold), stopped]);
    if (heard === "stopped") return undefined;
    if (typeof heard === "object" && heard.kind !== "heard") ports.report(whyOf(heard));
    if (typeof heard === "object" && heard.kind === "later" && heard.afterMs !== undefined)
      pausedUntil = clock.now() + heard.afterMs;
    return record(ports, untold, fateOf(ports, untold, heard, pausedUntil));
  }

  return createRowWork<Untold>({
    database,
    clock,
    atOnce: voicesAtOnce,
    idOf: ({ inboxId }) => String(inboxId),
    due: dueTranscripts,
    claim: claimTranscript,
    perform,
  });
}

function whyOf(heard: Exclude<Heard, { kind: "heard" }>): string {
  if (heard.kind === "later") return heard.why;
  return heard.kind === "refused" ? `status ${heard.status}` : heard.kind;
}

async function hear(ports: TranscribingPorts, untold: Untold): Promise<Heard | End> {
  const { database, clock, files, transcriber } = ports;
  if (!transcriber || isLate(untold.createdAt, clock.now())) return "late";
  const name = await database.transaction((tx) => keptName(tx, untold.file));
  const kept = name === undefined ? undefined : await files.find(name);
  const bytes = kept && (await files.read(kept.id));
  if (!kept || !bytes) return "absent";
  const { mime, extension } = kept.type;
  const leftMs = Math.max(1, untold.createdAt + patience - clock.now());
  return transcriber.transcribe({ bytes, mime, name: `voice.${extension}` }, leftMs);
}

function fateOf(
  { clock }: TranscribingPorts,
  untold: Untold,
  heard: Heard | End | "paused",
  pausedUntil: number,
): Fate {
  if (heard === "paused")
    return isLate(untold.createdAt, pausedUntil) ? { end: "failed" } : { nextAt: pausedUntil, tried: 0 };
  if (typeof heard === "string") return { end: heard };
  if (heard.kind === "heard") {
    const words = wordsHeard(heard.words);
    return words === undefined ? { end: "empty" } : { end: "heard", words };
  }
  if (heard.kind !== "later") return { end: "refused" };
  const fate = fateOfFailure(untold, clock.now(), heard.afterMs);
  return fate === "failed" ? { end: fate } : { ...fate, tried: 1 };
}

async function record(
  { database, clock, told }: TranscribingPorts,
  untold: Untold,
  fate: Fate,
): Promise<number | undefined> {
  if ("nextAt" in fate) {
    const next = { at: fate.nextAt, attempts: untold.attempts + fate.tried };
    await database.transaction((tx) => postponeTranscript(tx, untold, next));
    return fate.nextAt;
  }
  await database.transaction(async (tx) => {
    if (await endTranscript(tx, untold, fate.end, clock.now()))
      await told(tx, untold, bodyOf(untold, fate.words));
  });
  return undefined;
}

function bodyOf({ file, seconds }: Untold, words: string | undefined): Body {
  const voice = { file, ...(seconds !== undefined && { seconds }) };
  return words === undefined ? { type: "voice", ...voice } : { type: "transcript", ...voice, words };
}
