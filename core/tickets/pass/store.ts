import type { Tx } from "../../store/index.ts";
import type { Ticket } from "../model.ts";
import { asTicket, notOver, ticketColumns } from "../store.ts";

/** Where matters lie that are not over. */
export interface Lying {
  /** Who must act, null for nobody. */
  readonly responsible: string | null;
  readonly unit: string;
  /** The office they were sent to. */
  readonly office: number | null;
}

/** Who must act on matters that are not over, for which units and in which offices. */
export async function responsibleWhere(tx: Tx): Promise<readonly Lying[]> {
  return tx
    .selectFrom("ticket")
    .select(["responsible_id as responsible", "unit_code as unit", "office_id as office"])
    .distinct()
    .where("state", "in", notOver)
    .orderBy("unit_code")
    .orderBy("responsible_id")
    .orderBy("office_id")
    .execute();
}

/** The matters that are not over and lie so, oldest first. */
export async function lyingWith(tx: Tx, { responsible, unit, office }: Lying): Promise<readonly Ticket[]> {
  const inUnit = tx.selectFrom("ticket").select(ticketColumns).where("unit_code", "=", unit);
  const hers =
    responsible === null
      ? inUnit.where("responsible_id", "is", null)
      : inUnit.where("responsible_id", "=", responsible);
  const there = office === null ? hers.where("office_id", "is", null) : hers.where("office_id", "=", office);
  const rows = await there.where("state", "in", notOver).orderBy("number").execute();
  return rows.map(asTicket);
}
