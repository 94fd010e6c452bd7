/** By which address the sandbox can be opened: only one under which its guard answers. */
import type { AddressInfo } from "node:net";
import { isOwnName } from "./guard.ts";

/** The public address, where the sandbox is answered under it. */
export function publicOrigin(publicUrl: string | undefined, hosts: readonly string[]): string | undefined {
  if (publicUrl === undefined || !URL.canParse(publicUrl)) return undefined;
  return isOwnName(new URL(publicUrl).hostname, hosts) ? publicUrl : undefined;
}

const everywhere = ["0.0.0.0", "::"];

/** The address a server listens at; loopback where it listens everywhere, a name where its number is not answered. */
export function originOf(address: AddressInfo | string | null, hosts: readonly string[]): string | undefined {
  if (address === null || typeof address === "string") return undefined;
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  if (everywhere.includes(address.address)) return `http://127.0.0.1:${String(address.port)}`;
  const name = isOwnName(host, hosts) ? host : hosts[0];
  return name === undefined ? undefined : `http://${name}:${String(address.port)}`;
}
