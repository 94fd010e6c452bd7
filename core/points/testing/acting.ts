import {
  insertMembership,
  personById,
  type Acting,
  type Moment,
  type PersonId,
  type Role,
} from "../../people/index.ts";

/** Whoever speaks in a test. */
export async function actingAs(moment: Moment, id: PersonId): Promise<Acting> {
  const person = await personById(moment.tx, id);
  if (!person) throw new Error(`nobody is called ${id}`);
  return { ...moment, person };
}

/** Somebody gets a post. */
export async function appoint({ tx, now }: Moment, id: PersonId, role: Role, unit: string): Promise<void> {
  await insertMembership(tx, id, { role, unit }, now);
}
