/** A passage as a question once found it: in its policy, which all versions share, by its article or its place. */
export interface Place {
  readonly root: number;
  readonly article: string | null;
  readonly position: number;
}

/** The same place in every version of a policy. */
export function placeKey({ root, article, position }: Place): string {
  return article === null ? `${root} #${position}` : `${root} ${article}`;
}

/** Of questions, the newest first, so many for each place; the same words twice are one. */
export function pastByPlace(
  questions: readonly (Place & { readonly words: string })[],
  most: number,
): ReadonlyMap<string, readonly string[]> {
  const past = new Map<string, string[]>();
  for (const question of questions) {
    const key = placeKey(question);
    const known = past.get(key) ?? [];
    if (known.length < most && !known.includes(question.words)) past.set(key, [...known, question.words]);
  }
  return past;
}
