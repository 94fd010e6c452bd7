import type { Subset } from "../font/subset.ts";
import type { Typeface } from "../font/typeface.ts";

/** The letters a document uses, numbered as they come. */
export interface Letters {
  /** The numbers of the letters of these words, four hexadecimal digits each. */
  codesOf(words: string): string;
  /** The font with the letters used so far, and the map from their numbers back to signs. */
  end(): { readonly subset: Subset; readonly unicode: string };
}

export function createLetters(typeface: Typeface): Letters {
  const codes = new Map<number, number>();
  const signs: string[] = [];
  return {
    codesOf: (words) =>
      typeface
        .lettersOf(words)
        .map(({ sign, glyph }) => {
          if (!codes.has(glyph)) {
            codes.set(glyph, codes.size + 1);
            signs.push(sign);
          }
          return hex(codes.get(glyph) ?? 0);
        })
        .join(""),
    end: () => ({ subset: typeface.only([...codes.keys()]), unicode: mapOf(signs) }),
  };
}

function hex(code: number): string {
  return code.toString(16).padStart(4, "0");
}

/** A map may name so many signs at a time (PDF 1.7, 9.10.3). */
const atOnce = 100;

function mapOf(signs: readonly string[]): string {
  const lines = signs.map((sign, index) => {
    const said = Buffer.from(sign, "utf16le").swap16().toString("hex");
    return `<${hex(index + 1)}> <${said}>`;
  });
  const blocks: string[] = [];
  for (let from = 0; from < lines.length; from += atOnce) {
    const block = lines.slice(from, from + atOnce);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
    "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ...blocks,
    "endcmap CMapName currentdict /CMap defineresource pop end end",
  ].join("\n");
}
