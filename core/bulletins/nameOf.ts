import type { Text } from "../language/index.ts";
import { calledName, personById, postAndName, type Moment, type PersonId } from "../people/index.ts";

const posts = [
  "discipline",
  "main_leader",
  "direct_leader",
  "area_leader",
  "dispatcher",
  "liaison_lead",
  "grid_worker",
  "team_member",
  "admin",
] as const;

/** Somebody by post and name, 「网格员老李」; by name alone where she holds no post any more. */
export async function nameOf({ tx }: Pick<Moment, "tx">, id: PersonId): Promise<Text> {
  const person = await personById(tx, id);
  const post = posts.find((role) => person?.memberships.some((held) => held.role === role));
  if (person && post !== undefined) return postAndName(post, person);
  const name = person ? calledName(person) : "—";
  return { zh: name, en: name };
}
