/** What a person calls what she sent. */
export type MediaKind = "photo" | "voice" | "video" | "document";

/** waiting → kept, or one of the ends. */
export type MediaState = "waiting" | "kept" | "gone" | "refused";

/** Why a file is gone (absent, unreachable; expired: it was kept for a while only) or refused (too_big, wrong_type). */
export type Reason = "absent" | "unreachable" | "expired" | "too_big" | "wrong_type";

const megabyte = 1_000_000;
/** Telegram takes no larger picture from a bot: core.telegram.org/bots/api#sending-files. */
export const largestPhoto = 10 * megabyte;
/** Telegram hands no larger file to a bot: core.telegram.org/bots/api#getfile. */
export const largestFile = 20 * megabyte;

/** How large a file may be to be kept, bytes. */
export function largestOf(kind: MediaKind): number {
  return kind === "photo" ? largestPhoto : largestFile;
}

/** Is a file known to be too large before it is fetched? Of one that does not say its size nobody knows. */
export function isTooLarge(kind: MediaKind, bytes: number | undefined): boolean {
  return (bytes ?? 0) > largestOf(kind);
}

const second = 1_000;
const firstBackoff = 2 * second;
const longestBackoff = 600 * second;
/** A platform that was away this long has forgotten the file, and people have helped themselves. */
const giveUpAfter = 24 * 3_600 * second;

/** What becomes of a file that could not be fetched: tried again after 2 s, 4 s … 10 minutes, for a day. */
export function fateOfFailure(
  attempts: number,
  createdAt: number,
  now: number,
): { readonly nextAt: number } | { readonly reason: Reason } {
  if (now - createdAt >= giveUpAfter) return { reason: "unreachable" };
  return { nextAt: now + Math.min(firstBackoff * 2 ** Math.min(attempts, 20), longestBackoff) };
}

/** How long a message waits for its file, from the file's arrival: then it goes without. */
export const patience = 60 * second;
/** How long until a message that waits for its file is looked at again. */
export const lookAgainAfter = second;
