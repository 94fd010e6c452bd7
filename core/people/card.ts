import type { Reply } from "../dialogue/index.ts";
import { join, type Text } from "../language/index.ts";
import { unitByCode, unitName } from "../org/index.ts";
import type { Tx } from "../store/index.ts";
import { homeLine } from "./households/view.ts";
import { calledName, type Membership, type Person } from "./model.ts";
import type { Acting } from "./moment.ts";
import { usualHolder } from "./service.ts";
import { postName, roleNames, say } from "./texts.ts";

/** 「双桥村 G1网格员」 for each post. */
export async function postNames(tx: Tx, memberships: readonly Membership[]): Promise<readonly Text[]> {
  const names: Text[] = [];
  for (const { unit, role, specialty } of memberships)
    names.push(say.postIn(await unitName(tx, unit), postName(role, specialty)));
  return names;
}

/** A person's card: made at joining, private. */
export async function cardOf(tx: Tx, person: Person): Promise<Text> {
  const home = person.grid === null ? undefined : await unitName(tx, person.grid);
  return say.card({
    name: person.name,
    home,
    household: await homeLine(tx, person.id),
    posts: await postNames(tx, person.memberships),
    isConfirmed: person.isConfirmed,
  });
}

/** One's own card, with who sees it, and what must wait until somebody says who she is. */
export async function cardView({ tx, person }: Acting): Promise<Reply> {
  const notYet = person.isConfirmed ? [] : [say.notYet(await confirmerOf(tx, person))];
  return join([await cardOf(tx, person), ...notYet, say.cardIsPrivate]);
}

async function confirmerOf(tx: Tx, person: Person): Promise<Text> {
  const home = person.grid === null ? undefined : await unitByCode(tx, person.grid);
  const holder = home && (await usualHolder(tx, home, ["grid_worker", "liaison_lead"]));
  if (!holder) return roleNames.grid_worker;
  const [role, name] = [roleNames[holder.role], calledName(holder.person)];
  return { zh: `${role.zh}${name}`, en: `${role.en} ${name}` };
}
