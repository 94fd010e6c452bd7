import { mostParts, mostUnpacked, type Unreadable } from "./model.ts";

const [endMark, entryMark] = [0x06054b50, 0x02014b50];
/** The end of an archive is 22 bytes and a comment of at most 65,535. */
const [endLength, longestEnd] = [22, 22 + 65_535];
const entryLength = 46;
/** A size that only ZIP64 can say. */
const beyond = 0xffffffff;

/**
 * Why an .xlsx is not unpacked: what stands in its table of contents, before a byte of it is. What is said there of sizes is
 * held against what comes out by whoever unpacks. Format: PKWARE APPNOTE 6.3.10.
 */
export function whyNotUnpack(archive: Uint8Array): Unreadable | undefined {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(bytes);
  if (end === undefined) return "broken";
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostParts) return "too_large";
  let at = bytes.readUInt32LE(end + 16);
  let [unpacked, isWorkbook] = [0, false];
  for (let index = 0; index < count; index += 1) {
    if (at + entryLength > bytes.length || bytes.readUInt32LE(at) !== entryMark) return "broken";
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) return "locked";
    const size = bytes.readUInt32LE(at + 24);
    unpacked += size;
    if (size === beyond || unpacked > mostUnpacked) return "too_large";
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + entryLength, at + entryLength + nameLength).toLowerCase();
    if (name.endsWith("vbaproject.bin")) return "macros";
    if (name === "xl/workbook.xml") isWorkbook = true;
    at += entryLength + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return isWorkbook ? undefined : "other_kind";
}

function endOf(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - longestEnd);
  for (let at = bytes.length - endLength; at >= first; at -= 1)
    if (bytes.readUInt32LE(at) === endMark) return at;
  return undefined;
}
