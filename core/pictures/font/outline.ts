/** TrueType outlines as the file has them; the letters are those of the specification (glyf, loca, cmap, hmtx). */

/** A closed line of points in font units, y upwards; points off the line bend it (quadratic). */
export interface Contour {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly isOn: readonly boolean[];
}

/** Flags of a point in a simple glyph. */
const point = { isOn: 1, xIsByte: 2, yIsByte: 4, repeats: 8, xIsSame: 16, yIsSame: 32 };
/** Flags of a part of a composite glyph. */
const part = { isWords: 1, isOffset: 2, hasScale: 8, hasMore: 32, hasTwoScales: 64, hasMatrix: 128 };
/** Bytes of the count of contours and of the box before what a glyph consists of. */
const headBytes = 10;
/** Parts of parts of parts are as deep as any font goes. */
const deepest = 4;

/** The contours of a glyph; none for a space. @param at where a glyph's own bytes begin and end in `glyf`. */
export function contoursOf(
  glyf: DataView,
  at: (glyph: number) => { readonly from: number; readonly to: number },
  glyph: number,
  depth = 0,
): readonly Contour[] {
  const { from, to } = at(glyph);
  if (to <= from || depth > deepest) return [];
  const count = glyf.getInt16(from);
  if (count >= 0) return simpleContours(glyf, from + headBytes, count);
  return partsOf(glyf, from + headBytes).flatMap(({ glyph: other, dx, dy, scale }) =>
    contoursOf(glyf, at, other, depth + 1).map((contour) => moved(contour, { dx, dy, scale })),
  );
}

function moved(
  { xs, ys, isOn }: Contour,
  { dx, dy, scale: [a, b, c, d] }: Pick<Part, "dx" | "dy" | "scale">,
): Contour {
  return {
    xs: xs.map((x, index) => a * x + c * (ys[index] ?? 0) + dx),
    ys: ys.map((y, index) => b * (xs[index] ?? 0) + d * y + dy),
    isOn,
  };
}

function simpleContours(glyf: DataView, start: number, count: number): readonly Contour[] {
  const ends = Array.from({ length: count }, (_, index) => glyf.getUint16(start + 2 * index));
  const points = (ends.at(-1) ?? -1) + 1;
  const instructions = start + 2 * count;
  const { flags, after } = flagsAt(glyf, instructions + 2 + glyf.getUint16(instructions), points);
  const across = coordinatesAt(glyf, after, flags, { isByte: point.xIsByte, isSame: point.xIsSame });
  const up = coordinatesAt(glyf, across.after, flags, { isByte: point.yIsByte, isSame: point.yIsSame });
  return ends.map((end, index) => {
    const begin = (ends[index - 1] ?? -1) + 1;
    return {
      xs: across.values.slice(begin, end + 1),
      ys: up.values.slice(begin, end + 1),
      isOn: flags.slice(begin, end + 1).map((flag) => (flag & point.isOn) !== 0),
    };
  });
}

function flagsAt(glyf: DataView, start: number, count: number) {
  const flags: number[] = [];
  let at = start;
  while (flags.length < count) {
    const flag = glyf.getUint8(at++);
    const times = (flag & point.repeats) === 0 ? 1 : glyf.getUint8(at++) + 1;
    for (let time = 0; time < times; time += 1) flags.push(flag);
  }
  return { flags, after: at };
}

function coordinatesAt(
  glyf: DataView,
  start: number,
  flags: readonly number[],
  { isByte, isSame }: { readonly isByte: number; readonly isSame: number },
) {
  let [at, value] = [start, 0];
  const values = flags.map((flag) => {
    if ((flag & isByte) !== 0) value += (flag & isSame) === 0 ? -glyf.getUint8(at++) : glyf.getUint8(at++);
    else if ((flag & isSame) === 0) {
      value += glyf.getInt16(at);
      at += 2;
    }
    return value;
  });
  return { values, after: at };
}

/** A part of a composite glyph: another glyph, and how it is moved. */
export interface Part {
  /** Where the number of the other glyph stands, in bytes from the beginning of `glyf`. */
  readonly at: number;
  readonly glyph: number;
  readonly dx: number;
  readonly dy: number;
  readonly scale: readonly [number, number, number, number];
}

/** The parts of a glyph that is made of others; none for one that is drawn itself. @param from where it begins in `glyf`. */
export function partsIn(glyf: DataView, from: number): readonly Part[] {
  return glyf.getInt16(from) >= 0 ? [] : partsOf(glyf, from + headBytes);
}

function partsOf(glyf: DataView, start: number): readonly Part[] {
  const parts: Part[] = [];
  let [at, hasMore] = [start, true];
  while (hasMore) {
    const flags = glyf.getUint16(at);
    const glyph = glyf.getUint16(at + 2);
    const isWords = (flags & part.isWords) !== 0;
    const read = (index: number) =>
      isWords ? glyf.getInt16(at + 4 + 2 * index) : glyf.getInt8(at + 4 + index);
    // Parts placed by matching points instead are not used by any font that is drawn here: they stay where they are.
    const [dx, dy] = (flags & part.isOffset) === 0 ? [0, 0] : [read(0), read(1)];
    at += isWords ? 8 : 6;
    const { scale, bytes } = scaleAt(glyf, at, flags);
    parts.push({ at: at + 2, glyph, dx, dy, scale });
    at += bytes;
    hasMore = (flags & part.hasMore) !== 0;
  }
  return parts;
}

/** A number with fourteen bits behind its point. */
const fraction = 16_384;

function scaleAt(glyf: DataView, at: number, flags: number): { scale: Part["scale"]; bytes: number } {
  const read = (index: number) => glyf.getInt16(at + 2 * index) / fraction;
  if ((flags & part.hasScale) !== 0) return { scale: [read(0), 0, 0, read(0)], bytes: 2 };
  if ((flags & part.hasTwoScales) !== 0) return { scale: [read(0), 0, 0, read(1)], bytes: 4 };
  if ((flags & part.hasMatrix) !== 0) return { scale: [read(0), read(1), read(2), read(3)], bytes: 8 };
  return { scale: [1, 0, 0, 1], bytes: 0 };
}
