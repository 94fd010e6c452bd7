import { unitByCode, type Unit } from "../../org/index.ts";
import { personById, teamOf, type PersonId } from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import { houseOf } from "../grant/receivers.ts";
import { grantById } from "../grant/store.ts";
import { homeOf } from "../ledger/service.ts";
import { entryById } from "../ledger/store.ts";
import type { Account, EntryId } from "../model.ts";
import { appealById, type Appeal } from "./store.ts";

/** Where an objection is decided on: in the village of the team it is about, else where she lives who objects. */
export async function placeOf(
  tx: Tx,
  { person, entry: about }: Pick<Appeal, "person" | "entry">,
): Promise<Unit | undefined> {
  const entry = about === null ? undefined : await entryById(tx, about);
  if (entry?.account.kind === "team") return unitByCode(tx, entry.account.id);
  return homeOf(tx, await personById(tx, person));
}

/** Who may not decide on an objection: whoever objects, everybody who had a hand in the points or is in the team that has them, and all who live with them. */
export async function concernedIn(
  tx: Tx,
  { person, entry }: Pick<Appeal, "person" | "entry">,
): Promise<readonly PersonId[]> {
  const concerned = new Set<PersonId>();
  for (const one of [person, ...(await handsIn(tx, entry))])
    for (const id of await houseOf(tx, one)) concerned.add(id);
  return [...concerned];
}

/** Who gave an entry, agreed to it or took it back; of what puts another one right also those of that one. */
async function handsIn(tx: Tx, id: EntryId | null): Promise<readonly PersonId[]> {
  const entry = id === null ? undefined : await entryById(tx, id);
  if (!entry) return [];
  const { actor, sourceKey, reverses, account } = entry;
  const [, about, number] = /^(grant|appeal) (\d{1,9}) (?:agreed|upheld)$/.exec(sourceKey) ?? [];
  const grant = about === "grant" ? await grantById(tx, Number(number)) : undefined;
  const appeal = about === "appeal" ? await appealById(tx, Number(number)) : undefined;
  const before = reverses ?? appeal?.entry ?? null;
  const hands = [actor, grant?.decidedBy ?? null, ...(await handsIn(tx, before))];
  return [...hands.filter((one) => one !== null), ...(await membersIn(tx, account))];
}

async function membersIn(tx: Tx, { kind, id }: Account): Promise<readonly PersonId[]> {
  const village = kind === "team" ? await unitByCode(tx, id) : undefined;
  return village ? (await teamOf(tx, village)).map(({ person }) => person.id) : [];
}
