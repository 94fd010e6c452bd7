import type { Reply } from "../dialogue/index.ts";
import { join, type Text } from "../language/index.ts";
import { unitName } from "../org/index.ts";
import { personById, type Acting } from "../people/index.ts";
import { isReadable } from "../tickets/index.ts";
import { unitsFor } from "./access.ts";
import type { TransferId } from "./model.ts";
import { transfersInside, type Transfer } from "./store.ts";
import { daysIn } from "./outgoing/period/span.ts";
import { outgoingTexts as say } from "./texts/outgoing.ts";

const listed = 10;

/** Who took what out and brought what in lately, for whoever looks after that. */
export async function logView(acting: Acting): Promise<Reply> {
  const units = await unitsFor(acting.tx, acting.person, "data.audit");
  if (units.length === 0) return say.noLog;
  const found = new Map<TransferId, Transfer>();
  for (const { path } of units)
    for (const transfer of await transfersInside(acting.tx, path, listed)) found.set(transfer.id, transfer);
  const newest = [...found.values()].toSorted((one, other) => other.id - one.id).slice(0, listed);
  if (newest.length === 0) return say.emptyLog;
  const lines: Text[] = [];
  for (const transfer of newest) lines.push(await lineOf(acting, transfer));
  return join([say.logHead, ...lines]);
}

async function lineOf(acting: Acting, transfer: Transfer): Promise<Text> {
  const { tx, calendar } = acting;
  const { id, person, unit, subject, period, direction, isWhole, state, createdAt, doneRows } = transfer;
  return say.logLine({
    id,
    subject,
    isWhole,
    isRemoved: transfer.removedAt !== null,
    period: period && daysIn(period, calendar.zone),
    when: calendar.moment(createdAt),
    name: (await personById(tx, person))?.name ?? person,
    isOut: direction === "out",
    unit: await unitName(tx, unit),
    rows: doneRows,
    number: await numberShown(acting, transfer),
    end: say.states[state],
  });
}

/** Of which matter a slip was, for those who may read the matter themselves: the record tells of no other. */
async function numberShown(acting: Acting, { subject, about }: Transfer): Promise<number | null> {
  return subject === "slip" && about !== null && (await isReadable(acting, about)) ? about : null;
}
