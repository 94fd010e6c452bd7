import type { Person, PersonId } from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import { houseOf } from "../grant/receivers.ts";
import { grantById } from "../grant/store.ts";
import { entryById } from "../ledger/store.ts";
import type { EntryId } from "../model.ts";
import { appealById, type Appeal } from "./store.ts";

/** Who may not decide on an objection: whoever objects, everybody who had a hand in the points, and all who live with them. */
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
  const { actor, sourceKey, reverses } = entry;
  const [, about, number] = /^(grant|appeal) (\d{1,9}) (?:agreed|upheld)$/.exec(sourceKey) ?? [];
  const grant = about === "grant" ? await grantById(tx, Number(number)) : undefined;
  const appeal = about === "appeal" ? await appealById(tx, Number(number)) : undefined;
  const before = reverses ?? appeal?.entry ?? null;
  return [actor, grant?.decidedBy ?? null, ...(await handsIn(tx, before))].filter((one) => one !== null);
}

/** Do her words name somebody? What is said of somebody goes past her. */
export function isNamed({ name, nickname }: Pick<Person, "name" | "nickname">, words: string): boolean {
  return [name, nickname].some((one) => one !== null && one !== "" && words.includes(one));
}
