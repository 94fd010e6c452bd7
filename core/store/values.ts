/**
 * Refuses what the two engines would store differently: text with NUL (PostgreSQL cannot hold it), NaN and infinities
 * (SQLite stores NaN as NULL), whole numbers beyond 2^53, `undefined` and booleans (columns hold 0 and 1).
 */
export function refuseUnportable(parameters: readonly unknown[]): void {
  for (const value of parameters) {
    if (typeof value === "string" ? !value.includes("\0") : isPortable(value)) continue;
    throw new TypeError(`The store cannot hold ${describe(value)}: remove or convert it before storing.`);
  }
}

function isPortable(value: unknown): boolean {
  if (typeof value === "number") {
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  }
  return value === null || value instanceof Uint8Array || typeof value === "bigint";
}

function describe(value: unknown): string {
  return typeof value === "string" ? "text with a NUL character" : `${typeof value} ${String(value)}`;
}

/** The number a database wrote as text; throws where a JavaScript number could not hold it exactly. */
export function exactNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new RangeError(`The database answered ${text}, which is too large to be exact.`);
  }
  return value;
}
