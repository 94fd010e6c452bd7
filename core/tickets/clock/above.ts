import type { Text } from "../../language/index.ts";
import {
  hearersOf,
  reachableAt,
  type Holder,
  type Moment,
  type PersonId,
  type Role,
  type Unheard,
} from "../../people/index.ts";
import { appendEvent } from "../events/store.ts";
import { keptFromWhom } from "../kept.ts";
import type { Ticket } from "../model.ts";
import { postAndName, unitOf } from "../responsible.ts";
import { say } from "../texts.ts";

/** Who hears it where what is said to a post reaches nobody in it: the next above. The main leader is told beside others. */
const nextAbove: Partial<Record<Role, readonly Role[]>> = {
  dispatcher: ["direct_leader", "main_leader", "admin"],
  area_leader: ["direct_leader", "main_leader", "dispatcher", "admin"],
  direct_leader: ["main_leader", "dispatcher", "admin"],
};

/** Who of those above is told of a matter. */
export interface Above {
  readonly told: readonly PersonId[];
  /** The half sentence that says past whom it went; undefined where everybody it is for hears it. */
  readonly note: Text | undefined;
}

/**
 * Who hears what these posts are told of a matter: whoever holds them and is there, else her deputy, else the next above, and
 * then it is noted on the matter. Never whom it is kept from, nor anybody in the place of a holder where it is a complaint.
 * @param taker who has the matter from now on: she knows, and is not told again.
 */
export async function thoseAbove(
  moment: Moment,
  ticket: Ticket,
  posts: readonly Role[],
  taker?: PersonId,
): Promise<Above> {
  const unit = await unitOf(moment, ticket.unit);
  const except = [ticket.responsible, ...(await keptFromWhom(moment, ticket))];
  // Whoever takes it over counts as told, unless nothing reaches her.
  if (taker !== undefined && (await reachableAt(moment.tx, taker)).length === 0) except.push(taker);
  const wanted = { except, holdersOnly: ticket.about !== undefined };
  const hearers = new Map<PersonId, Holder>();
  const unheard = new Map<Role, Unheard>();
  for (const post of posts)
    for (const role of [post, ...(nextAbove[post] ?? [])]) {
      const heard = await hearersOf(moment, unit, role, wanted);
      if (heard.unheard) unheard.set(role, heard.unheard);
      for (const one of heard.hearers) hearers.set(one.person.id, one);
      if (heard.hearers.length > 0) break;
    }
  if (unheard.size > 0) await noteUnheard(moment, ticket, [...unheard.values()], [...hearers.values()]);
  const note = unheard.size > 0 ? say.unheard([...unheard.values()]) : undefined;
  return { told: [...hearers.keys()].filter((id) => id !== taker), note };
}

/** Once for each round of a matter and those who are not there. */
async function noteUnheard(
  moment: Moment,
  { number, cycle }: Ticket,
  unheard: readonly Unheard[],
  hearers: readonly Holder[],
): Promise<void> {
  const words = say.unheardEvent(unheard, hearers.map(postAndName));
  const event = { number, cycle, kind: "noted", actor: undefined, words, files: [] } as const;
  await appendEvent(moment.tx, { ...event, sourceKey: `unheard ${cycle} ${words}` }, moment.now);
}
