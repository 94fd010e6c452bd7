import { balance } from "./balance.ts";
import { withHeading } from "./headings.ts";
import { eachKey, foldForSearch, type Key } from "./keys.ts";
import type { Passage } from "./passage.ts";
import { PostingsBuilder, type Postings } from "./postings.ts";

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

/** More past questions than this say nothing new about a passage; the last ones are kept. */
const mostPast = 200;

/** Passages as one segment, at most `largestSegment` of them. */
export function segmentOf(passages: readonly Passage[]): Segment {
  const body = new PostingsBuilder();
  const asked = new PostingsBuilder();
  const answeredBy: number[] = [];
  const documents: string[] = [];
  for (const [item, passage] of passages.entries()) {
    const { document, heading } = withHeading(passage);
    documents.push(document);
    const bag = new Map<Key, number>();
    const length = addText(passage.text, 1, bag);
    if (heading !== "") addText(heading, balance.heading, bag);
    for (const question of (passage.past ?? []).slice(-mostPast)) {
      if (answeredBy.length >= 0xffff) break;
      addText(question, balance.past, bag);
      const own = new Map<Key, number>();
      asked.add(own, addText(question, 1, own));
      answeredBy.push(item);
    }
    body.add(bag, length);
  }
  return {
    ids: passages.map(({ id }) => id),
    documents,
    body: body.finish(),
    asked: asked.finish(),
    answeredBy: Uint16Array.from(answeredBy),
  };
}

/** One segment after the other, without the passages in `gone`; `undefined` when none is left. */
export function rewritten(segments: readonly Segment[], gone: ReadonlySet<string>): Segment | undefined {
  const ids: string[] = [];
  const documents: string[] = [];
  const answeredBy: number[] = [];
  const body = new PostingsBuilder();
  const asked = new PostingsBuilder();
  for (const segment of segments) {
    const place = segment.ids.map((id, item) => {
      if (gone.has(id)) return undefined;
      documents.push(segment.documents[item] ?? id);
      return ids.push(id) - 1;
    });
    const questionPlace = Array.from(segment.answeredBy, (item) => {
      const owner = place[item];
      return owner === undefined ? undefined : answeredBy.push(owner) - 1;
    });
    body.addAll(segment.body, (item) => place[item]);
    asked.addAll(segment.asked, (question) => questionPlace[question]);
  }
  if (ids.length === 0) return undefined;
  return {
    ids,
    documents,
    body: body.finish(),
    asked: asked.finish(),
    answeredBy: Uint16Array.from(answeredBy),
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
