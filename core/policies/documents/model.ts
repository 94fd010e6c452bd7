/** Why a document could not be read; each has its sentence. */
export type Unreadable =
  /** Its bytes never came, or are of a kind that is not kept. */
  | "gone"
  | "other_kind"
  /** A .doc or .wps, or anything else of the old Office. */
  | "old_office"
  | "locked"
  | "too_large"
  | "too_long"
  /** It took longer or more memory than any honest document. */
  | "too_hard"
  | "broken"
  | "garbled"
  /** A PDF of pictures. */
  | "scanned"
  | "empty";

/** What was read, or why not. */
export type Document = { readonly words: string } | { readonly why: Unreadable };

const megabyte = 1_000_000;
/** The longest statutes are below a megabyte as .docx, a few as .pdf. */
export const largestDocumentFile = 10 * megabyte;
/** So much may come out of one file inside a .docx: thirty times 民法典. */
export const largestPart = 30 * megabyte;

/** What a document is, told from its bytes; its name is asked only where the bytes leave it open. */
export type Format = "docx" | "pdf" | "html" | "words" | "old_office" | "archive" | "other";

/** @param bytes the whole file. */
export function formatOf(bytes: Uint8Array): Format {
  const head = Array.from(bytes.subarray(0, 8), (byte) => String.fromCharCode(byte)).join("");
  if (head.startsWith("%PDF-")) return "pdf";
  if (head.startsWith("\xd0\xcf\x11\xe0")) return "old_office";
  if (head.startsWith("{\\rtf")) return "other";
  if (head.startsWith("PK")) return hasName(bytes, "word/document.xml") ? "docx" : "archive";
  if (!couldBeWords(bytes)) return "other";
  return looksLikePage(bytes) ? "html" : "words";
}

/** Names stand uncompressed at the end of an archive. */
function hasName(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name, (letter) => letter.charCodeAt(0));
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

const [newline, tab, carriageReturn, formFeed] = [0x0a, 0x09, 0x0d, 0x0c];
const looked = 64_000;

/** Words have no control characters, in whatever encoding; those of UTF-16 say so in their first two bytes. */
export function couldBeWords(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return bytes.length > 2;
  return (
    bytes.length > 0 &&
    bytes
      .subarray(0, looked)
      .every(
        (byte) =>
          byte >= 0x20 || byte === newline || byte === tab || byte === carriageReturn || byte === formFeed,
      )
  );
}

function looksLikePage(bytes: Uint8Array): boolean {
  const head = Array.from(bytes.subarray(0, 4_000), (byte) => String.fromCharCode(byte)).join("");
  return /<(?:!doctype\s+html|html|head|body|meta|div|p|table|article)[\s>/]/iu.test(head);
}
