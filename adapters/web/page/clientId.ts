/** 128 random bits; `crypto.randomUUID` is missing where the page is opened over plain HTTP by another name. */
export function clientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
