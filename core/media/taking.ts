import type { Body, FileRef } from "../channel/index.ts";
import type { Text } from "../language/index.ts";
import { isTooLarge, largestOf, type Reason } from "./model.ts";
import type { Wanted } from "./store.ts";
import { say } from "./texts.ts";

/** What is left of a message whose file was not taken, and the sentence that says so. */
export interface Taken {
  /** Missing when there was nothing but the file. */
  readonly body?: Body;
  readonly refusal?: Text;
}

/** The file a message brings. */
export function fileOf(body: Body): FileRef | undefined {
  return body.type === "media" || body.type === "voice" ? body.file : undefined;
}

/** A message as it is taken: a file that says itself that it is too large is refused at once, the words beside it are kept. */
export function take(body: Body): Taken {
  const file = fileOf(body);
  if (!file || !isTooLarge(file.kind, file.bytes)) return { body };
  const refusal = say.tooLarge(file.kind, file.bytes ?? 0, largestOf(file.kind));
  const caption = body.type === "media" ? (body.caption ?? "") : "";
  return caption === "" ? { refusal } : { body: { type: "text", text: caption }, refusal };
}

/** What whoever sent a file is told when it was refused after it had been taken. */
export function refusalOf({ kind }: Pick<Wanted, "kind">, reason: Reason): Text {
  return reason === "wrong_type" ? say.wrongType(kind) : say.cannotShow(kind);
}
