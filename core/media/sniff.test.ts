import { expect, test } from "vitest";
import { sniff, sniffDocument, typeOfExtension, typeOfMime } from "./sniff.ts";
import { samples } from "./testing/samples.ts";

test.each(Object.entries(samples))("%s is recognised by its bytes", (extension, bytes) => {
  expect(sniff(bytes)).toMatchObject({ extension });
  expect(typeOfExtension(extension)).toEqual(sniff(bytes));
  expect(typeOfMime(sniff(bytes)?.mime ?? "")).toEqual(sniff(bytes));
});

function film(brand: string, ...handlers: readonly string[]): Buffer {
  const tracks = handlers.map((handler) => `....hdlr\0\0\0\0\0\0\0\0${handler}....`).join("");
  return Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0${tracks}`, "latin1");
}

test.each([
  ["Safari's recording, which claims to be a film", film("iso5", "soun"), "m4a"],
  ["a film with sound", film("M4A ", "soun", "vide"), "mp4"],
  ["a film without readable tracks", film("mp42"), "mp4"],
])("%s is told by its tracks", (_, bytes, extension) => {
  expect(sniff(bytes)?.extension).toBe(extension);
});

test.each([
  ["a page", Buffer.from("<!doctype html><script>alert(1)</script>")],
  ["a drawing with a script", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
  ["a program", Buffer.from("\x7fELF\x02\x01\x01", "latin1")],
  ["an archive", Buffer.from("PK\x03\x04")],
  ["a film in Matroska", Buffer.from("\x1a\x45\xdf\xa3matroska V_VP9", "latin1")],
  ["a film in WebM", Buffer.from("\x1a\x45\xdf\xa3webm V_VP9 A_OPUS", "latin1")],
  ["a HEIC picture", film("heic")],
  ["UTF-16 text", Buffer.from("\xff\xfe\x31\x00", "latin1")],
  ["nothing", Buffer.alloc(0)],
])("%s is not kept", (_, bytes) => {
  expect(sniff(bytes)).toBeUndefined();
});

test.each([
  ["a text of Word", Buffer.from("PK\x03\x04 word/document.xml"), "docx"],
  ["a table of Excel", Buffer.from("PK\x03\x04 xl/workbook.xml"), "xlsx"],
  ["mere words", Buffer.from("第一条 甲。"), "txt"],
  ["words in GBK", Buffer.from("b5dad2bbccf5", "hex"), "txt"],
  ["words in UTF-16", Buffer.from("\xff\xfe\x31\x00", "latin1"), "txt"],
  ["a page, as its mere words", Buffer.from("<!doctype html><script>alert(1)</script>"), "txt"],
  ["a print", samples.pdf, "pdf"],
  ["a picture", samples.png, "png"],
])("sent as a document, %s is kept", (_, bytes, extension) => {
  expect(sniffDocument(bytes)).toMatchObject({ extension });
});

test.each([
  ["another archive", Buffer.from("PK\x03\x04 ppt/presentation.xml")],
  ["a table with programs in it", Buffer.from("PK\x03\x04 xl/workbook.xml xl/vbaProject.bin")],
  ["a program", Buffer.from("\x7fELF\x02\x01\x01", "latin1")],
  ["the old Word", Buffer.from("\xd0\xcf\x11\xe0", "latin1")],
  ["words with a zero in them", Buffer.from("a\0b")],
  ["nothing", Buffer.alloc(0)],
])("sent as a document, %s is not kept", (_, bytes) => {
  expect(sniffDocument(bytes)).toBeUndefined();
});
