/** A passage as a question once found it: in its policy, which all versions share, by its article or its place. */
export interface Place {
  readonly root: number;
  readonly article: string | null;
  readonly position: number;
}

/** A question whose right passage is known, by what it is compared by, and who said so. */
export interface LearntQuestion extends Place {
  readonly id: number;
  readonly words: string;
  readonly person: string;
  /** The office said which passage it is. */
  readonly isLinked: boolean;
}

/** Words that a place answers: for sure where the office said so or several people picked it, else as far as one did. */
export interface Taught {
  readonly words: string;
  readonly isSure: boolean;
  /** The newest question that taught it. */
  readonly at: number;
}

/** So many people must have picked a passage before it answers the next who asks in the same words; the office's word suffices. */
const enoughPicks = 2;

interface Picked extends Taught {
  readonly place: string;
  readonly people: ReadonlySet<string>;
}

/**
 * What questions teach, by place; they come newest first. Of two places in one policy for the same words only the later one is
 * taught; between policies, which not everybody may read, whoever searches chooses (`laterOf`).
 */
export function taughtBy(questions: readonly LearntQuestion[]): ReadonlyMap<string, readonly Taught[]> {
  const picks = new Map<string, Map<string, Picked>>();
  for (const { id, words, person, isLinked, ...where } of questions) {
    const place = placeKey(where);
    const subject = `${where.root} ${words}`;
    const ofSubject = picks.get(subject) ?? new Map<string, Picked>();
    const before = ofSubject.get(place);
    const people = new Set([...(before?.people ?? []), person]);
    const isSure = before?.isSure === true || isLinked || people.size >= enoughPicks;
    const at = before && before.isSure === isSure ? before.at : id;
    picks.set(subject, ofSubject.set(place, { words, isSure, at, place, people }));
  }
  const taught = new Map<string, Taught[]>();
  for (const ofSubject of picks.values()) {
    const later = laterOf([...ofSubject.values()]);
    if (!later) continue;
    const { place, words, isSure, at } = later;
    taught.set(place, [...(taught.get(place) ?? []), { words, isSure, at }]);
  }
  return taught;
}

/** Of what was taught for the same words: what is sure before what is not, then the last. */
export function laterOf<T extends Omit<Taught, "words">>(taught: readonly T[]): T | undefined {
  return taught.toSorted((one, other) => Number(other.isSure) - Number(one.isSure) || other.at - one.at)[0];
}

/** The same place in every version of a policy. */
export function placeKey({ root, article, position }: Place): string {
  return article === null ? `${root} #${position}` : `${root} ${article}`;
}
