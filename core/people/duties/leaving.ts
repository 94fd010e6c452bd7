import type { PersonId } from "../model.ts";
import type { Moment } from "../moment.ts";
import { personById } from "../store.ts";
import type { Post } from "./model.ts";
import { deleteShifts } from "./roster/store.ts";
import { deleteDeputy, deleteDeputyships, deputiesOf } from "./store.ts";

/**
 * Somebody holds a post no more: nobody stands in for her in it, she is off its roster, and without any post left she stands
 * in for nobody.
 * @returns who stood in for her.
 */
export async function leavePost(
  { tx, now, calendar }: Moment,
  person: PersonId,
  post: Post,
): Promise<readonly PersonId[]> {
  const deputies = await deputiesOf(tx, post, person);
  await deleteDeputy(tx, post, person);
  await deleteShifts(tx, post, person, calendar.zone.dateOf(now));
  const left = (await personById(tx, person))?.memberships ?? [];
  if (left.every(({ role }) => role === "villager")) await deleteDeputyships(tx, person);
  return deputies;
}
