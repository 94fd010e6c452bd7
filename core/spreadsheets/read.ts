import { streamCsvRows } from "hucre/csv";
import { streamXlsxRows } from "hucre/xlsx";
import { whyNotUnpack } from "./archive.ts";
import { sheetsOf } from "./sheets.ts";
import { cellsOf, unguarded, mostColumns, mostRows, type Line, type Unreadable } from "./model.ts";

/** What reading came to; of a workbook also the name of the sheet that was read, and how many others there are to be seen. */
export type Unpacked =
  | { readonly rows: number; readonly sheet?: string; readonly others?: number }
  | { readonly why: Unreadable };

/**
 * Reads the rows of a table, of an .xlsx those of the first sheet that is not hidden, and hands each that is not empty to `take`. It may take long
 * and much memory with hostile bytes: see apart.ts.
 */
export async function readSheet(bytes: Uint8Array, take: (line: Line) => void): Promise<Unpacked> {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (head.startsWith("\xd0\xcf\x11\xe0")) return { why: "old_office" };
  if (head.startsWith("PK")) {
    const why = whyNotUnpack(bytes);
    return why === undefined ? readWorkbook(bytes, take) : { why };
  }
  const words = wordsOf(bytes);
  return words === undefined ? { why: "garbled" } : readWords(words, take);
}

async function readWorkbook(bytes: Uint8Array, take: (line: Line) => void): Promise<Unpacked> {
  const taker = createTaker(take);
  const sheets = sheetsOf(bytes);
  const sheet = Math.max(
    sheets.findIndex(({ isHidden }) => !isHidden),
    0,
  );
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      const why = taker.take(index + 1, values);
      if (why) return { why };
    }
  } catch {
    return { why: "broken" };
  }
  const end = taker.end();
  if ("why" in end) return end;
  const seen = sheets.filter(({ isHidden }) => !isHidden).length;
  return { ...end, sheet: sheets[sheet]?.name ?? "", others: Math.max(seen - 1, 0) };
}

function readWords(words: string, take: (line: Line) => void): Unpacked {
  const taker = createTaker(take);
  let number = 0;
  for (const values of streamCsvRows(words)) {
    const plain = values.map((value) => (typeof value === "string" ? unguarded(value) : value));
    const why = taker.take((number += 1), plain);
    if (why) return { why };
  }
  return taker.end();
}

function createTaker(take: (line: Line) => void) {
  let rows = 0;
  return {
    take(number: number, values: readonly unknown[]): Unreadable | undefined {
      const cells = cellsOf(values);
      if (!cells) return undefined;
      if (cells.length > mostColumns) return "too_wide";
      rows += 1;
      if (rows > mostRows + 1) return "too_many_rows";
      take({ number, cells });
      return undefined;
    },
    end: (): Unpacked => (rows === 0 ? { why: "empty" } : { rows }),
  };
}

/** The words of a .csv in the encodings that offices write: UTF-8, UTF-16 with its mark, GB 18030. */
function wordsOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return decoded("utf-16be", bytes);
  // Nothing but words has no NUL.
  if (bytes.includes(0)) return undefined;
  return decoded("utf-8", bytes) ?? decoded("gb18030", bytes);
}

function decoded(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
