/** What a file really is, told from its first bytes; its name is never believed. */
import type { MediaKind } from "./model.ts";

/** A type that is kept; anything else is refused. */
export interface FileType {
  readonly extension: string;
  readonly mime: string;
  readonly kind: MediaKind;
}

const jpeg: FileType = { extension: "jpg", mime: "image/jpeg", kind: "photo" };
const png: FileType = { extension: "png", mime: "image/png", kind: "photo" };
const webp: FileType = { extension: "webp", mime: "image/webp", kind: "photo" };
const gif: FileType = { extension: "gif", mime: "image/gif", kind: "photo" };
const mp3: FileType = { extension: "mp3", mime: "audio/mpeg", kind: "voice" };
const m4a: FileType = { extension: "m4a", mime: "audio/mp4", kind: "voice" };
const ogg: FileType = { extension: "ogg", mime: "audio/ogg", kind: "voice" };
const webm: FileType = { extension: "webm", mime: "audio/webm", kind: "voice" };
const wav: FileType = { extension: "wav", mime: "audio/wav", kind: "voice" };
const mp4: FileType = { extension: "mp4", mime: "video/mp4", kind: "video" };

const pdf: FileType = { extension: "pdf", mime: "application/pdf", kind: "document" };
/** Written by this program only: what somebody sends as one is not told from other words, and refused. */
export const table: FileType = { extension: "csv", mime: "text/csv", kind: "document" };

const docx: FileType = {
  extension: "docx",
  mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  kind: "document",
};
export const xlsx: FileType = {
  extension: "xlsx",
  mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  kind: "document",
};
/** Words in any encoding and of any form: a page, too, is kept and shown as its mere words, and so runs nowhere. */
const words: FileType = { extension: "txt", mime: "text/plain", kind: "document" };

/** Everything that is kept. Programs, archives, pages and drawings with scripts are not: their reader would run them. */
const types = [jpeg, png, webp, gif, mp3, m4a, ogg, webm, wav, mp4, pdf, table, docx, xlsx, words];

/** The type that is called so. */
export function typeOfMime(mime: string): FileType | undefined {
  return types.find((type) => type.mime === mime);
}

/** The type a stored file's extension stands for. */
export function typeOfExtension(extension: string): FileType | undefined {
  return types.find((type) => type.extension === extension);
}

/** The type of these bytes, or undefined when it is none that is kept. */
export function sniff(bytes: Uint8Array): FileType | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString("latin1");
  if (head.startsWith("\xff\xd8\xff")) return jpeg;
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return png;
  if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) return gif;
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return webp;
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WAVE") return wav;
  if (head.startsWith("OggS")) return ogg;
  if (head.startsWith("%PDF-")) return pdf;
  if (head.startsWith("ID3") || isMpegAudioFrame(bytes)) return mp3;
  if (head.startsWith("\x1a\x45\xdf\xa3")) return isWebmAudio(bytes) ? webm : undefined;
  if (head.slice(4, 8) === "ftyp") return soundOrPicture(bytes, head.slice(8, 12));
  return undefined;
}

/** The type of what was sent as a document: besides everything else a text of Word, a table of Excel, or mere words. */
export function sniffDocument(bytes: Uint8Array): FileType | undefined {
  const told = sniff(bytes);
  if (told) return told;
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Names of what is inside an archive stand in it uncompressed.
  if (whole.toString("latin1", 0, 4) === "PK\x03\x04") return officeFile(whole);
  return couldBeWords(bytes) ? words : undefined;
}

/** A text of Word or a table of Excel; one with programs in it is neither. */
function officeFile(whole: Buffer): FileType | undefined {
  if (whole.includes("vbaProject.bin")) return undefined;
  if (whole.includes("word/document.xml")) return docx;
  return whole.includes("xl/workbook.xml") ? xlsx : undefined;
}

const looked = 64_000;
const [tab, lineFeed, formFeed, carriageReturn] = [0x09, 0x0a, 0x0c, 0x0d];

/** Words have no other control characters, in whatever encoding; UTF-16 says so in its first two bytes. */
function couldBeWords(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const isSign = (byte: number) =>
    byte >= 0x20 || byte === tab || byte === lineFeed || byte === formFeed || byte === carriageReturn;
  return bytes.length > 0 && bytes.subarray(0, looked).every(isSign);
}

/** Frame sync, a layer III header, and neither of its two reserved values. */
function isMpegAudioFrame(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  const isLayerThree = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  return isLayerThree && third >> 4 !== 0xf && (third & 0x0c) !== 0x0c;
}

/** Matroska is the same container: only WebM is kept, and only without a picture track (codec ids begin with V_). */
function isWebmAudio(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4_096)).toString(
    "latin1",
  );
  return start.includes("webm") && !/V_(VP|AV1|MPEG)/.test(start);
}

/** Safari records sound in a container that claims to be a film, so the track handlers decide; the brand only where there are none. */
function soundOrPicture(bytes: Uint8Array, brand: string): FileType | undefined {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hasSound = false;
  for (let at = whole.indexOf("hdlr"); at >= 0; at = whole.indexOf("hdlr", at + 4)) {
    const handler = whole.toString("latin1", at + 12, at + 16);
    if (handler === "vide") return mp4;
    if (handler === "soun") hasSound = true;
  }
  if (hasSound || /^M4[AB] /.test(brand)) return m4a;
  return /^(isom|iso\d|mp4\d|avc1|M4V |dash|MSNV)/.test(brand) ? mp4 : undefined;
}
