/** The cookie of a session: read by nobody but this server, sent from its own pages only, and gone when the session is. */

/** The cookie's name; where the public address is https the browser takes it from nobody else. */
function nameOf(isSecure: boolean): string {
  return isSecure ? "__Host-board" : "board";
}

/** @param value what the session is known by; letters, digits, - and _ only. @param seconds how long it counts; 0 ends it. */
export function cookieOf(value: string, seconds: number, isSecure: boolean): string {
  const secure = isSecure ? "; Secure" : "";
  return `${nameOf(isSecure)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
}

/** What the session is known by, out of a request's cookies. */
export function cookieIn(header: string | undefined, isSecure: boolean): string | undefined {
  const name = nameOf(isSecure);
  const found = header
    ?.split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}
