import { unitByCode, type Unit } from "../../org/index.ts";
import type { Acting } from "../../people/index.ts";
import type { DeskScope } from "./store.ts";

/** The desks somebody sits at: a command room's own unit; for an administrator everything in hers. */
export async function deskUnitsOf(acting: Acting): Promise<readonly DeskScope[]> {
  const { tx, person } = acting;
  const scopes: DeskScope[] = [];
  for (const { role, unit: code } of person.memberships) {
    if (role !== "dispatcher" && role !== "admin") continue;
    const unit = await unitByCode(tx, code);
    if (unit) scopes.push({ unit: code, path: unit.path, sees: role === "admin" ? "all" : sees(unit) });
  }
  return scopes;
}

function sees({ kind }: Unit): DeskScope["sees"] {
  return kind === "county" ? "county" : "sent_up";
}
