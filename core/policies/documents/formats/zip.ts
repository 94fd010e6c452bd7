import { inflateRawSync } from "node:zlib";

/** What became of one file inside an archive. */
export type Unpacked =
  | { readonly bytes: Uint8Array }
  | { readonly why: "absent" | "broken" | "locked" | "too_large" };

const [endMark, entryMark, localMark] = [0x06054b50, 0x02014b50, 0x04034b50];
/** The end of an archive is 22 bytes and a comment of at most 65,535. */
const [endLength, longestEnd] = [22, 22 + 65_535];
const [entryLength, localLength] = [46, 30];
const [stored, deflated] = [0, 8];
/** .docx files have some twenty. */
const mostEntries = 5_000;

/**
 * One file out of an archive. What an entry says of its size is not believed: no more than `most` bytes are ever unpacked.
 * Format: PKWARE APPNOTE 6.3.10, without ZIP64, which nothing of this size needs.
 */
export function unpack(archive: Uint8Array, name: string, most: number): Unpacked {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(bytes);
  if (end === undefined) return { why: "broken" };
  let at = bytes.readUInt32LE(end + 16);
  const count = Math.min(bytes.readUInt16LE(end + 10), mostEntries);
  for (let index = 0; index < count; index += 1) {
    if (at + entryLength > bytes.length || bytes.readUInt32LE(at) !== entryMark) return { why: "broken" };
    const nameLength = bytes.readUInt16LE(at + 28);
    const isIt = bytes.toString("utf8", at + entryLength, at + entryLength + nameLength) === name;
    if (isIt) return unpackEntry(bytes, at, most);
    at += entryLength + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return { why: "absent" };
}

function endOf(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - longestEnd);
  for (let at = bytes.length - endLength; at >= first; at -= 1)
    if (bytes.readUInt32LE(at) === endMark) return at;
  return undefined;
}

function unpackEntry(bytes: Buffer, at: number, most: number): Unpacked {
  const isLocked = (bytes.readUInt16LE(at + 8) & 1) === 1;
  if (isLocked) return { why: "locked" };
  const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
  const local = bytes.readUInt32LE(at + 42);
  if (local + localLength > bytes.length || bytes.readUInt32LE(local) !== localMark) return { why: "broken" };
  const from = local + localLength + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(from, from + size);
  if (method === stored) return packed.length > most ? { why: "too_large" } : { bytes: packed };
  return method === deflated ? inflated(packed, most) : { why: "broken" };
}

function inflated(packed: Buffer, most: number): Unpacked {
  try {
    return { bytes: inflateRawSync(packed, { maxOutputLength: most }) };
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    return { why: isTooLarge ? "too_large" : "broken" };
  }
}
