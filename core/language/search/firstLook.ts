import { balance } from "./balance.ts";
import { rarityOf, type Collection, type Opened } from "./collection.ts";
import { rangeOf } from "./postings.ts";
import type { Wanted } from "./question.ts";

/** A term that is looked for, with how rare it is in this collection. */
export interface Sought extends Wanted {
  readonly rarity: number;
}

/** A passage worth a second look. */
export interface Candidate {
  readonly opened: Opened;
  readonly item: number;
  /** What the first look found, in shares of all that was asked for. */
  readonly base: number;
  /** How much alike the nearest past question is that this passage answered: 0–1. */
  readonly asked: number;
  /** What share of the question's words stands anywhere in its document. */
  readonly document: number;
}

/** So many passages get a second look. */
const secondLooks = 100;
/** A word in more passages than one in so many says little about a document. */
const commonShare = 8;

/** The terms with their rarity among these passages. */
export function soughtIn({ opened, passages }: Collection, wanted: readonly Wanted[]): readonly Sought[] {
  const segments = opened.map(({ segment }) => segment);
  return wanted.map((term) => ({ ...term, rarity: rarityOf(segments, passages, term.key) }));
}

/** The passages that BM25 and past questions find, the best first. */
export function firstLook(collection: Collection, sought: readonly Sought[]): readonly Candidate[] {
  const mass = Math.max(1e-9, massOf(sought));
  const covered = documentsCovered(collection, sought);
  const candidates: (Candidate & { readonly first: number })[] = [];
  for (const opened of collection.opened) {
    const weighed = weigh(opened, sought);
    const asked = nearestAsked(opened, sought);
    const scores = weighed.map((sum, item) => sum / mass + balance.asked * (asked.get(item) ?? 0));
    for (const item of heaviest(scores)) {
      const document = covered[opened.documentOf[item] ?? 0] ?? 0;
      const base = (weighed[item] ?? 0) / mass;
      candidates.push({
        opened,
        item,
        base,
        asked: asked.get(item) ?? 0,
        document,
        first: scores[item] ?? 0,
      });
    }
  }
  return candidates
    .sort((one, other) => other.first - one.first || compareIds(one, other))
    .slice(0, secondLooks);
}

/** What a passage would have that holds all of the question, endlessly often. */
function massOf(sought: readonly Sought[]): number {
  return sought.reduce((sum, term) => sum + (isOwn(term) ? term.weight * term.rarity : 0), 0);
}

export function idOf({ opened, item }: Candidate): string {
  return opened.segment.ids[item] ?? "";
}

function compareIds(one: Candidate, other: Candidate): number {
  return idOf(one) < idOf(other) ? -1 : 1;
}

/** Is the term the question's, not only one that means the same? */
export function isOwn({ isWord, at }: Wanted): boolean {
  return isWord || at >= 0;
}

function weigh({ segment, norms }: Opened, sought: readonly Sought[]): Float32Array {
  const scores = new Float32Array(segment.ids.length);
  const { items, weights } = segment.body;
  for (const term of sought) {
    const [from, to] = rangeOf(segment.body, term.key);
    const gain = term.weight * term.rarity;
    for (let posting = from; posting < to; posting += 1) {
      const item = items[posting] ?? 0;
      const weight = weights[posting] ?? 0;
      scores[item] = (scores[item] ?? 0) + (gain * weight) / (weight + (norms[item] ?? 1));
    }
  }
  return scores;
}

/** By passage, the cosine between the question and the nearest past question. */
function nearestAsked(
  { segment, askedMass }: Opened,
  sought: readonly Sought[],
): ReadonlyMap<number, number> {
  const nearest = new Map<number, number>();
  if (segment.answeredBy.length === 0) return nearest;
  const shared = new Float32Array(segment.answeredBy.length);
  let own = 0;
  for (const term of sought) {
    if (!isOwn(term)) continue;
    own += term.rarity ** 2;
    const [from, to] = rangeOf(segment.asked, term.key);
    for (let posting = from; posting < to; posting += 1) {
      const question = segment.asked.items[posting] ?? 0;
      shared[question] = (shared[question] ?? 0) + term.rarity ** 2;
    }
  }
  for (const [question, sum] of shared.entries()) {
    if (sum === 0) continue;
    const item = segment.answeredBy[question] ?? 0;
    const alike = Math.min(1, sum / Math.sqrt(Math.max(1e-9, own * (askedMass[question] ?? 0))));
    if (alike > (nearest.get(item) ?? 0)) nearest.set(item, alike);
  }
  return nearest;
}

function documentsCovered(
  { opened, passages, documents }: Collection,
  sought: readonly Sought[],
): Float32Array {
  const covered = new Float32Array(documents);
  const seen = new Uint32Array(documents);
  const common = Math.log(1 + commonShare);
  const words = sought.filter((term) => term.isWord && (term.rarity > common || passages < 1_000));
  const mass = Math.max(
    1e-9,
    words.reduce((sum, { rarity }) => sum + rarity, 0),
  );
  for (const [turn, { key, rarity }] of words.entries()) {
    for (const { segment, documentOf } of opened) {
      const [from, to] = rangeOf(segment.body, key);
      for (let posting = from; posting < to; posting += 1) {
        const document = documentOf[segment.body.items[posting] ?? 0] ?? 0;
        if (seen[document] === turn + 1) continue;
        seen[document] = turn + 1;
        covered[document] = (covered[document] ?? 0) + rarity / mass;
      }
    }
  }
  return covered;
}

/** The items with the highest scores, in no order. */
function heaviest(scores: Float32Array): readonly number[] {
  let kept: number[] = [];
  let least = 0;
  for (let item = 0; item < scores.length; item += 1) {
    if ((scores[item] ?? 0) <= least) continue;
    kept.push(item);
    if (kept.length < secondLooks * 2) continue;
    kept = best(kept, scores);
    least = scores[kept.at(-1) ?? 0] ?? 0;
  }
  return best(kept, scores);
}

function best(items: readonly number[], scores: Float32Array): number[] {
  return items
    .toSorted((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other)
    .slice(0, secondLooks);
}
