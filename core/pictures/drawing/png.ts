import { crc32, deflateSync } from "node:zlib";

/** 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Eight bits for each pixel, which are its place in the list of colours: w3.org/TR/png-3/#11IHDR. */
const [bits, indexed] = [8, 3];
/** Measured on a page of a sheet: level 6 takes twice as long for a fourteenth less. */
const effort = 4;

/**
 * A picture of at most 256 colours as a PNG, which nothing else shares its memory with. The same picture has the same bytes under
 * the same Node. @param rows each begins with a 0, which says that it stands as it is: that suits few colours best.
 */
export function asPng(
  rows: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  colours: readonly Colour[],
): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, indexed], 8);
  const chunks = [
    signature,
    chunk("IHDR", header),
    chunk("PLTE", Uint8Array.from(colours.flat())),
    chunk("IDAT", deflateSync(rows, { level: effort })),
    chunk("IEND", new Uint8Array()),
  ];
  const whole = new Uint8Array(chunks.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const one of chunks) {
    whole.set(one, at);
    at += one.byteLength;
  }
  return whole;
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const whole = Buffer.alloc(content.byteLength + 12);
  whole.writeUInt32BE(content.byteLength, 0);
  whole.write(name, 4, "latin1");
  whole.set(content, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), content.byteLength + 8);
  return whole;
}
