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

/** Words that a place answers: for sure where the office said so or several people picked it, else as far as one did. */
export interface Taught {
  readonly words: string;
  readonly isSure: boolean;
}

/** So many people must have picked a passage before it answers the next who asks in the same words; the office's word suffices. */
const enoughPicks = 2;

/** What questions teach, by place. They come newest first: of two places for the same words the last one that is sure counts. */
export function taughtBy(questions: readonly LearntQuestion[]): ReadonlyMap<string, readonly Taught[]> {
  const places = new Map<string, Map<string, Set<string>>>();
  const sure = new Map<string, string>();
  for (const question of questions) {
    const key = placeKey(question);
    const picked = places.get(question.words) ?? new Map<string, Set<string>>();
    const people = (picked.get(key) ?? new Set<string>()).add(question.person);
    places.set(question.words, picked.set(key, people));
    const isSure = question.isLinked || people.size >= enoughPicks;
    if (isSure && !sure.has(question.words)) sure.set(question.words, key);
  }
  const taught = new Map<string, Taught[]>();
  for (const [words, picked] of places) {
    const [newest] = picked.keys();
    const key = sure.get(words) ?? newest;
    if (key !== undefined) taught.set(key, [...(taught.get(key) ?? []), { words, isSure: sure.has(words) }]);
  }
  return taught;
}

/** The same place in every version of a policy. */
export function placeKey({ root, article, position }: Place): string {
  return article === null ? `${root} #${position}` : `${root} ${article}`;
}
