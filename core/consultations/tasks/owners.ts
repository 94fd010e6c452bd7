import type { Acting, PersonId } from "../../people/index.ts";
import { keptFromWhom, type Ticket } from "../../tickets/index.ts";
import { bodiesFor, staffOf, type Body } from "../bodies.ts";
import { unitNamed } from "../convening.ts";
import type { Consultation } from "../model.ts";
import { partiesOf } from "../opinion/store.ts";

/** Who can be given a task, by a name she goes by. */
export interface Owner {
  readonly name: string;
  /** Undefined where nobody is in chat for it: then whoever gives the task answers for it. */
  readonly person: PersonId | undefined;
}

/** Everybody who can be given a task after a consultation: who was asked, the offices, the team and the township's staff. */
export async function ownersFor(
  acting: Acting,
  consultation: Consultation,
  ticket: Ticket,
): Promise<readonly Owner[]> {
  const unit = await unitNamed(acting, consultation.unit);
  const bodies = [
    ...(await bodiesFor(acting, ticket, unit)),
    ...(await staffOf(acting, unit, await keptFromWhom(acting, ticket))),
  ];
  const parties = (await partiesOf(acting.tx, consultation.id)).map(({ name, person }) => ({ name, person }));
  return distinct([...parties, ...bodies.flatMap(named)]);
}

/** An office goes by its name, a person by what she is called and by her whole name. */
export function named({ name, called, person, isOffice }: Body): readonly Owner[] {
  const names = isOffice ? [name] : [name, called[1] ?? name];
  return names.map((one) => ({ name: one, person }));
}

/** Each name once for each person that goes by it. */
export function distinct(owners: readonly Owner[]): readonly Owner[] {
  return Array.from(new Map(owners.map((owner) => [`${owner.name} ${owner.person ?? ""}`, owner])).values());
}
