/** Why the store would not open or continue; the codes are for programs, the message is a sentence for the operator. */
export type RefusalCode =
  | "locked"
  | "newer schema"
  | "changed migration"
  | "foreign tables"
  | "unsuitable database"
  | "broken migration"
  | "unreachable"
  | "closed"
  | "not empty"
  | "older schema"
  | "not portable"
  | "different";

/** The store declines to go on, and nothing was changed. The message says what happened and what to do. */
export class StoreRefusal extends Error {
  override readonly name = "StoreRefusal";
  readonly code: RefusalCode;

  constructor(code: RefusalCode, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.code = code;
  }
}
