import { deflateSync } from "node:zlib";
import type { Typeface } from "../font/typeface.ts";
import { paperHeight, paperWidth, type PaperPage } from "./model.ts";
import { createLetters, type Letters } from "./letters.ts";

/** An object of a PDF: what stands in it, and the bytes it carries. */
interface Thing {
  readonly words: string;
  readonly stream?: Uint8Array;
}

/** The objects that every document has, in this order; its pages come after them, two objects each. */
const numbers = {
  catalog: 1,
  pages: 2,
  font: 3,
  glyphs: 4,
  descriptor: 5,
  file: 6,
  unicode: 7,
  info: 8,
  first: 9,
};

/**
 * A PDF (1.7) of these pages, whose words can be selected and searched: the font goes with it, with the letters that are used
 * and no others. The same pages are the same bytes.
 */
export function pdfOf(
  pages: readonly PaperPage[],
  { title, language }: { readonly title: string; readonly language: "zh" | "en" },
  typeface: Typeface,
): Uint8Array<ArrayBuffer> {
  const letters = createLetters(typeface);
  const contents = pages.map((page) => contentOf(page, letters));
  const pageAt = (index: number) => numbers.first + 2 * index;
  const kids = pages.map((_, index) => `${pageAt(index)} 0 R`).join(" ");
  const things: readonly Thing[] = [
    {
      words: `<</Type/Catalog/Pages ${numbers.pages} 0 R/Lang(${language === "zh" ? "zh-CN" : "en"})/ViewerPreferences<</DisplayDocTitle true>>>>`,
    },
    {
      words: `<</Type/Pages/Kids[${kids}]/Count ${pages.length}/MediaBox[0 0 ${paperWidth} ${paperHeight}]>>`,
    },
    ...fontThings(letters),
    { words: `<</Title<feff${utf16(title)}>>>` },
    ...contents.flatMap((stream, index) => [
      {
        words: `<</Type/Page/Parent ${numbers.pages} 0 R/Resources<</Font<</F ${numbers.font} 0 R>>>>/Contents ${pageAt(index) + 1} 0 R>>`,
      },
      { words: "", stream: Buffer.from(stream, "latin1") },
    ]),
  ];
  return written(things);
}

function contentOf(page: PaperPage, letters: Letters): string {
  const up = (y: number) => number(paperHeight - y);
  const drawn = page.map((mark) => {
    if (mark.type === "box")
      return `${number(mark.x)} ${up(mark.y + mark.height)} ${number(mark.width)} ${number(mark.height)} re S`;
    const { x, y, size, words } = mark;
    return `BT /F ${size} Tf 1 0 0 1 ${number(x)} ${up(y)} Tm <${letters.codesOf(words)}> Tj ET`;
  });
  return ["0.6 w", ...drawn].join("\n");
}

/** With two digits behind the point: a hundredth of a point is finer than any printer. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function fontThings(letters: Letters): readonly Thing[] {
  const { subset, unicode } = letters.end();
  // Six letters before its name say that a font is not whole.
  const name = "DIANTO+NotoSansSC-Medium";
  const { ascent, descent, box, advances, bytes } = subset;
  return [
    {
      words: `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${numbers.glyphs} 0 R]/ToUnicode ${numbers.unicode} 0 R>>`,
    },
    {
      words: `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${numbers.descriptor} 0 R/CIDToGIDMap/Identity/DW 1000/W[0[${advances.join(" ")}]]>>`,
    },
    {
      words: `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${box.join(" ")}]/ItalicAngle 0/Ascent ${ascent}/Descent ${descent}/CapHeight 733/StemV 100/FontFile2 ${numbers.file} 0 R>>`,
    },
    { words: `/Length1 ${bytes.byteLength}`, stream: bytes },
    { words: "", stream: Buffer.from(unicode, "latin1") },
  ];
}

/** As hexadecimal digits. */
function utf16(words: string): string {
  return Buffer.from(words, "utf16le").swap16().toString("hex");
}

/** The file: its objects one after the other, then where each begins. */
function written(things: readonly Thing[]): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const put = (bytes: Uint8Array | string): void => {
    const chunk = typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes;
    chunks.push(chunk);
    length += chunk.byteLength;
  };
  // Four bytes above 127 tell whoever carries it that it is no text.
  put("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
  const places = things.map(({ words, stream }, index) => {
    const at = length;
    put(`${index + 1} 0 obj\n`);
    if (stream) {
      const packed = deflateSync(stream);
      put(`<</Filter/FlateDecode/Length ${packed.byteLength}${words}>>\nstream\n`);
      put(packed);
      put("\nendstream\nendobj\n");
    } else put(`${words}\nendobj\n`);
    return at;
  });
  const table = length;
  const entries = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  put(`xref\n0 ${things.length + 1}\n0000000000 65535 f \n${entries}`);
  put(`trailer\n<</Size ${things.length + 1}/Root ${numbers.catalog} 0 R/Info ${numbers.info} 0 R>>\n`);
  put(`startxref\n${table}\n%%EOF\n`);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
