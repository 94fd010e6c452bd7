import { readAddress, type FileRef, type Outbound } from "../channel/index.ts";
import type { Language, Text } from "../language/index.ts";
import type { Tx } from "../store/index.ts";
import { nameOf } from "./keptFiles.ts";
import { lookAgainAfter, patience, type Reason } from "./model.ts";
import { knownFile, type Known } from "./store.ts";
import { say } from "./texts.ts";

/** The message, or for how long it must wait for its file. */
export type Brought = Outbound | { readonly waitMs: number };

/**
 * A message with the name under which its file is kept, where that file is of another platform: with it, in words when the
 * file will not come, or not yet. It waits a minute from the file's arrival and no longer.
 */
export async function bringFile(
  tx: Tx,
  outbound: Outbound,
  now: number,
  language: Language,
): Promise<Brought> {
  const { file, to } = outbound;
  if (!file || file.channel === readAddress(to).channel) return outbound;
  const known = await knownFile(tx, file);
  const upload = known && uploadOf(known);
  if (upload !== undefined) return { ...outbound, upload };
  const isExpected = known?.state === "waiting" && now < known.createdAt + patience;
  return isExpected ? { waitMs: lookAgainAfter } : inWords(outbound, language, known);
}

/** The name under which the bytes of a file are kept; undefined as long as they are not, and when they never will be. */
export async function keptName(tx: Tx, file: FileRef): Promise<string | undefined> {
  const known = await knownFile(tx, file);
  return known && uploadOf(known);
}

/** What became of a file: on its way, kept under a name, or why it will never come. */
export async function fateOfFile(
  tx: Tx,
  file: FileRef,
): Promise<"waiting" | { readonly name: string } | { readonly reason: Reason }> {
  const known = await knownFile(tx, file);
  if (known?.state === "waiting") return "waiting";
  const name = known && uploadOf(known);
  return name === undefined ? { reason: known?.reason ?? "absent" } : { name };
}

function uploadOf({ state, sha256, mime }: Known): string | undefined {
  return state === "kept" && sha256 !== null && mime !== null ? nameOf(sha256, mime) : undefined;
}

/** The same message without its file, saying so: what belongs to it is never lost because of a picture. */
export function inWords(outbound: Outbound, language: Language, known?: Known): Outbound {
  const { file, upload: _, text, ...rest } = outbound;
  if (!file) return outbound;
  const notice = noticeOn(file, known);
  return { ...rest, text: [text, notice[language]].filter(Boolean).join("\n") };
}

function noticeOn({ kind }: FileRef, known: Known | undefined): Text {
  if (known?.state === "waiting") return say.notYet(kind);
  return known?.reason === "expired" ? say.expired(kind) : say.cannotShow(kind);
}
