import type { Body, FileRef } from "../channel/index.ts";
import type { Text } from "../language/index.ts";
import { isTooLarge, largestOf, type Reason } from "./model.ts";
import type { Wanted } from "./store.ts";
import { say } from "./texts.ts";

/** The file a message brings. */
export function fileOf(body: Body): FileRef | undefined {
  return body.type === "media" || body.type === "voice" ? body.file : undefined;
}

/**
 * What whoever sends a file that says itself that it is too large is told at once. It stays part of what she said: her own
 * platform may show it to others there without our having its bytes.
 */
export function warningOf(body: Body): Text | undefined {
  const file = fileOf(body);
  if (!file || !isTooLarge(file.kind, file.bytes)) return undefined;
  return say.tooLarge(file.kind, file.bytes ?? 0, largestOf(file.kind));
}

/** What whoever sent a file is told when it was refused after it had been taken. */
export function refusalOf({ kind }: Pick<Wanted, "kind">, reason: Reason): Text {
  return reason === "wrong_type" ? say.wrongType(kind) : say.cannotShow(kind);
}
