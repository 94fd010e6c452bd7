import { expect, test } from "vitest";
import type { Colour } from "./drawing/png.ts";
import { palette, type ColourName } from "./palette.ts";

/** WCAG 2.2, relative luminance and contrast ratio: w3.org/TR/WCAG22/#dfn-contrast-ratio. */
function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => linear(part));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

type Matrix = readonly (readonly [number, number, number])[];

/** How colours are seen without one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1. */
const eyes: Readonly<Record<string, Matrix>> = {
  every: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(colour: Colour, matrix: Matrix): Colour {
  const light = colour.map((part) => linear(part));
  const [red = 0, green = 0, blue = 0] = matrix.map((row) => {
    const sum = row.reduce((total, weight, index) => total + weight * (light[index] ?? 0), 0);
    const share = Math.min(Math.max(sum, 0), 1);
    return 255 * (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055);
  });
  return [red, green, blue];
}

const letters: readonly ColourName[] = ["ink", "quiet", "late", "bar"];

test.each(Object.entries(eyes))(
  "to %s eyes all letters stand out 4.5 : 1, and frames and bars 3 : 1",
  (_, matrix) => {
    const paper = seen(palette.paper, matrix);
    for (const name of letters)
      expect(contrast(seen(palette[name], matrix), paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(seen(palette.line, matrix), paper)).toBeGreaterThanOrEqual(3);
  },
);
