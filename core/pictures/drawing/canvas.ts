import { darkest, type Ink } from "../font/ink.ts";
import { palette, type ColourName } from "../palette.ts";
import { asPng, type Colour } from "./png.ts";

/** Where something lies, in pixels from the upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** More a PNG with a list of colours cannot have. */
const mostColours = 256;
/** Paper comes first: what nothing was drawn on is 0. */
const names = Object.keys(palette) as readonly ColourName[];

/** A sheet of paper, drawn on in the colours of the palette and what lies between two of them at the edges of letters. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  /** Row by row, each pixel its place in the list of colours; before each row the 0 that a PNG wants there. */
  readonly #pixels: Uint8Array;
  readonly #stride: number;
  readonly #colours: Colour[] = names.map((name) => palette[name]);
  /** By what a letter's colour lies over, the colours from that to its own. */
  readonly #steps = new Map<number, Uint8Array>();

  constructor(width: number, height: number) {
    [this.width, this.height] = [width, height];
    this.#stride = width + 1;
    this.#pixels = new Uint8Array(this.#stride * height);
  }

  fillBox({ x, y, width, height }: Box, colour: ColourName): void {
    const index = names.indexOf(colour);
    const [left, right] = [Math.max(x, 0), Math.min(x + width, this.width)];
    const bottom = Math.min(y + height, this.height);
    for (let row = Math.max(y, 0); row < bottom; row += 1)
      this.#pixels.fill(index, this.#at(left, row), this.#at(Math.max(left, right), row));
  }

  /** @param at where the pen stands: the left end of the line that letters stand on, in whole pixels. */
  stamp(ink: Ink, at: { readonly x: number; readonly y: number }, colour: ColourName): void {
    const over = names.indexOf(colour);
    const [left, top] = [at.x + ink.left, at.y - ink.top];
    const [first, last] = [Math.max(0, -left), Math.min(ink.width, this.width - left)];
    const bottom = Math.min(ink.height, this.height - top);
    // Half a million pixels on a page: what the loop needs is at hand.
    const [pixels, { levels }] = [this.#pixels, ink];
    let [lastUnder, steps] = [-1, this.#stepsFrom(over, over)];
    for (let row = Math.max(0, -top); row < bottom; row += 1) {
      const [from, to] = [row * ink.width, this.#at(left, top + row)];
      for (let column = first; column < last; column += 1) {
        const level = levels[from + column] ?? 0;
        if (level === 0) continue;
        const under = pixels[to + column] ?? 0;
        // On the edge of another letter the edge stays, unless it is covered whole.
        if (under >= names.length) {
          if (level === darkest) pixels[to + column] = over;
          continue;
        }
        if (under !== lastUnder) [lastUnder, steps] = [under, this.#stepsFrom(under, over)];
        pixels[to + column] = steps[level] ?? over;
      }
    }
  }

  png(): Uint8Array<ArrayBuffer> {
    return asPng(this.#pixels, this, this.#colours);
  }

  /** The colour of a pixel, for whoever measures. */
  colourAt(x: number, y: number): Colour {
    return this.#colours[this.#pixels[this.#at(x, y)] ?? 0] ?? palette.paper;
  }

  #at(x: number, y: number): number {
    return y * this.#stride + 1 + x;
  }

  /** The places of the colours between two of the palette, from the one to the other in `darkest` steps. */
  #stepsFrom(under: number, over: number): Uint8Array {
    const key = under * names.length + over;
    const known = this.#steps.get(key);
    if (known) return known;
    const steps = Uint8Array.from({ length: darkest + 1 }, (_, level) => this.#step(under, over, level));
    this.#steps.set(key, steps);
    return steps;
  }

  #step(under: number, over: number, level: number): number {
    if (level === 0 || under === over) return under;
    if (level === darkest) return over;
    if (this.#colours.length === mostColours) return level * 2 > darkest ? over : under;
    const [from, to] = [this.#colours[under] ?? palette.paper, this.#colours[over] ?? palette.ink];
    const mixed = from.map((part, index) => Math.round(part + ((to[index] ?? 0) - part) * (level / darkest)));
    const [red = 0, green = 0, blue = 0] = mixed;
    return this.#colours.push([red, green, blue]) - 1;
  }
}
