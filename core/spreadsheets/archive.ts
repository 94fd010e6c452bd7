import { mostParts, mostUnpacked, type Unreadable } from "./model.ts";

const [endMark, entryMark] = [0x06054b50, 0x02014b50];
/** The end of an archive is 22 bytes and a comment of at most 65,535. */
const [endLength, longestEnd] = [22, 22 + 65_535];
const entryLength = 46;
/** A size that only ZIP64 can say. */
const beyond = 0xffffffff;

/** A part of an archive, as its table of contents has it. */
export interface Entry {
  readonly name: string;
  readonly isLocked: boolean;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where it begins. */
  readonly at: number;
}

/** The table of contents, as far as it can be read. Format: PKWARE APPNOTE 6.3.10. */
export function entriesOf(bytes: Buffer): readonly Entry[] {
  const end = endOf(bytes);
  if (end === undefined) return [];
  const count = Math.min(bytes.readUInt16LE(end + 10), mostParts);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + entryLength > bytes.length || bytes.readUInt32LE(at) !== entryMark) break;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString("utf8", at + entryLength, at + entryLength + nameLength).toLowerCase(),
      isLocked: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += entryLength + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * Why an .xlsx is not unpacked: what stands in its table of contents, before a byte of it is. What is said there of sizes is
 * held against what comes out by whoever unpacks.
 */
export function whyNotUnpack(archive: Uint8Array): Unreadable | undefined {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(bytes);
  if (end === undefined) return "broken";
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostParts) return "too_large";
  const entries = entriesOf(bytes);
  if (entries.some(({ isLocked }) => isLocked)) return "locked";
  if (entries.some(({ unpacked }) => unpacked === beyond)) return "too_large";
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > mostUnpacked) return "too_large";
  if (entries.some(({ name }) => name.endsWith("vbaproject.bin"))) return "macros";
  if (entries.length < count) return "broken";
  return entries.some(({ name }) => name === "xl/workbook.xml") ? undefined : "other_kind";
}

function endOf(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - longestEnd);
  for (let at = bytes.length - endLength; at >= first; at -= 1)
    if (bytes.readUInt32LE(at) === endMark) return at;
  return undefined;
}
