import type { Tx } from "../../store/index.ts";
import type { TicketNumber } from "../model.ts";

/** Is this person a side of a matter's mediation that did not report it? What was told there is not for her. */
export async function isOtherParty(tx: Tx, number: TicketNumber, person: string): Promise<boolean> {
  const row = await tx
    .selectFrom("mediation_party as p")
    .innerJoin("ticket as t", "t.number", "p.number")
    .select("p.id")
    .where("p.number", "=", number)
    .where("p.person_id", "=", person)
    .where("t.reporter_id", "<>", person)
    .executeTakeFirst();
  return row !== undefined;
}

/** The sides of a matter's mediation that did not report it, as far as they are registered. */
export async function otherPartiesOf(tx: Tx, number: TicketNumber): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("mediation_party as p")
    .innerJoin("ticket as t", "t.number", "p.number")
    .select("p.person_id as person")
    .where("p.number", "=", number)
    .whereRef("t.reporter_id", "<>", "p.person_id")
    .orderBy("p.id")
    .execute();
  return rows.flatMap(({ person }) => (person === null ? [] : [person]));
}

/** The mediations under way in which this person is a side, but which somebody else reported; the newest first. */
export async function partyElsewhere(
  tx: Tx,
  person: string,
): Promise<
  readonly { readonly number: TicketNumber; readonly unit: string; readonly about: string | null }[]
> {
  return tx
    .selectFrom("mediation_party as p")
    .innerJoin("mediation as m", "m.number", "p.number")
    .innerJoin("ticket as t", "t.number", "p.number")
    .select(["t.number", "t.unit_code as unit", "t.about_id as about"])
    .where("p.person_id", "=", person)
    .where("m.state", "<>", "ended")
    .where("t.reporter_id", "<>", person)
    .orderBy("t.number", "desc")
    .execute();
}

/** Is a matter before a mediator now? */
export async function isMediated(tx: Tx, number: TicketNumber): Promise<boolean> {
  const row = await tx
    .selectFrom("mediation")
    .select("number")
    .where("number", "=", number)
    .where("state", "<>", "ended")
    .executeTakeFirst();
  return row !== undefined;
}

/** The matters that a person reported of this kind and that are being dealt with, the newest first. */
export async function disputesOf(tx: Tx, person: string): Promise<readonly TicketNumber[]> {
  const rows = await tx
    .selectFrom("ticket")
    .select("number")
    .where("reporter_id", "=", person)
    .where("kind", "=", "dispute")
    .where("sealed", "=", 0)
    .where("state", "in", ["open", "answered"])
    .orderBy("number", "desc")
    .execute();
  return rows.map(({ number }) => number);
}
