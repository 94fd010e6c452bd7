import { accountsOn, calledName, personById, roleNames, type Role } from "../core/people/index.ts";
import type { Database } from "../core/store/index.ts";

/** Somebody a visitor of the sandbox or the terminal may speak as. */
export interface Persona {
  readonly actor: string;
  readonly name: string;
  readonly role: string;
  readonly roleEn: string;
  readonly pane: "villager" | "grid_worker" | "command_room" | "admin";
  /** Nobody yet: whoever opens an invitation begins as this one. */
  readonly isNew?: boolean;
}

const panes: Partial<Record<Role, Persona["pane"]>> = {
  grid_worker: "grid_worker",
  team_member: "grid_worker",
  liaison_lead: "grid_worker",
  dispatcher: "command_room",
  officer: "command_room",
  admin: "admin",
};

/** Everybody with an account on a platform, and one stranger who has not joined yet. */
export async function personasOn(
  database: Database,
  channel: string,
  bot: string,
): Promise<readonly Persona[]> {
  return database.transaction(async (tx) => {
    const known: Persona[] = [];
    for (const { actor, person } of await accountsOn(tx, channel, bot)) {
      const found = await personById(tx, person);
      const role = found?.memberships[0]?.role ?? "villager";
      const { zh, en } = roleNames[role];
      if (found)
        known.push({ actor, name: calledName(found), role: zh, roleEn: en, pane: panes[role] ?? "villager" });
    }
    const strangers = known.filter(({ actor }) => actor.startsWith("newcomer")).length;
    return [
      ...known,
      {
        actor: `newcomer-${strangers + 1}`,
        name: "新来的",
        role: "还没加入",
        roleEn: "not joined yet",
        pane: "villager",
        isNew: true,
      },
    ];
  });
}
