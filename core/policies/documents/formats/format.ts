import { sniffDocument } from "../../../media/index.ts";

/** What a document is, told from its bytes. */
export type Format = "docx" | "pdf" | "html" | "words" | "other";

export function formatOf(bytes: Uint8Array): Format {
  const extension = sniffDocument(bytes)?.extension;
  if (extension === "docx" || extension === "pdf") return extension;
  if (extension !== "txt" || isRtf(bytes)) return "other";
  return isPage(bytes) ? "html" : "words";
}

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4_000)).toString("latin1");
}

function isRtf(bytes: Uint8Array): boolean {
  return headOf(bytes).startsWith("{\\rtf");
}

function isPage(bytes: Uint8Array): boolean {
  return /<(?:!doctype\s+html|html|head|body|meta|div|p|table|article)[\s>/]/iu.test(headOf(bytes));
}
