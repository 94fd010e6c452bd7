import type { Postings } from "./postings.ts";
import type { Segment } from "./segment.ts";

/** Another number than the one in the bytes: they were written by other code, and the index is built again. */
const version = 1;
const mark = 0x4449_414e;

/**
 * Segments as bytes: mark, version, whole length; then for each its names as JSON and its arrays, each with its length before it,
 * at multiples of four. The byte order is the machine's own.
 */
export function bytesOf(segments: readonly Segment[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const segment of segments) {
    parts.push(namesOf(segment));
    for (const array of arraysOf(segment)) {
      parts.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    }
  }
  const sizes = parts.map(({ length }) => 4 + roundedUp(length));
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 16));
  const view = new Uint32Array(bytes.buffer);
  view.set([mark, version, bytes.length, segments.length]);
  let at = 16;
  for (const [place, part] of parts.entries()) {
    view[at / 4] = part.length;
    bytes.set(part, at + 4);
    at += sizes[place] ?? 0;
  }
  return bytes;
}

/** What `bytesOf` wrote; undefined for anything else. */
export function segmentsFrom(bytes: Uint8Array): Segment[] | undefined {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  if (whole.length < 16 || whole.length % 4 !== 0) return undefined;
  const view = new Uint32Array(whole.buffer, whole.byteOffset, whole.length / 4);
  if (view[0] !== mark || view[1] !== version || view[2] !== whole.length) return undefined;
  const reader = new PartReader(whole, view);
  return Array.from({ length: view[3] ?? 0 }, () => readSegment(reader));
}

function namesOf({ ids, documents }: Segment): Uint8Array {
  const distinct = [...new Set(documents)];
  const places = new Map(distinct.map((document, place) => [document, place]));
  const names = { ids, distinct, documents: documents.map((document) => places.get(document) ?? 0) };
  return new TextEncoder().encode(JSON.stringify(names));
}

interface Names {
  readonly ids: readonly string[];
  readonly distinct: readonly string[];
  readonly documents: readonly number[];
}

function arraysOf({ body, asked, answeredBy }: Segment): readonly (Uint8Array | Uint16Array | Uint32Array)[] {
  const of = ({ keys, starts, items, weights, lengths }: Postings) => [keys, starts, items, weights, lengths];
  return [...of(body), ...of(asked), answeredBy];
}

function readSegment(reader: PartReader): Segment {
  const names = JSON.parse(new TextDecoder().decode(reader.next())) as Names;
  return {
    ids: names.ids,
    documents: names.documents.map((place) => names.distinct[place] ?? ""),
    body: readPostings(reader),
    asked: readPostings(reader),
    answeredBy: shorts(reader.next()),
  };
}

function readPostings(reader: PartReader): Postings {
  return {
    keys: longs(reader.next()),
    starts: longs(reader.next()),
    items: shorts(reader.next()),
    weights: reader.next(),
    lengths: shorts(reader.next()),
  };
}

class PartReader {
  readonly #bytes: Uint8Array;
  readonly #view: Uint32Array;
  #at = 16;

  constructor(bytes: Uint8Array, view: Uint32Array) {
    this.#bytes = bytes;
    this.#view = view;
  }

  next(): Uint8Array {
    const length = this.#view[this.#at / 4] ?? 0;
    const from = this.#at + 4;
    this.#at = from + roundedUp(length);
    return this.#bytes.subarray(from, from + length);
  }
}

function shorts(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
}

function longs(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

function roundedUp(length: number): number {
  return Math.ceil(length / 4) * 4;
}
