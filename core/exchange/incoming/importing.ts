import { unitByCode, type Unit } from "../../org/index.ts";
import { personById, type Acting, type Moment } from "../../people/index.ts";
import { importable } from "../access.ts";
import { isImported, type Imported } from "../model.ts";
import type { ExchangePorts } from "../ports.ts";
import type { Transfer } from "../store.ts";

/** An import under way. */
export interface Importing {
  readonly ports: ExchangePorts;
  readonly transfer: Transfer;
  readonly begunAt: number;
  readonly stopped: Promise<unknown>;
  readonly isStopped: () => boolean;
}

export function subjectOf({ subject }: Pick<Transfer, "subject">): Imported {
  if (!isImported(subject)) throw new Error(`${subject} cannot be brought in`);
  return subject;
}

/** Whoever asked, in the place it is about; undefined when she may not bring that in there any more. */
export async function actingFor(
  moment: Moment,
  transfer: Transfer,
): Promise<(Acting & { readonly unit: Unit }) | undefined> {
  const person = await personById(moment.tx, transfer.person);
  const unit = await unitByCode(moment.tx, transfer.unit);
  const may = person && unit && importable(person, unit).includes(subjectOf(transfer));
  return may ? { ...moment, person, unit } : undefined;
}
