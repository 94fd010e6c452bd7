import type { Choosable } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitByCode, upwards, type Unit } from "../../org/index.ts";
import {
  can,
  householdOf,
  membersOf,
  personById,
  residentsNamed,
  unitsWhere,
  type Acting,
  type Person,
  type PersonId,
} from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import { homeOf } from "../ledger/service.ts";
import { rulesIn } from "../rules/store.ts";
import { say } from "../texts.ts";
import { gridsInside } from "./store.ts";

/** An expected "no", with the sentence for the person. */
export interface Refusal {
  readonly refused: Text;
}

/** Who may be meant by a name, among those to whom whoever speaks may give points. */
export async function receiversNamed(acting: Acting, name: string): Promise<readonly Choosable[]> {
  const { tx, person } = acting;
  const grids = new Set<string>();
  for (const code of unitsWhere(person.memberships, "points.grant")) {
    const unit = await unitByCode(tx, code);
    for (const grid of unit ? await gridsInside(tx, unit.path) : []) grids.add(grid);
  }
  const found = await residentsNamed(acting, [...grids], name);
  return found.map(({ person: one, address }) => ({
    id: one.id,
    label: say.grant.resident(one.name, address),
  }));
}

/** To whom points may be given, and where she lives; or why not. */
export async function receiver(
  acting: Acting,
  id: PersonId,
): Promise<{ readonly person: Person; readonly home: Unit } | Refusal> {
  const { tx } = acting;
  const person = await personById(tx, id);
  const grid = typeof person?.grid === "string" ? await unitByCode(tx, person.grid) : undefined;
  if (!person || !grid || !can(acting.person.memberships, "points.grant", grid))
    return { refused: say.grant.notYours };
  const home = await homeOf(tx, person);
  if (!home) return { refused: say.grant.notConfirmed(person.name) };
  return (await isOwnHouse(acting, id)) ? { refused: say.grant.ownHouse } : { person, home };
}

/** Somebody and all who live with her. */
export async function houseOf(tx: Tx, id: PersonId): Promise<readonly PersonId[]> {
  const household = await householdOf(tx, id);
  return household ? membersOf(tx, household.id) : [id];
}

/** Nobody decides on points for herself or for somebody she lives with. */
export async function isOwnHouse({ tx, person }: Acting, id: PersonId): Promise<boolean> {
  return (await houseOf(tx, id)).includes(person.id);
}

/** What may be given to somebody by hand. */
export async function rulesFor(
  acting: Acting,
  id: PersonId,
): Promise<{ readonly rules: readonly Choosable[] } | Refusal> {
  const found = await receiver(acting, id);
  if ("refused" in found) return found;
  const rules = (await rulesIn(acting.tx, upwards(found.home))).filter(({ givenBy: by }) => by === "staff");
  if (rules.length === 0) return { refused: say.grant.noRules };
  return { rules: rules.map((rule) => ({ id: rule.name, label: say.ruleLine(rule.title, rule.delta, []) })) };
}
