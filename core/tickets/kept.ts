import type { Moment, PassOn, PersonId } from "../people/index.ts";
import { otherPartiesOf } from "./dispute/store.ts";
import type { Ticket } from "./model.ts";
import { followersOf } from "./same/store.ts";

/** From whom a matter is kept whatever posts she holds: whom it complains about, and the other sides of a dispute. */
export async function keptFromWhom(
  { tx }: Pick<Moment, "tx">,
  { number, kind, about }: Pick<Ticket, "number" | "kind" | "about">,
): Promise<readonly PersonId[]> {
  const others = kind === "dispute" ? await otherPartiesOf(tx, number) : [];
  return about === undefined ? others : [about, ...others];
}

/**
 * Which carers hear of a matter in the place of somebody who cannot be reached: what a villager waits for any but those from
 * whom it is kept, what is sealed and what staff are told as staff nobody.
 */
export async function passOnOf(
  moment: Pick<Moment, "tx">,
  ticket: Ticket,
  isVillager: boolean,
): Promise<PassOn> {
  return ticket.isSealed || !isVillager ? "nobody" : { except: await keptFromWhom(moment, ticket) };
}

/** Does this person wait for a matter, as its reporter or as a neighbour who follows it? */
export async function waitsFor(
  { tx }: Pick<Moment, "tx">,
  person: PersonId,
  { number, reporter }: Pick<Ticket, "number" | "reporter">,
): Promise<boolean> {
  return person === reporter || (await followersOf(tx, number)).includes(person);
}
