import type { Adapter } from "../core/channel/index.ts";

/** The parts of the work one process may do; "all" is the whole program. */
export const roles = ["all", "gateway", "worker", "clock"] as const;

export type Role = (typeof roles)[number];

/** Does this process open the platforms: HTTP, long polling, the sandbox? */
export function listens(role: Role): boolean {
  return role === "all" || role === "gateway";
}

/** Does it answer what has arrived, and send? */
export function works(role: Role): boolean {
  return role === "all" || role === "worker";
}

/** Does it look for what the hour asks for? Several may. */
export function ticks(role: Role): boolean {
  return role === "all" || role === "clock";
}

/** Does it send to this platform? Where readers are connected to the process that listens, that one must. */
export function sends(role: Role, adapter: Pick<Adapter, "isLocal">): boolean {
  return adapter.isLocal === true ? listens(role) : works(role);
}
