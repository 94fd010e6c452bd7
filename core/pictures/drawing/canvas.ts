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
const names = Object.keys(palette) as readonly ColourName[];

/** A sheet of paper, drawn on in the colours of the palette and what lies between two of them at the edges of letters. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly #pixels: Uint8Array;
  readonly #colours: Colour[] = names.map((name) => palette[name]);
  /** Between which two colours of the palette a later one lies, and how far. */
  readonly #between = new Map<number, number>();

  constructor(width: number, height: number) {
    [this.width, this.height] = [width, height];
    this.#pixels = new Uint8Array(width * height).fill(names.indexOf("paper"));
  }

  fillBox({ x, y, width, height }: Box, colour: ColourName): void {
    const index = names.indexOf(colour);
    const [left, right] = [Math.max(x, 0), Math.min(x + width, this.width)];
    const bottom = Math.min(y + height, this.height);
    for (let row = Math.max(y, 0); row < bottom; row += 1)
      this.#pixels.fill(index, row * this.width + left, row * this.width + Math.max(left, right));
  }

  /** @param at where the pen stands: the left end of the line that letters stand on, in whole pixels. */
  stamp(ink: Ink, at: { readonly x: number; readonly y: number }, colour: ColourName): void {
    const over = names.indexOf(colour);
    for (let row = 0; row < ink.height; row += 1) {
      const y = at.y - ink.top + row;
      if (y < 0 || y >= this.height) continue;
      for (let column = 0; column < ink.width; column += 1) {
        const level = ink.levels[row * ink.width + column] ?? 0;
        const x = at.x + ink.left + column;
        if (level === 0 || x < 0 || x >= this.width) continue;
        const place = y * this.width + x;
        this.#pixels[place] = this.#blend(this.#pixels[place] ?? 0, over, level);
      }
    }
  }

  png(): Uint8Array {
    return asPng(this.#pixels, this, this.#colours);
  }

  /** The colour of a pixel, for whoever measures. */
  colourAt(x: number, y: number): Colour {
    return this.#colours[this.#pixels[y * this.width + x] ?? 0] ?? palette.paper;
  }

  #blend(under: number, over: number, level: number): number {
    // On the edge of another letter the darker of the two is seen.
    if (level === darkest || under === over) return over;
    if (under >= names.length) return under;
    const key = (under * names.length + over) * (darkest + 1) + level;
    const known = this.#between.get(key);
    if (known !== undefined) return known;
    if (this.#colours.length === mostColours) return level * 2 > darkest ? over : under;
    const [from, to] = [this.#colours[under] ?? palette.paper, this.#colours[over] ?? palette.ink];
    const mixed = from.map((part, index) => Math.round(part + ((to[index] ?? 0) - part) * (level / darkest)));
    const [red = 0, green = 0, blue = 0] = mixed;
    this.#between.set(key, this.#colours.length);
    return this.#colours.push([red, green, blue]) - 1;
  }
}
