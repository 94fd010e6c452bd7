import { createHash } from "node:crypto";
import type { Picture } from "./model.ts";

/** Tells whether two descriptions are of the same picture. */
export function hashOf(picture: Picture): string {
  return createHash("sha256").update(JSON.stringify(picture)).digest("hex");
}
