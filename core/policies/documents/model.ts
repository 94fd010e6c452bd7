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
