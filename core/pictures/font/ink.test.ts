import { expect, test } from "vitest";
import { darkest, inkOf } from "./ink.ts";
import type { Contour } from "./outline.ts";

function contour(...points: readonly (readonly [x: number, y: number, isOn?: boolean])[]): Contour {
  return {
    xs: points.map(([x]) => x),
    ys: points.map(([, y]) => y),
    isOn: points.map(([, , isOn = true]) => isOn),
  };
}

function square(left: number, right: number): Contour {
  return contour([left, left], [left, right], [right, right], [right, left]);
}

function rowsOf({ levels, width }: { readonly levels: Uint8Array; readonly width: number }) {
  return Array.from({ length: levels.length / width }, (_, row) =>
    Array.from(levels.slice(row * width, (row + 1) * width)),
  );
}

test("whole pixels are dark, halves of them half, and a hole is white", () => {
  const hole = contour([1, 1], [2, 1], [2, 2], [1, 2]);

  expect(rowsOf(inkOf([square(0, 3), hole], 1))).toEqual([
    [darkest, darkest, darkest],
    [darkest, 0, darkest],
    [darkest, darkest, darkest],
  ]);
  expect(rowsOf(inkOf([contour([0, 0], [0, 1], [1.5, 1], [1.5, 0])], 1))).toEqual([[darkest, 8]]);
});

test("where two strokes lie over each other it is dark once", () => {
  expect(rowsOf(inkOf([square(0, 2), square(0, 2)], 1))).toEqual([
    [darkest, darkest],
    [darkest, darkest],
  ]);
});

test("a ring of points off the line alone is round", () => {
  const ring = contour([-20, -20, false], [-20, 20, false], [20, 20, false], [20, -20, false]);

  const { levels, width, height, left, top } = inkOf([ring], 1);

  const area = levels.reduce((sum, level) => sum + level, 0) / darkest;
  expect([width, height, left, top]).toEqual([40, 40, -20, 20]);
  // Four parabolas through the middles of the sides: five sixths of the square.
  expect(area / 1_600).toBeCloseTo(5 / 6, 1);
  expect(levels[0]).toBe(0);
});

test("a glyph without contours leaves nothing", () => {
  expect(inkOf([], 1)).toEqual({ left: 0, top: -0, width: 0, height: 0, levels: new Uint8Array() });
});
