import type { Reply } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import { unitName } from "../org/index.ts";
import type { Tx } from "../store/index.ts";
import { homeLine } from "./households/view.ts";
import type { Membership, Person } from "./model.ts";
import type { Acting } from "./moment.ts";
import { roleNames, say } from "./texts.ts";

/** 「双桥村 G1网格员」 for each post. */
export async function postNames(tx: Tx, memberships: readonly Membership[]): Promise<readonly Text[]> {
  const names: Text[] = [];
  for (const { unit, role, specialty } of memberships) {
    const { zh, en } = say.postIn(await unitName(tx, unit), roleNames[role]);
    names.push(
      specialty === undefined ? { zh, en } : { zh: `${zh}（${specialty}）`, en: `${en} (${specialty})` },
    );
  }
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

export async function cardView(acting: Acting): Promise<Reply> {
  return cardOf(acting.tx, acting.person);
}
