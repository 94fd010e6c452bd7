import { balance } from "./balance.ts";
import { heavinessAsked, rarityOf, type Collection, type Opened } from "./collection.ts";
import { rangeOf, type Range } from "./postings.ts";
import type { Wanted } from "./question.ts";
import type { Segment } from "./segment.ts";

/** A term that is looked for, with how rare it is in this collection, and where each segment has it. */
export interface Sought extends Wanted {
  readonly rarity: number;
  readonly ranges: ReadonlyMap<Segment, Range>;
}

/** A passage worth a second look. */
export interface Candidate {
  readonly opened: Opened;
  readonly item: number;
  /** What the first look found, in shares of all that was asked for. */
  readonly first: number;
}

/** So many passages get a second look. */
const secondLooks = 100;
/** Of what the best passage holds; who holds less is not looked at. */
const negligible = 0.1;
/** A word in more passages than one in so many says little about a document. */
const commonShare = 8;

/** The terms with their rarity among these passages; each is looked up once. */
export function soughtIn({ opened, passages }: Collection, wanted: readonly Wanted[]): readonly Sought[] {
  return wanted.map((term) => {
    const ranges = new Map(opened.map(({ segment }) => [segment, rangeOf(segment.body, term.key)]));
    const holders = Array.from(ranges.values()).reduce((sum, [from, to]) => sum + to - from, 0);
    return { ...term, ranges, rarity: rarityOf(holders, passages) };
  });
}

/** Where a segment has a term that is sought. */
export function rangeIn(segment: Segment, { ranges }: Sought): Range {
  return ranges.get(segment) ?? [0, 0];
}

/** The passages that hold what was asked for, in documents that do, or that answered the like before; the best first. */
export function firstLook(
  collection: Collection,
  sought: readonly Sought[],
  isWanted: (id: string) => boolean,
): readonly Candidate[] {
  const mass = Math.max(1e-9, massOf(sought));
  const held = collection.opened.map((opened) => weigh(opened, sought, mass));
  for (const [place, { segment }] of collection.opened.entries())
    dropUnwanted(held[place], segment.ids, isWanted);
  dropNegligible(held);
  const asked = collection.opened.map((opened) => nearestAsked(opened, sought));
  const ofDocument = documentsWeighed(collection, held, asked, documentsCovered(collection, sought));
  const candidates: Candidate[] = [];
  for (const [place, opened] of collection.opened.entries()) {
    const scores = held[place] ?? new Float32Array();
    addDocuments(scores, opened.documentOf, ofDocument);
    for (const [item, alike] of asked[place] ?? []) {
      if (!isWanted(opened.segment.ids[item] ?? "")) continue;
      scores[item] = (scores[item] ?? 0) + balance.asked * alike + popularity(opened, item);
    }
    for (const item of heaviest(scores)) candidates.push({ opened, item, first: scores[item] ?? 0 });
  }
  return candidates
    .sort((one, other) => other.first - one.first || compareIds(one, other))
    .slice(0, secondLooks);
}

function dropUnwanted(
  bases: Float32Array | undefined,
  ids: readonly string[],
  isWanted: (id: string) => boolean,
): void {
  if (!bases) return;
  for (let item = 0; item < bases.length; item += 1)
    if ((bases[item] ?? 0) > 0 && !isWanted(ids[item] ?? "")) bases[item] = 0;
}

/** Nearly every passage shares some pair with a question: most of the work is not to look at those. */
function dropNegligible(held: readonly Float32Array[]): void {
  let highest = 0;
  for (const bases of held) {
    for (let item = 0; item < bases.length; item += 1) highest = Math.max(highest, bases[item] ?? 0);
  }
  const least = highest * negligible;
  for (const bases of held) {
    for (let item = 0; item < bases.length; item += 1) if ((bases[item] ?? 0) < least) bases[item] = 0;
  }
}

function addDocuments(scores: Float32Array, documentOf: Uint32Array, ofDocument: Float64Array): void {
  for (let item = 0; item < scores.length; item += 1) {
    const base = scores[item] ?? 0;
    if (base > 0) scores[item] = base + (ofDocument[documentOf[item] ?? 0] ?? 0);
  }
}

/** What each document adds to its passages; of a passage that is all of its document, its own twice. */
function documentsWeighed(
  { opened, documents, sizes }: Collection,
  held: readonly Float32Array[],
  asked: readonly ReadonlyMap<number, number>[],
  covered: Float32Array,
): Float64Array {
  const best = new Float64Array(documents);
  const sum = new Float64Array(documents);
  const alike = new Float64Array(documents);
  for (const [place, { documentOf }] of opened.entries()) {
    const bases = held[place] ?? new Float32Array();
    for (let item = 0; item < bases.length; item += 1) {
      const base = bases[item] ?? 0;
      if (base === 0) continue;
      const number = documentOf[item] ?? 0;
      sum[number] = (sum[number] ?? 0) + base;
      if (base > (best[number] ?? 0)) best[number] = base;
    }
    for (const [item, share] of asked[place] ?? []) {
      const number = documentOf[item] ?? 0;
      alike[number] = Math.max(alike[number] ?? 0, share);
    }
  }
  return best.map((highest, number) => {
    const share = (sizes[number] ?? 0) > 1 ? (covered[number] ?? 0) : highest;
    return (
      balance.sibling * highest +
      balance.documentMass * Math.log(1 + (sum[number] ?? 0)) +
      balance.document * share +
      balance.documentAsked * (alike[number] ?? 0)
    );
  });
}

function popularity({ timesAsked }: Opened, item: number): number {
  return balance.popular * Math.log(1 + (timesAsked[item] ?? 0));
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

function weigh({ segment, norms }: Opened, sought: readonly Sought[], mass: number): Float32Array {
  const scores = new Float32Array(segment.ids.length);
  const { items, weights } = segment.body;
  for (const term of sought) {
    const [from, to] = rangeIn(segment, term);
    const gain = (term.weight * term.rarity) / mass;
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
    own += heavinessAsked(term.rarity);
    const [from, to] = rangeOf(segment.asked, term.key);
    for (let posting = from; posting < to; posting += 1) {
      const question = segment.asked.items[posting] ?? 0;
      shared[question] = (shared[question] ?? 0) + heavinessAsked(term.rarity);
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
  for (const [turn, term] of words.entries()) {
    for (const { segment, documentOf } of opened) {
      const [from, to] = rangeIn(segment, term);
      for (let posting = from; posting < to; posting += 1) {
        const document = documentOf[segment.body.items[posting] ?? 0] ?? 0;
        if (seen[document] === turn + 1) continue;
        seen[document] = turn + 1;
        covered[document] = (covered[document] ?? 0) + term.rarity / mass;
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
    kept = heaviestOf(kept, scores);
    least = scores[kept.at(-1) ?? 0] ?? 0;
  }
  return heaviestOf(kept, scores);
}

function heaviestOf(items: readonly number[], scores: Float32Array): number[] {
  return items
    .toSorted((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other)
    .slice(0, secondLooks);
}
