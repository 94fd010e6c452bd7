import { readOnce, type Tx } from "../../../store/index.ts";
import type { PersonId } from "../../model.ts";
import type { Post } from "../model.ts";

/** Who is on duty on one day. */
export interface Shift {
  readonly date: string;
  readonly person: PersonId;
}

/** Who is on the roster of a post from one day to another, both counted, in order. */
export async function shiftsBetween(
  tx: Tx,
  { unit, role }: Post,
  from: string,
  to: string,
): Promise<readonly Shift[]> {
  return readOnce(tx, `shifts ${unit} ${role} ${from} ${to}`, ["shift"], () =>
    tx
      .selectFrom("shift")
      .select(["date", "person_id as person"])
      .where("unit_code", "=", unit)
      .where("role", "=", role)
      .where("date", ">=", from)
      .where("date", "<=", to)
      .orderBy("date")
      .orderBy("person_id")
      .execute(),
  );
}

/** Puts these and nobody else on the roster of a day. */
export async function setShift(
  tx: Tx,
  { unit, role }: Post,
  date: string,
  people: readonly PersonId[],
): Promise<void> {
  await tx
    .deleteFrom("shift")
    .where("unit_code", "=", unit)
    .where("role", "=", role)
    .where("date", "=", date)
    .execute();
  const rows = people.map((person_id) => ({ unit_code: unit, role, date, person_id }));
  if (rows.length > 0) await tx.insertInto("shift").values(rows).execute();
}

/** Takes somebody off the roster of a post from a day on. */
export async function deleteShifts(
  tx: Tx,
  { unit, role }: Post,
  person: PersonId,
  from: string,
): Promise<void> {
  await tx
    .deleteFrom("shift")
    .where("unit_code", "=", unit)
    .where("role", "=", role)
    .where("person_id", "=", person)
    .where("date", ">=", from)
    .execute();
}
