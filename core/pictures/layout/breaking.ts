/** Signs that no line begins with. */
const notFirst = new Set("，。、；：！？）」』】》〉”’…·％%℃)],.;:!?");
/** Signs that no line ends with. */
const notLast = new Set("（「『【《〈“‘([");
/** What is not divided: words and numbers in Latin letters. */
const unit = /[\p{Script=Latin}\d][\p{Script=Latin}\d.,/%+:'-]*|\s+|./gsu;

/**
 * Words in lines no wider than `width`, by the rules of Chinese setting; what is longer than a line by itself is divided
 * anywhere. @param widthOf in the unit of `width`. @returns at least one line.
 */
export function linesOf(words: string, width: number, widthOf: (words: string) => number): readonly string[] {
  return words.split("\n").flatMap((paragraph) => linesOfOne(paragraph, width, widthOf));
}

function linesOfOne(words: string, width: number, widthOf: (words: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(words)) {
    if (line === "" || widthOf(line + piece) <= width) {
      line = line === "" ? piece.trimStart() : line + piece;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  return [...lines, line.trimEnd()].flatMap((whole) => divided(whole, width, widthOf));
}

/** What must stay together, in order. */
function piecesOf(words: string): readonly string[] {
  const pieces: string[] = [];
  for (const [piece] of words.matchAll(unit)) {
    const before = pieces.at(-1);
    const staysTogether =
      before !== undefined &&
      (notFirst.has(piece) || notLast.has(before.at(-1) ?? "")) &&
      before.trim() !== "";
    if (staysTogether) pieces[pieces.length - 1] = before + piece;
    else pieces.push(piece);
  }
  return pieces;
}

function divided(line: string, width: number, widthOf: (words: string) => number): readonly string[] {
  if (widthOf(line) <= width) return [line];
  const lines: string[] = [];
  let part = "";
  for (const sign of line) {
    if (part !== "" && widthOf(part + sign) > width) {
      lines.push(part);
      part = "";
    }
    part += sign;
  }
  return [...lines, part];
}
