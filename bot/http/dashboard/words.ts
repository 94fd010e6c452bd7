import type { Language, Text } from "../../../core/language/index.ts";
import type { Calendar } from "../../../core/time/index.ts";

/** What every section of a page needs beside its figures. */
export interface Words {
  readonly language: Language;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly calendar: Calendar;
  readonly of: (text: Text) => string;
  /** The address of a unit's page, in the language that is read. */
  readonly linkTo: (code: string) => string;
}

/** 「10,000」 */
export function numberOf(count: number): string {
  return count.toLocaleString("en");
}
