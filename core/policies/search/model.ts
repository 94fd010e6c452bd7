/** A passage as a question once found it: in its policy, which all versions share, by its article or its place. */
export interface Place {
  readonly root: number;
  readonly article: string | null;
  readonly position: number;
}

/** A question whose right passage is known, by what it is compared by, and who said so. */
export interface LearntQuestion extends Place {
  readonly words: string;
  readonly person: string;
  /** The office said which passage it is. */
  readonly isLinked: boolean;
}

/** How many people must have picked a passage before it answers the next who asks in the same words; the office's word suffices. */
const enoughPicks = 2;

/**
 * The words of questions that a place answers for sure, by the place: where the office said, or several people. Questions come newest first:
 * of two places the one that was said last counts.
 */
export function sureAnswers(questions: readonly LearntQuestion[]): ReadonlyMap<string, readonly string[]> {
  const answered = new Set<string>();
  const sure = new Map<string, string[]>();
  const pickers = new Map<string, Set<string>>();
  for (const question of questions) {
    const key = placeKey(question);
    const picked = `${key}\n${question.words}`;
    const people = (pickers.get(picked) ?? new Set()).add(question.person);
    pickers.set(picked, people);
    const isSure = question.isLinked || people.size >= enoughPicks;
    if (!isSure || answered.has(question.words)) continue;
    answered.add(question.words);
    sure.set(key, [...(sure.get(key) ?? []), question.words]);
  }
  return sure;
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
