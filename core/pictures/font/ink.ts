import type { Contour } from "./outline.ts";

/** What a glyph leaves on paper at one size: how dark each pixel is, and where the first one lies from the pen. */
export interface Ink {
  readonly left: number;
  /** Pixels above the line it stands on. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Row by row, 0 to `darkest`. */
  readonly levels: Uint8Array;
}

/** So many steps of grey besides white are all that an eye tells apart at the edge of a letter. */
export const darkest = 15;
/** A pixel is looked at in so many lines; across a line its ink is exact. */
const linesInPixel = 8;
/** A bend is drawn with so many straight pieces. */
const piecesInBend = 6;

/** Straight lines in pixels, y downwards: x, y, x, y, and on. */
type Lines = number[];

/** Draws contours; where they lie over each other it is dark once (the nonzero rule of the specification). */
export function inkOf(contours: readonly Contour[], scale: number): Ink {
  const lines: Lines = [];
  for (const contour of contours) addContour(lines, contour, scale);
  const box = boxOf(lines);
  const width = box.right - box.left;
  const cover = new Float64Array(width * (box.bottom - box.top));
  const crossings = crossingsOf(lines, box.top, (box.bottom - box.top) * linesInPixel);
  for (const [line, ofLine] of crossings.entries()) {
    const row = Math.floor(line / linesInPixel) * width;
    for (const [from, to] of spansOf(ofLine)) addSpan(cover, row, from - box.left, to - box.left);
  }
  const levels = Uint8Array.from(cover, (lit) =>
    Math.min(Math.round((lit / linesInPixel) * darkest), darkest),
  );
  return { left: box.left, top: -box.top, width, height: box.bottom - box.top, levels };
}

function boxOf(lines: Lines) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < lines.length; at += 2) {
    const [x = 0, y = 0] = [lines[at], lines[at + 1]];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  if (left > right) return { left: 0, top: 0, right: 0, bottom: 0 };
  return { left: Math.floor(left), top: Math.floor(top), right: Math.ceil(right), bottom: Math.ceil(bottom) };
}

function addContour(lines: Lines, contour: Contour, scale: number): void {
  const spots = spotsOf(contour, scale);
  const first = spots.findIndex(({ isOn }) => isOn);
  const at = (step: number) => spots[(first + step) % spots.length];
  let pen = at(0);
  if (first < 0 || !pen) return;
  for (let step = 1; step <= spots.length; step += 1) {
    const next = at(step);
    const end = next?.isOn === false ? at(++step) : next;
    if (!next || !end) return;
    if (next.isOn) addLine(lines, pen, end);
    else addBend(lines, pen, next, end);
    pen = end;
  }
}

/** The points in pixels. Between two off the line there is one on it, half-way, that the file leaves out. */
function spotsOf({ xs, ys, isOn }: Contour, scale: number): readonly Spot[] {
  const spots = xs.map((x, index) => ({
    x: x * scale,
    y: -(ys[index] ?? 0) * scale,
    isOn: isOn[index] === true,
  }));
  return spots.flatMap((spot, index) => {
    const next = spots[(index + 1) % spots.length];
    if (!next || spot.isOn || next.isOn) return [spot];
    return [spot, { x: (spot.x + next.x) / 2, y: (spot.y + next.y) / 2, isOn: true }];
  });
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}

function addLine(lines: Lines, from: Spot, to: Spot): void {
  lines.push(from.x, from.y, to.x, to.y);
}

function addBend(lines: Lines, from: Spot, bend: Spot, to: Spot): void {
  let pen = from;
  for (let piece = 1; piece <= piecesInBend; piece += 1) {
    const t = piece / piecesInBend;
    const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
    const [x, y] = [a * from.x + b * bend.x + c * to.x, a * from.y + b * bend.y + c * to.y];
    const next = { x, y, isOn: true };
    addLine(lines, pen, next);
    pen = next;
  }
}

interface Crossing {
  readonly x: number;
  readonly turn: 1 | -1;
}

/** Where each line of sight is crossed, and which way. */
function crossingsOf(lines: Lines, top: number, count: number): readonly Crossing[][] {
  const crossings = Array.from({ length: count }, (): Crossing[] => []);
  for (let at = 0; at < lines.length; at += 4) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = lines.slice(at, at + 4);
    const turn = y0 < y1 ? 1 : -1;
    const [low, high] = [Math.min(y0, y1) - top, Math.max(y0, y1) - top];
    const first = Math.ceil(low * linesInPixel - 0.5);
    for (let line = first; line + 0.5 < high * linesInPixel; line += 1) {
      const y = (line + 0.5) / linesInPixel + top;
      crossings[line]?.push({ x: x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), turn });
    }
  }
  return crossings;
}

/** From where to where it is dark. */
function* spansOf(crossings: Crossing[]): Generator<readonly [number, number]> {
  crossings.sort((one, other) => one.x - other.x);
  let [turns, from] = [0, 0];
  for (const { x, turn } of crossings) {
    if (turns === 0) from = x;
    turns += turn;
    if (turns === 0) yield [from, x];
  }
}

function addSpan(cover: Float64Array, row: number, from: number, to: number): void {
  const last = Math.floor(to);
  for (let x = Math.floor(from); x <= last; x += 1) {
    const lit = Math.min(to, x + 1) - Math.max(from, x);
    if (lit > 0) cover[row + x] = (cover[row + x] ?? 0) + lit;
  }
}
