import { collectionOf, type Collection } from "./collection.ts";
import { bytesOf, segmentsFrom } from "./bytes.ts";
import { firstLook, soughtIn } from "./firstLook.ts";
import type { Found, Passage } from "./passage.ts";
import { wantedOf } from "./question.ts";
import { secondLook } from "./secondLook.ts";
import { joined, largestSegment, mostQuestions, segmentOf, without, type Segment } from "./segment.ts";

/** Passages that can be found by what people ask; the same passages give the same answers, whenever each was added. */
export interface SearchIndex {
  readonly size: number;
  has(id: string): boolean;
  /** Adds passages, each in place of one with the same id. A hundred take some milliseconds, however many there are already. */
  add(passages: readonly Passage[]): void;
  /** Takes passages out; ids that are not there are passed over. */
  remove(ids: Iterable<string>): void;
  /**
   * The best passages for a question, the best first; nothing when no word is shared.
   * @param isWanted others are passed over, as if they were not there.
   */
  search(query: string, limit: number, isWanted?: (id: string) => boolean): readonly Found[];
  /** The index as bytes for `searchIndexFrom`. */
  toBytes(): Uint8Array;
}

/** An index of these passages; where two have the same id the last one counts. */
export function createIndex(passages: readonly Passage[] = []): SearchIndex {
  const index = new Segments([]);
  index.add(passages);
  return index;
}

/** The index that `toBytes` wrote; undefined when another version wrote it or the bytes are not whole: then it is built again. */
export function searchIndexFrom(bytes: Uint8Array): SearchIndex | undefined {
  const segments = segmentsFrom(bytes);
  return segments && new Segments(segments);
}

class Segments implements SearchIndex {
  #segments: Segment[];
  #collection: Collection | undefined;
  readonly #ids: Set<string>;

  constructor(segments: readonly Segment[]) {
    this.#segments = [...segments];
    this.#ids = new Set(segments.flatMap(({ ids }) => ids));
  }

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  add(passages: readonly Passage[]): void {
    const latest = [...new Map(passages.map((passage) => [passage.id, passage])).values()];
    this.remove(latest.map(({ id }) => id));
    for (let from = 0; from < latest.length; from += largestSegment) {
      const part = latest.slice(from, from + largestSegment);
      this.#segments.push(segmentOf(part));
      for (const { id } of part) this.#ids.add(id);
      this.#join();
    }
    this.#collection = undefined;
  }

  remove(ids: Iterable<string>): void {
    const gone = new Set([...ids].filter((id) => this.#ids.delete(id)));
    if (gone.size === 0) return;
    this.#segments = this.#segments.flatMap((segment) =>
      segment.ids.some((id) => gone.has(id)) ? (without(segment, gone) ?? []) : [segment],
    );
    this.#collection = undefined;
  }

  search(query: string, limit: number, isWanted = (_id: string): boolean => true): readonly Found[] {
    this.#collection ??= collectionOf(this.#segments);
    const sought = soughtIn(this.#collection, wantedOf(query));
    return secondLook(firstLook(this.#collection, sought, isWanted), sought, limit);
  }

  toBytes(): Uint8Array {
    return bytesOf(this.#segments);
  }

  /** Joins the last segment to the one before while that one is not much larger, so that there are few. */
  #join(): void {
    for (;;) {
      const [before, last] = this.#segments.slice(-2);
      if (before === undefined || last === undefined) return;
      const [large, small] = [before.ids.length, last.ids.length];
      if (large + small > largestSegment || small * 2 < large) return;
      if (before.answeredBy.length + last.answeredBy.length > mostQuestions) return;
      this.#segments.splice(-2, 2, joined(before, last));
    }
  }
}
