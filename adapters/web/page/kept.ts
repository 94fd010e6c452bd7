/** What the browser remembers for this page; a browser that refuses storage only forgets sooner. */

/** Reads a remembered value; undefined when there is none or it does not parse. */
export function recall(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`diantong.${name}`) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a value across reloads; false when the browser would not. */
export function remember(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(`diantong.${name}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
