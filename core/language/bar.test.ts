import { expect, test } from "vitest";
import { barOf } from "./bar.ts";

test("a bar is full at the end only", () => {
  expect([barOf(0, 9), barOf(8, 9), barOf(9, 9)]).toEqual(["░░░░░░░░░░", "▓▓▓▓▓▓▓▓░░", "▓▓▓▓▓▓▓▓▓▓"]);
});
