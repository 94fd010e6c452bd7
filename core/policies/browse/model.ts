/** Lists are shown so many lines at a time: with the turns of the page never more than nine. */
export const linesShown = 6;

export interface Page<T> {
  readonly lines: readonly T[];
  /** Counted from 1. */
  readonly number: number;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}

/** A page of a list; a number beyond it is the last page. */
export function pageOf<T>(list: readonly T[], wanted: number): Page<T> {
  const last = Math.max(1, Math.ceil(list.length / linesShown));
  const number = Number.isInteger(wanted) ? Math.min(Math.max(1, wanted), last) : 1;
  const from = (number - 1) * linesShown;
  return {
    lines: list.slice(from, from + linesShown),
    number,
    hasNext: number < last,
    hasPrevious: number > 1,
  };
}
