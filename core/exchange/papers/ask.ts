import { sheetTable } from "../../bulletins/index.ts";
import type { Reply } from "../../dialogue/index.ts";
import { unitByCode, upwards, type Unit } from "../../org/index.ts";
import { unitsWhere, type Acting } from "../../people/index.ts";
import { slipOf, type Ticket } from "../../tickets/index.ts";
import { seesWhole } from "../access.ts";
import { insertTransfer } from "../store.ts";
import { paperTexts as say } from "../texts/papers.ts";

/** Has the slip of a matter made, for whoever may see it in chat; whoever may not learns no more of it than there. */
export async function askSlip(acting: Acting, key: string, number: number): Promise<Reply> {
  const slip = await slipOf(acting, number);
  if ("refused" in slip) return slip.refused;
  const { tx, person, now } = acting;
  const unit = await placeOf(acting, slip.ticket);
  const given = { direction: "out", subject: "slip", format: "pdf", about: number, file: null } as const;
  const isWhole = !slip.ticket.isSealed && seesWhole(person, unit);
  await insertTransfer(tx, { ...given, sourceKey: key, person: person.id, unit: unit.code, isWhole }, now);
  return say.slipAsked(number);
}

/**
 * Where a slip is recorded to be of. That of a sealed matter counts as of the place her post is for: whoever reads the record
 * learns in which grid there was none.
 */
async function placeOf({ tx, person }: Acting, { unit: code, isSealed }: Ticket): Promise<Unit> {
  const unit = await unitByCode(tx, code);
  if (!unit) throw new Error(`unit ${code} is not there`);
  if (!isSealed) return unit;
  const above = unitsWhere(person.memberships, "ticket.sealed").find((held) => upwards(unit).includes(held));
  return (above === undefined ? undefined : await unitByCode(tx, above)) ?? unit;
}

/** Has the table of a sheet made, for whoever reads it by a post. */
export async function askSheet(acting: Acting, key: string, id: number): Promise<Reply> {
  const table = await sheetTable(acting, id);
  if (!table) return say.noSheet;
  const { tx, person, now } = acting;
  const given = { direction: "out", subject: "sheet", format: "xlsx", about: id, file: null } as const;
  const rest = { sourceKey: key, person: person.id, unit: table.unit, isWhole: false };
  await insertTransfer(tx, { ...given, ...rest }, now);
  return say.sheetAsked;
}
