import { inflateRawSync } from "node:zlib";
import { entriesOf } from "./archive.ts";

/** A sheet of a workbook, in the order in which they stand. */
export interface SheetOfBook {
  readonly name: string;
  /** Nobody who opens the file sees it. */
  readonly isHidden: boolean;
}

/** Excel's own has some hundred bytes for each sheet. */
const longestBook = 1_000_000;
const [stored, deflated] = [0, 8];

/** The sheets of a workbook by what it says of them; none where that cannot be read. */
export function sheetsOf(archive: Uint8Array): readonly SheetOfBook[] {
  const words = bookOf(Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength));
  const sheets = words.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? [];
  return sheets.map((sheet) => ({
    name: /\sname="([^"]*)"/.exec(sheet)?.[1] ?? "",
    isHidden: /\sstate="(?:hidden|veryHidden)"/.test(sheet),
  }));
}

/** What stands in the part that lists the sheets. Format: PKWARE APPNOTE 6.3.10, 4.3.7. */
function bookOf(bytes: Buffer): string {
  const entry = entriesOf(bytes).find(({ name }) => name === "xl/workbook.xml");
  if (!entry || entry.at + 30 > bytes.length) return "";
  const from = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  const packed = bytes.subarray(from, from + entry.packed);
  if (entry.method === stored) return packed.toString("utf8");
  if (entry.method !== deflated) return "";
  try {
    return inflateRawSync(packed, { maxOutputLength: longestBook }).toString("utf8");
  } catch {
    return "";
  }
}
