/** How long a link can be opened: quality.md, "Dashboard links". */
export const linkMs = 15 * 60_000;
/** How long a browser may read on: half a day in a command room. Its person lets it go on in the chat, as often as she likes. */
export const sessionMs = 4 * 3_600_000;
/** For so long before its end the page itself says how it goes on. */
export const endsSoonMs = 30 * 60_000;
/** Who opened what is kept at least six months (网络安全法, article 21); ours is a year. */
export const keptMs = 365 * 24 * 3_600_000;

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** 43 letters of 64: more than 256 bits, which nobody guesses. */
const secretLength = 43;

/** What stands in a link, or in a cookie. @param draw a random whole number below its argument, fit for codes. */
export function makeSecret(draw: (below: number) => number): string {
  return Array.from({ length: secretLength }, () => letters[draw(letters.length)]).join("");
}

const secretPattern = new RegExp(`^[\\w-]{${secretLength}}$`);

/** Could these words be one of ours? Whatever else is sent is not worth a question to the database. */
export function isSecret(words: string): boolean {
  return secretPattern.test(words);
}

/** A link as it is kept. */
export interface Link {
  readonly person: string;
  readonly until: number;
  readonly openedAt: number | null;
}

/** Why a link opens nothing. */
export type LinkFault = "unknown" | "used" | "expired" | "no_post";

/** Why this link opens nothing now, whoever holds it; undefined when it does. */
export function faultOf(link: Link | undefined, now: number): LinkFault | undefined {
  if (!link) return "unknown";
  if (link.openedAt !== null) return "used";
  return link.until <= now ? "expired" : undefined;
}
