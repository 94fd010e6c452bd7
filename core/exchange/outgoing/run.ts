import { setImmediate as breathe } from "node:timers/promises";
import type { Text } from "../../language/index.ts";
import { ownFile } from "../../media/index.ts";
import { unitByCode, unitName, type Unit } from "../../org/index.ts";
import { personById, tell, type Moment, type Person } from "../../people/index.ts";
import { writeBook, writeSheet, type SheetFormat, type Table, type Value } from "../../spreadsheets/index.ts";
import { exportable, seesWhole } from "../access.ts";
import { isExported, isPapered, type Exported } from "../model.ts";
import type { ExchangePorts } from "../ports.ts";
import { showProgress } from "../progress.ts";
import { changeTransfer, type Transfer } from "../store.ts";
import { handedOver, outgoingTexts as say } from "../texts/outgoing.ts";
import { paperTexts } from "../texts/papers.ts";
import { periodName } from "../texts/period.ts";
import { subjectNames } from "../texts/subjects.ts";
import { daysIn } from "./period/span.ts";
import type { Scope } from "./store.ts";
import { columnsOf, outgoing } from "./tables.ts";

/** So many rows, or households, are read in one transaction: some 20 ms, and nobody waits longer for an answer. */
const readAtOnce = 500;

/** A register of no more rows is set up to be printed, which needs all of it at once; a longer one is for reading on a screen. */
const mostPrinted = 1_000;

async function* printable(
  table: Table,
  rows: AsyncIterable<readonly Value[]>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const all: (readonly Value[])[] = [];
  for await (const row of rows) all.push(row);
  yield await writeBook([{ ...table, rows: all }]);
}

/** An export under way: for whom, where, and whether the program ends. */
interface Exporting {
  readonly ports: ExchangePorts;
  readonly transfer: Transfer & { readonly subject: Exported; readonly format: SheetFormat };
  readonly person: Person;
  readonly unit: Unit;
  readonly all: number;
  readonly begunAt: number;
  readonly isStopped: () => boolean;
  /** How many rows are written. */
  rows: number;
}

/** Makes the table that somebody asked for and sends it to her, if she still may have it. */
export async function exportTable(
  ports: ExchangePorts,
  transfer: Transfer,
  isStopped: () => boolean,
): Promise<undefined> {
  const { subject, format } = transfer;
  if (!isExported(subject) || format === "pdf")
    throw new Error(`no table of ${subject} is taken out as ${format}`);
  const asked = { ...transfer, subject, format };
  const begun = await ports.database.transaction((tx) => begin(ports.momentIn(tx), asked));
  if (!begun) return undefined;
  const exporting: Exporting = { ports, transfer: asked, ...begun, isStopped, rows: 0 };
  const table = { name: subjectNames[subject][begun.person.language], columns: columnsFor(exporting) };
  const rows = rowsOf(exporting);
  const isPrinted = subject === "register" && format === "xlsx" && begun.all <= mostPrinted;
  const chunks = isPrinted ? printable(table, rows) : writeSheet(format, table, rows);
  const file = await ports.files.keepSheet(chunks, format);
  if (!isStopped()) await ports.database.transaction((tx) => hand(exporting, ports.momentIn(tx), file.id));
  return undefined;
}

/** Whoever asked, the place and how much it is; undefined when that was all, and has been said. */
async function begin(moment: Moment, transfer: Exporting["transfer"]) {
  const { tx, now } = moment;
  const person = await personById(tx, transfer.person);
  const unit = await unitByCode(tx, transfer.unit);
  const may = person && unit && exportable(person, unit).includes(transfer.subject);
  // Names are written whole only for whoever still may see them.
  if (!may || (transfer.isWhole && !seesWhole(person, unit)))
    return refuse(moment, transfer, "not_allowed", say.noMore(transfer.id));
  const all = await outgoing[transfer.subject].count(tx, scopeOf(transfer, unit, person));
  if (all === 0)
    return refuse(
      moment,
      transfer,
      "empty",
      say.nothing(transfer.id, transfer.subject, transfer.period !== null),
    );
  await changeTransfer(tx, transfer.id, ["waiting"], { allRows: all });
  return { person, unit, all, begunAt: now };
}

/** What of a place goes into the table; without days everything there ever was. */
function scopeOf({ period }: Transfer, { path }: Unit, { id }: Person): Scope {
  return { path, person: id, ...(period ?? always) };
}

const always = { from: 0, to: Number.MAX_SAFE_INTEGER };

function refuse(moment: Moment, transfer: Transfer, reason: string, text: Text): Promise<undefined> {
  return close(moment, transfer, { state: "refused", reason }, text);
}

/** Ends it without a file, and says so. */
export async function close(
  moment: Moment,
  { id, person }: Transfer,
  end: { readonly state: "done" | "refused"; readonly reason?: string },
  text: Text,
): Promise<undefined> {
  const ended = { ...end, endedAt: moment.now, isLeft: true };
  if (await changeTransfer(moment.tx, id, ["waiting"], ended))
    await tell(moment, person, { text }, { key: `transfer ${id} end ${person}`, lane: "reply" });
}

/** Says that a table or a paper could not be made; nobody tries again. */
export async function failExport(moment: Moment, transfer: Transfer): Promise<void> {
  const text = isPapered(transfer.subject) ? paperTexts.failed : say.failed(transfer.id);
  await refuse(moment, transfer, "failed", text);
}

function columnsFor({ transfer, person }: Exporting) {
  return columnsOf(transfer.subject, person.language);
}

async function* rowsOf(exporting: Exporting): AsyncGenerator<readonly Value[], void, undefined> {
  const { ports, isStopped } = exporting;
  for (let next: number | undefined = 0; next !== undefined && !isStopped();) {
    const after: number = next;
    const page = await ports.database.transaction((tx) => pageAfter(exporting, ports.momentIn(tx), after));
    yield* page.rows;
    next = page.next;
    await breathe();
  }
}

async function pageAfter(exporting: Exporting, moment: Moment, after: number) {
  const { ports, transfer, person, unit, all, begunAt } = exporting;
  const telling = { moment, language: person.language, isWhole: transfer.isWhole };
  const scope = scopeOf(transfer, unit, person);
  const page = await outgoing[transfer.subject].tell(telling, scope, {
    after,
    limit: readAtOnce,
    written: exporting.rows,
  });
  exporting.rows += page.rows.length;
  const text = say.going(transfer.id, exporting.rows, all);
  await showProgress(ports, moment, transfer, begunAt, text);
  return page;
}

async function hand({ transfer, person, unit, rows }: Exporting, moment: Moment, kept: string) {
  const { tx, now } = moment;
  const { id, subject, format, isWhole, period } = transfer;
  const { zone } = moment.calendar;
  const done = { state: "done", doneRows: rows, sha256: kept, endedAt: now, isLeft: true } as const;
  if (!(await changeTransfer(tx, id, ["waiting"], done))) return;
  const place = await unitName(tx, unit.code);
  const days = period ? periodName(daysIn(period, zone))[person.language] : zone.dateOf(now);
  const name = say.fileName(place, subject, days, person.language);
  const file = await ownFile(tx, { id: kept, name: `${name}.${format}` }, now);
  const text = handedOver(say.done(id, `${name}.${format}`, rows), subject, isWhole);
  const letter = { key: `transfer ${id} end ${person.id}`, lane: "reply", mayPassOn: () => false } as const;
  await tell(moment, person.id, { text, files: [file] }, letter);
}
