import type { Audience } from "../model.ts";

/** What else than a unit a word can mean in an audience. */
export type Mark =
  | { readonly kind: "role"; readonly value: string }
  | { readonly kind: "channel"; readonly value: string }
  | { readonly kind: "tag"; readonly value: string }
  | { readonly kind: "everybody" };

/** Whom within the units. */
export type Who = Pick<Audience, "roles" | "channels" | "tags">;

const separators = /[\s、,，;；+和]+/u;
const urgency = /^(?:urgent|紧急|加急|叫应)$/iu;

/** The words of an audience, one by one. */
export function wordsOfAudience(words: string): readonly string[] {
  return words
    .normalize("NFKC")
    .split(separators)
    .filter((word) => word !== "");
}

export function isUrgency(word: string): boolean {
  return urgency.test(word);
}

/** Whom these words mean; `unknown` is the first that means nobody. */
export function readWho(
  words: readonly string[],
  known: ReadonlyMap<string, Mark>,
): Who | { readonly unknown: string } {
  const picked: { roles: string[]; channels: string[]; tags: string[] } = {
    roles: [],
    channels: [],
    tags: [],
  };
  for (const word of words) {
    const mark = known.get(word.toLowerCase());
    if (!mark) return { unknown: word };
    if (mark.kind === "role") picked.roles.push(mark.value);
    if (mark.kind === "channel") picked.channels.push(mark.value);
    if (mark.kind === "tag") picked.tags.push(mark.value);
  }
  return picked;
}

/** The lowest path that holds all of these: codes from the county down, joined by "/". */
export function commonPath(paths: readonly string[]): string {
  const [first = "", ...others] = paths;
  const codes = first.split("/");
  const shared = codes.filter((code, index) => others.every((path) => path.split("/")[index] === code));
  return shared.join("/");
}

/** Without those that lie inside another: nobody is counted twice. */
export function outermost(paths: readonly string[]): readonly string[] {
  return paths.filter(
    (path, index) => !paths.some((other, at) => (other !== path ? path.startsWith(`${other}/`) : at < index)),
  );
}
