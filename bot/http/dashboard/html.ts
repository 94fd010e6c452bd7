/** Markup that is safe to send: everything that was put into it was escaped, or is such markup itself. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a template; false and undefined leave nothing. */
export type Piece = string | number | false | undefined | Html | readonly Piece[];

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function written(piece: Piece): string {
  if (piece === undefined || piece === false) return "";
  if (piece instanceof Html) return piece.markup;
  if (typeof piece === "object") return piece.map(written).join("");
  return String(piece).replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? "");
}

/** A piece of a page. Whatever is put between `${}` is text there, and in a quoted attribute, whatever it holds. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(parts.map((part, index) => part + written(pieces[index])).join(""));
}
