import { inflateSync } from "node:zlib";

/** What a PNG of at most 256 colours shows, read by the specification (w3.org/TR/png-3) and not by what wrote it. */
export interface ReadPng {
  readonly width: number;
  readonly height: number;
  colourAt(x: number, y: number): readonly [red: number, green: number, blue: number];
}

export function readPng(png: Uint8Array): ReadPng {
  const whole = Buffer.from(png);
  if (whole.toString("latin1", 0, 8) !== "\x89PNG\r\n\x1a\n") throw new Error("this is no PNG");
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < whole.length;) {
    const length = whole.readUInt32BE(at);
    chunks.set(whole.toString("latin1", at + 4, at + 8), whole.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [head, colours, data] = ["IHDR", "PLTE", "IDAT"].map((name) => chunks.get(name));
  if (!head || !colours || !data || !chunks.has("IEND")) throw new Error("this PNG has no list of colours");
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const rows = inflateSync(data);
  return {
    width,
    height,
    colourAt(x, y) {
      const index = 3 * (rows[y * (width + 1) + 1 + x] ?? 0);
      return [colours[index] ?? -1, colours[index + 1] ?? -1, colours[index + 2] ?? -1];
    },
  };
}
