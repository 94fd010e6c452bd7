import { unitByCode, type Unit } from "../org/index.ts";
import { can, unitsWhere, type Person } from "../people/index.ts";
import type { Tx } from "../store/index.ts";
import { exported, imported, rights, type Exported, type Imported } from "./model.ts";

/** What this person may take out there, in the order in which it is offered. */
export function exportable({ memberships }: Person, unit: Unit): readonly Exported[] {
  return exported.filter((subject) => rights.out[subject].every((action) => can(memberships, action, unit)));
}

/** What this person may bring in there. */
export function importable({ memberships }: Person, unit: Unit): readonly Imported[] {
  return imported.filter((subject) => rights.in[subject].every((action) => can(memberships, action, unit)));
}

/** May she take names and numbers out whole? */
export function seesWhole({ memberships }: Person, unit: Unit): boolean {
  return can(memberships, "data.whole", unit);
}

/** The units of her posts in which she may do this, in code order. */
export async function unitsFor(
  tx: Tx,
  { memberships }: Person,
  action: "data.export" | "data.import" | "data.audit",
): Promise<readonly Unit[]> {
  const units: Unit[] = [];
  for (const code of [...new Set(unitsWhere(memberships, action))].toSorted()) {
    const unit = await unitByCode(tx, code);
    if (unit) units.push(unit);
  }
  return units;
}
