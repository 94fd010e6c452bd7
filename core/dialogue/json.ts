/** Plain data: what survives being written down and read again. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What a stored value reads back as: nothing at all comes back as null. */
export type Kept<T> = T extends undefined ? null : [T] extends [void] ? null : T;

/**
 * The value as it reads back from storage, so that a flow sees the same on its first telling as on every later one.
 * Throws for dates, maps, class instances, functions and numbers that JSON cannot hold; `owner` names the culprit.
 */
export function plain(value: unknown, owner: string): Json {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item) => plain(item, owner));
  if (typeof value === "object") {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null) {
      const fields = Object.entries(value).filter(([, field]) => field !== undefined);
      return Object.fromEntries(fields.map(([key, field]) => [key, plain(field, owner)]));
    }
  }
  throw new Error(`${owner}: only plain data can be kept, not ${describe(value)}`);
}

function describe(value: unknown): string {
  if (typeof value === "object" && value !== null) return `a ${value.constructor.name}`;
  return typeof value === "number" ? String(value) : `a ${typeof value}`;
}
