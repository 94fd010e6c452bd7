import type { Colour } from "./drawing/png.ts";

/**
 * Every colour there is. Words and figures stand in `ink`, `quiet` or `late` on `paper`, in `paper` on `bar`: each at least
 * 4.5 : 1 (WCAG 2.2, 1.4.3), also as they are seen without red, green or blue. No colour says what a word does not say too.
 */
export const palette = {
  paper: [255, 255, 255],
  ink: [26, 26, 26],
  quiet: [84, 84, 84],
  line: [118, 118, 118],
  bar: [11, 83, 148],
  late: [158, 54, 0],
} as const satisfies Readonly<Record<string, Colour>>;

export type ColourName = keyof typeof palette;
