import { withoutAsking } from "./asking.ts";
import { balance } from "./balance.ts";
import { documentsOf } from "./headings.ts";
import { eachKey, foldForSearch, type Key } from "./keys.ts";
import type { Passage } from "./passage.ts";
import { kept, PostingsBuilder, type Postings } from "./postings.ts";

/** Some passages of an index and their terms; never changed, only replaced. */
export interface Segment {
  readonly ids: readonly string[];
  /** What each passage is a part of. */
  readonly documents: readonly string[];
  readonly body: Postings;
  /** Past questions, each an item of its own, and the passage that answered it. */
  readonly asked: Postings;
  readonly answeredBy: Uint16Array;
}

/** Segments stay small enough to be rewritten within a turn; items fit into 16 bits. */
export const largestSegment = 32_768;

/** Past questions of a segment fit into 16 bits, too; those beyond are left out. */
export const mostQuestions = 0xffff;

/** More past questions than this say nothing new about a passage; the last ones are kept. */
const mostPast = 200;

/** Passages as one segment, at most `largestSegment` of them. */
export function segmentOf(passages: readonly Passage[]): Segment {
  const body = new PostingsBuilder();
  const asked = new PostingsBuilder();
  const answeredBy: number[] = [];
  for (const [item, passage] of passages.entries()) {
    const bag = new Map<Key, number>();
    let length = addText(passage.text, 1, bag);
    if (passage.title !== undefined) addText(passage.title, balance.heading, bag);
    for (const question of (passage.past ?? []).slice(-mostPast)) {
      if (answeredBy.length >= mostQuestions) break;
      const said = withoutAsking(foldForSearch(question));
      length += Math.round(balance.past * addText(said, balance.past, bag));
      const own = new Map<Key, number>();
      asked.add(own, addText(said, 1, own));
      answeredBy.push(item);
    }
    body.add(bag, length);
  }
  return {
    ids: passages.map(({ id }) => id),
    documents: documentsOf(passages),
    body: body.finish(),
    asked: asked.finish(),
    answeredBy: Uint16Array.from(answeredBy),
  };
}

/** The segment without the passages in `gone`; `undefined` when none is left. */
export function without(segment: Segment, gone: ReadonlySet<string>): Segment | undefined {
  let count = 0;
  const place = segment.ids.map((id) => (gone.has(id) ? undefined : count++));
  if (count === 0) return undefined;
  let questions = 0;
  const isKept = (_: unknown, item: number): boolean => place[item] !== undefined;
  const owners = Array.from(segment.answeredBy, (item) => place[item]);
  const questionPlace = owners.map((owner) => (owner === undefined ? undefined : questions++));
  return {
    ids: segment.ids.filter(isKept),
    documents: segment.documents.filter(isKept),
    body: kept(segment.body, place),
    asked: kept(segment.asked, questionPlace),
    answeredBy: Uint16Array.from(owners.filter((owner) => owner !== undefined)),
  };
}

/** Two segments as one. */
export function joined(one: Segment, other: Segment): Segment {
  const body = new PostingsBuilder();
  const asked = new PostingsBuilder();
  const count = one.ids.length;
  const questions = one.answeredBy.length;
  body.addAll(one.body, 0);
  body.addAll(other.body, count);
  asked.addAll(one.asked, 0);
  asked.addAll(other.asked, questions);
  return {
    ids: [...one.ids, ...other.ids],
    documents: [...one.documents, ...other.documents],
    body: body.finish(),
    asked: asked.finish(),
    answeredBy: Uint16Array.from([
      ...one.answeredBy,
      ...Array.from(other.answeredBy, (item) => item + count),
    ]),
  };
}

/** Adds a text's terms, each occurrence as `weight`; says how many occurrences there were. */
function addText(text: string, weight: number, bag: Map<Key, number>): number {
  let length = 0;
  eachKey(foldForSearch(text), (key) => {
    length += 1;
    bag.set(key, (bag.get(key) ?? 0) + weight);
  });
  return length;
}
