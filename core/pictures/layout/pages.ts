import { pageHeight } from "../model.ts";
import { margin, type Piece } from "./piece.ts";

/** Pieces one below the other, each with the space above it. */
export type Page = readonly Piece[];

/** The space that pieces take one below the other. */
export function heightOf(pieces: Page): number {
  return pieces.reduce((sum, { gap = 0, height }, index) => sum + height + (index === 0 ? 0 : gap), 0);
}

/** Between what stands on every page and what lies between. */
export const apart = 24;

/** How much lies between the words at the head and at the foot of a page. */
export function roomBetween(top: Page, foot: Page): number {
  return pageHeight - 2 * margin - 2 * apart - heightOf(top) - heightOf(foot);
}

/**
 * Deals pieces out to pages. What leads to something goes on to the next page with it, and the head of a table is said again.
 * A piece that is higher than a page has one for itself and is cut off at its end.
 */
export function dealt(pieces: readonly Piece[], room: number): readonly Page[] {
  const pages: Piece[][] = [];
  let page: Piece[] = [];
  for (const piece of pieces) {
    if (page.length > 0 && heightOf([...page, piece]) > room) {
      const kept = withoutLeading(page);
      const moved = page.slice(kept.length);
      if (kept.length > 0) pages.push(kept);
      page = kept.length > 0 ? opened(moved, piece) : page;
    }
    page.push(piece);
  }
  return page.length > 0 ? [...pages, page] : pages;
}

/** The page up to the last piece that leads to nothing. */
function withoutLeading(page: readonly Piece[]): Piece[] {
  return page.slice(0, page.findLastIndex(({ leads }) => leads !== true) + 1);
}

/** What a page begins with before its first piece. */
function opened(moved: readonly Piece[], piece: Piece): Piece[] {
  return moved.length === 0 && piece.head ? [piece.head] : [...moved];
}

/** The first so many pages, the last of them with `notice` of how many rows are left out; all of them where they are few enough. */
export function cut(
  pages: readonly Page[],
  {
    most,
    room,
    notice,
  }: { readonly most: number; readonly room: number; readonly notice: (rows: number) => Piece },
): readonly Page[] {
  const kept = pages.slice(0, most);
  const last = kept.at(-1);
  if (!last || pages.length <= most) return pages;
  const rowsOf = (some: readonly Page[]) => some.flat().filter(({ isRow }) => isRow === true).length;
  const left = rowsOf(pages.slice(most));
  let end = last.length;
  const noticed = () => [...last.slice(0, end), notice(left + rowsOf([last.slice(end)]))];
  while (end > 1 && heightOf(noticed()) > room) end -= 1;
  return [...kept.slice(0, -1), noticed()];
}
