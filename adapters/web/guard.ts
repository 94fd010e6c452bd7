/** Who may talk to the sandbox: a page that this server itself served, opened by one of its own names. */
import { refusals } from "./model.ts";

const loopback = /^(localhost|[^.]+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Is the sandbox answered under this host name? */
export function isOwnName(hostname: string, hosts: readonly string[]): boolean {
  return loopback.test(hostname) || hosts.includes(hostname);
}

/**
 * Refuses requests under a foreign name (DNS rebinding) or from a foreign page (cross-site requests).
 * @param hosts further host names the operator opens the sandbox by, without port.
 * @throws Refused 403
 */
export function refuseForeign(
  headers: { readonly host?: string | undefined; readonly origin?: string | undefined },
  hosts: readonly string[],
): void {
  const own = parse(`http://${headers.host ?? ""}`);
  if (!own || !isOwnName(own.hostname, hosts)) throw refusals.foreign();
  if (headers.origin === undefined) return;
  const origin = parse(headers.origin);
  const isBehindProxy = origin !== undefined && hosts.includes(origin.hostname);
  if (origin?.host !== own.host && !isBehindProxy) throw refusals.foreign();
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}
