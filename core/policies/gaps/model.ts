import { aspectIn, subjectOf } from "../ask/model.ts";

/** A question that nothing published answered; `words` in one width, simplified, small letters. */
export interface Gap {
  readonly id: number;
  readonly person: string;
  readonly words: string;
}

/** Questions about the same, by their first one. */
export interface GapGroup<G extends Gap> {
  readonly first: G;
  readonly gaps: readonly G[];
  /** How many people asked. */
  readonly people: number;
}

/** Two questions share so much of their pairs of characters when they are about the same. */
const alike = 0.5;

/** Questions about the same put together, most people first, then the newest; `gaps` come newest first. */
export function grouped<G extends Gap>(gaps: readonly G[]): readonly GapGroup<G>[] {
  const groups: { readonly pairs: ReadonlySet<string>; readonly gaps: G[] }[] = [];
  for (const gap of gaps) {
    const pairs = pairsIn(gap.words);
    const same = groups.find((group) => likeness(group.pairs, pairs) >= alike);
    if (same) same.gaps.push(gap);
    else groups.push({ pairs, gaps: [gap] });
  }
  return groups
    .map((group) => ({ ...group, people: new Set(group.gaps.map(({ person }) => person)).size }))
    .flatMap(({ gaps: held, people }) => held.slice(0, 1).map((first) => ({ first, gaps: held, people })))
    .toSorted((one, other) => other.people - one.people || other.first.id - one.first.id);
}

/**
 * Those of a group that ask for the very thing its first question asks for. A group is put together loosely, to be read: 「补贴」
 * stands beside 「养蜂补贴」, and what answers the one is no answer to the other.
 */
export function askedAlike<G extends Gap>({ first, gaps }: GapGroup<G>): readonly G[] {
  const [subject, aspect] = [subjectOf(first.words), aspectIn(first.words)];
  return gaps.filter(
    ({ words }) =>
      words === first.words || (subject !== "" && subjectOf(words) === subject && aspectIn(words) === aspect),
  );
}

function pairsIn(words: string): ReadonlySet<string> {
  const subject = Array.from(subjectOf(words) || words);
  if (subject.length < 2) return new Set(subject);
  return new Set(subject.slice(1).map((character, at) => `${subject[at]}${character}`));
}

/** Shared pairs among all of the smaller: 「公墓」 is about the same as 「公墓怎么买」. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return shared / Math.max(1, Math.min(one.size, other.size));
}
