const longestTag = 8;

/** A tag as given, tidied: a short word without numbers, such as 独居老人; undefined when it cannot be one. */
export function readTag(words: string): string | undefined {
  const tag = words.normalize("NFKC").replaceAll(/\s/g, "");
  const length = Array.from(tag).length;
  return length >= 2 && length <= longestTag && /^\p{L}+$/u.test(tag) ? tag : undefined;
}
