import type { Unit } from "../../org/index.ts";
import type { Person, Role } from "../model.ts";
import type { Moment } from "../moment.ts";
import { nearestHolder, type Found } from "./choose.ts";

/** Do somebody's words name a person? What is said of somebody goes past her. */
export function isNamed({ name, nickname }: Pick<Person, "name" | "nickname">, words: string): boolean {
  return [name, nickname].some((one) => one !== null && one !== "" && words.includes(one));
}

/** Who answers an objection: the nearest holder of one of these posts who has no part in it, and of whom its words do not speak. */
export async function nearestJudge(
  moment: Moment,
  home: Unit,
  posts: readonly Role[],
  { concerned, words }: { readonly concerned: readonly string[]; readonly words: string },
): Promise<Found | undefined> {
  const except = [...concerned];
  for (;;) {
    const found = await nearestHolder(moment, home, posts, { except, holdersOnly: true });
    if (!found || !isNamed(found.person, words)) return found;
    except.push(found.person.id);
  }
}
