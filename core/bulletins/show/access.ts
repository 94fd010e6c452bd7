import { unitByCode, type Unit } from "../../org/index.ts";
import { can, unitsWhere, type Acting } from "../../people/index.ts";
import type { Bulletin } from "../store.ts";

/** As whom somebody reads a sheet. */
export type Reader = "decider" | "staff" | "villager";

/** May she publish the sheets of a township or county? */
export function mayDecide({ person }: Pick<Acting, "person">, unit: Unit): boolean {
  return unit.kind !== "village" && unit.kind !== "grid" && can(person.memberships, "bulletin.approve", unit);
}

/** The village she lives in, as far as it is known. */
export async function homeVillage({ tx, person }: Acting): Promise<Unit | undefined> {
  const grid = person.grid === null ? undefined : await unitByCode(tx, person.grid);
  if (grid?.kind === "village") return grid;
  return grid?.parent === null || grid === undefined ? undefined : unitByCode(tx, grid.parent);
}

/** Does somebody have a post in a grid of a village? */
async function worksIn({ tx, person }: Acting, village: Unit): Promise<boolean> {
  for (const code of unitsWhere(person.memberships, "stats.read"))
    if ((await unitByCode(tx, code))?.parent === village.code && village.kind === "village") return true;
  return false;
}

/** As whom somebody reads the sheets of a unit; undefined when she does not. What is not published is the deciders' alone. */
export async function readerOf(acting: Acting, unit: Unit): Promise<Reader | undefined> {
  const { memberships } = acting.person;
  if (can(memberships, "bulletin.approve", unit)) return "decider";
  if (can(memberships, "stats.read", unit) || (await worksIn(acting, unit))) return "staff";
  return (await homeVillage(acting))?.code === unit.code ? "villager" : undefined;
}

/** A sheet that somebody may read now, with its unit. */
export async function readable(
  acting: Acting,
  bulletin: Bulletin | undefined,
): Promise<{ readonly bulletin: Bulletin; readonly unit: Unit; readonly reader: Reader } | undefined> {
  const unit = bulletin && (await unitByCode(acting.tx, bulletin.unit));
  const reader = unit && (await readerOf(acting, unit));
  if (!unit || reader === undefined) return undefined;
  const isPublic = bulletin.state === "published" || bulletin.state === "replaced";
  return isPublic || reader === "decider" ? { bulletin, unit, reader } : undefined;
}
