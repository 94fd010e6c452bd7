import { headerOf, type Header } from "../header/model.ts";
import { packageIn, type PolicyPackage } from "../imports/package.ts";
import {
  longestDocument,
  mostSections,
  splitDocument,
  type Division,
  type Section,
} from "../splitting/model.ts";
import { decodeWords } from "./formats/decode.ts";
import { readDocx } from "./formats/docx.ts";
import { formatOf } from "./formats/format.ts";
import { readHtml } from "./formats/html.ts";
import { readPdf } from "./formats/pdf.ts";
import { largestDocumentFile, type Document, type Unreadable } from "./model.ts";

/** A document as it was read: what it says of itself and its passages, or why not. */
export type Read =
  | { readonly header: Header; readonly by: Division; readonly sections: readonly Section[] }
  /** A file of several policies. */
  | { readonly several: PolicyPackage }
  | { readonly why: Unreadable };

/** Reads a document. It may take long and much memory with hostile bytes: see inWorker.ts. */
export async function readDocument(bytes: Uint8Array): Promise<Read> {
  if (bytes.byteLength > largestDocumentFile) return { why: "too_large" };
  const document = await wordsOf(bytes);
  if ("why" in document) return document;
  const several = packageIn(document.words);
  if (several) return { several };
  if (document.words.length > longestDocument) return { why: "too_long" };
  const { by, sections } = splitDocument(document.words);
  if (sections.length === 0) return { why: "empty" };
  return sections.length > mostSections
    ? { why: "too_long" }
    : { header: headerOf(document.words), by, sections };
}

async function wordsOf(bytes: Uint8Array): Promise<Document> {
  const format = formatOf(bytes);
  if (format === "pdf") return readPdf(bytes);
  if (format === "docx") return readDocx(bytes);
  if (format === "html") return readHtml(bytes);
  return format === "words" ? decodeWords(bytes) : { why: "other_kind" };
}
