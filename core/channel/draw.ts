import type { Block, Caps, FileRef, Option } from "./contract.ts";

/** One platform call's worth, drawn: `menu` is what a number or a label in the answer means, whatever the platform. */
export interface Drawn {
  readonly text?: string;
  readonly buttons: readonly Option[];
  readonly file?: FileRef;
  readonly menu: readonly Option[];
}

/**
 * Draws content for a platform: buttons where it has them, numbered lines where it has not; text that is too long in
 * several pieces; one piece per platform call, so that a retry never repeats the picture before it.
 */
export function draw(blocks: readonly Block[], caps: Caps): readonly Drawn[] {
  const files: Drawn[] = [];
  const lines: string[] = [];
  const options: Option[] = [];
  for (const block of blocks) {
    if (block.type === "text") lines.push(block.text);
    else if (block.type === "link") lines.push(`${block.label} ${block.url}`);
    else if (block.type === "choices") options.push(...block.options);
    else if (caps.files.includes(block.file.kind)) files.push(...drawFile(block.file, block.caption, caps));
    else lines.push(`〔${block.file.name ?? block.file.kind}〕${block.caption ?? ""}`);
  }
  return [...files, ...drawWords(lines, options, caps)];
}

/** A caption too long to stand beside its file follows it. */
function drawFile(file: FileRef, caption: string | undefined, caps: Caps): readonly Drawn[] {
  const alone: Drawn = { file, buttons: [], menu: [] };
  if (!caption) return [alone];
  const fits = lengthOf(caption, caps.text.unit) <= (caps.caption ?? caps.text.max);
  return fits ? [{ ...alone, text: caption }] : [alone, ...drawWords([caption], [], caps)];
}

function drawWords(lines: readonly string[], options: readonly Option[], caps: Caps): readonly Drawn[] {
  const native = caps.choices.kind === "native" && options.length <= caps.choices.max;
  const numbered = native ? [] : numberedLines(options);
  const text = [...lines, ...numbered].join("\n");
  if (text === "") return [];
  const pieces = splitText(text, caps.text);
  return pieces.map((piece, index) => {
    const last = index === pieces.length - 1;
    return { text: piece, buttons: last && native ? options : [], menu: last ? options : [] };
  });
}

/** A menu where there are no buttons: its lines stand at the end of the text, and the number before a line picks it. */
export function numberedLines(options: readonly Option[]): readonly string[] {
  return options.map(({ label }, index) => `${index + 1}. ${label}`);
}

const encoder = new TextEncoder();

/** How long a text is as the platform counts. */
export function lengthOf(text: string, unit: Caps["text"]["unit"]): number {
  return unit === "bytes" ? encoder.encode(text).length : text.length;
}

/** Cuts at line ends where it can, else between characters; never inside a surrogate pair; loses nothing but the line break cut at. */
export function splitText(text: string, limit: Caps["text"]): readonly string[] {
  if (lengthOf(text, limit.unit) <= limit.max) return [text];
  const pieces: string[] = [];
  let piece = "";
  for (const line of text.split("\n")) {
    const joined = piece === "" ? line : `${piece}\n${line}`;
    if (lengthOf(joined, limit.unit) <= limit.max) {
      piece = joined;
      continue;
    }
    if (piece !== "") pieces.push(piece);
    const cut = cutLine(line, limit);
    pieces.push(...cut.slice(0, -1));
    piece = cut.at(-1) ?? "";
  }
  return piece === "" ? pieces : [...pieces, piece];
}

function cutLine(line: string, limit: Caps["text"]): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  let length = 0;
  for (const character of line) {
    const more = lengthOf(character, limit.unit);
    if (length + more > limit.max) {
      pieces.push(piece);
      piece = "";
      length = 0;
    }
    piece += character;
    length += more;
  }
  return [...pieces, piece];
}
