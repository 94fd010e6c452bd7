import type { FileRef } from "../channel/index.ts";
import type { Reply } from "../dialogue/index.ts";
import { verbatim, type Text } from "../language/index.ts";
import { unitByCode, unitName, type Unit } from "../org/index.ts";
import type { Acting } from "../people/index.ts";
import type { SheetFormat } from "../spreadsheets/index.ts";
import { exportable, importable, seesWhole, unitsFor } from "./access.ts";
import {
  isTimed,
  type Direction,
  type Exported,
  type Imported,
  type Span,
  type Subject,
  type TransferId,
} from "./model.ts";
import { periodOf, type PeriodKey } from "./outgoing/period/model.ts";
import { spanOf } from "./outgoing/period/span.ts";
import { countUnderWay, insertTransfer } from "./store.ts";
import { incomingTexts } from "./texts/incoming.ts";
import { outgoingTexts } from "./texts/outgoing.ts";
import { periodTexts, type Periods } from "./texts/period.ts";
import { subjectNames } from "./texts/subjects.ts";

/** An expected "no", with the sentence for the person. */
interface Refusal {
  readonly refused: Text;
}

/** Something to choose, as a line of a menu. */
export interface Option<Id extends string = string> {
  readonly id: Id;
  readonly label: Text;
}

/** The places somebody may take tables of, or bring them into. */
export interface Places {
  readonly units: readonly Option[];
}

/** What of a place somebody may take out or bring in. */
export interface Offer<S extends Subject> {
  readonly place: string;
  readonly subjects: readonly Option<S>[];
}

/** A table somebody wants to take out. */
export interface Wanted {
  readonly unit: string;
  readonly subject: Exported;
  /** Of which days; null for a table without any. */
  readonly period: PeriodKey | null;
  readonly format: SheetFormat;
}

/** What the flows do, for whoever speaks; every deed asks anew whether she may do it there. */
export interface ExchangeDesk {
  placesToExport(): Promise<Places | Refusal>;
  toExport(unit: string): Promise<Offer<Exported> | Refusal>;
  /** Of which days a table can be; null where it has none. */
  periods(subject: Exported): Promise<Periods | null>;
  takeOut(key: string, wanted: Wanted): Promise<Reply>;
  placesToImport(): Promise<Places | Refusal>;
  toImport(unit: string): Promise<Offer<Imported> | Refusal>;
  askTemplate(key: string, unit: string, subject: Imported): Promise<Reply>;
  bringIn(key: string, unit: string, subject: Imported, file: FileRef): Promise<Reply>;
}

export interface ExchangeServices {
  readonly exchange: ExchangeDesk;
}

export function exchangeDesk(acting: Acting | undefined): ExchangeDesk {
  const known = (): Acting => {
    if (!acting) throw new Error("somebody who has not joined takes nothing out and brings nothing in");
    return acting;
  };
  return {
    placesToExport: () => places(known(), "data.export", outgoingTexts.notYours),
    toExport: (unit) => toExport(known(), unit),
    periods: (subject) => Promise.resolve(isTimed(subject) ? periodsOn(known()) : null),
    takeOut: (key, wanted) => takeOut(known(), key, wanted),
    placesToImport: () => places(known(), "data.import", incomingTexts.notYours),
    toImport: (unit) => toImport(known(), unit),
    askTemplate: (key, unit, subject) => askTemplate(known(), key, unit, subject),
    bringIn: (key, unit, subject, file) => bringIn(known(), key, { unit, subject, file }),
  };
}

async function places(
  { tx, person }: Acting,
  action: "data.export" | "data.import",
  refused: Text,
): Promise<Places | Refusal> {
  const units: Option[] = [];
  for (const { code } of await unitsFor(tx, person, action))
    units.push({ id: code, label: verbatim(await unitName(tx, code)) });
  return units.length === 0 ? { refused } : { units };
}

function optionsOf<S extends Subject>(subjects: readonly S[]): readonly Option<S>[] {
  return subjects.map((id) => ({ id, label: subjectNames[id] }));
}

async function toExport({ tx, person }: Acting, code: string): Promise<Offer<Exported> | Refusal> {
  const unit = await unitByCode(tx, code);
  const subjects = unit ? exportable(person, unit) : [];
  const place = await unitName(tx, code);
  return subjects.length === 0
    ? { refused: outgoingTexts.unnamed(place) }
    : { place, subjects: optionsOf(subjects) };
}

function periodsOn({ calendar, now }: Acting): Periods {
  return periodTexts.offered(calendar.zone.dateOf(now));
}

async function takeOut(acting: Acting, key: string, given: Wanted): Promise<Reply> {
  const { tx, person, calendar } = acting;
  const { subject, format } = given;
  const unit = await unitByCode(tx, given.unit);
  const place = await unitName(tx, given.unit);
  if (!unit || !exportable(person, unit).includes(subject)) return outgoingTexts.unnamed(place);
  if (await isBusy(acting)) return outgoingTexts.busy;
  const days = given.period === null ? null : (periodOf(given.period) ?? null);
  const period = days && spanOf(days, calendar.zone);
  const id = await insert(acting, key, { subject, format, unit, period, direction: "out", file: null });
  return outgoingTexts.asked({ id, unit: place, subject, period: days });
}

function insert(
  { tx, person, now }: Acting,
  sourceKey: string,
  given: {
    readonly direction: Direction;
    readonly subject: Subject;
    readonly unit: Unit;
    readonly period?: Span | null;
    readonly format: SheetFormat;
    readonly file: FileRef | null;
  },
): Promise<TransferId> {
  const { unit, ...rest } = given;
  const isWhole = given.direction === "out" && seesWhole(person, unit);
  return insertTransfer(tx, { ...rest, sourceKey, isWhole, person: person.id, unit: unit.code }, now);
}

/** So many tables of one person are under way at once: others wait for them. */
const mostAtOnce = 5;

async function isBusy({ tx, person }: Acting): Promise<boolean> {
  return (await countUnderWay(tx, person.id)) >= mostAtOnce;
}

async function toImport({ tx, person }: Acting, code: string): Promise<Offer<Imported> | Refusal> {
  const unit = await unitByCode(tx, code);
  const subjects = unit ? importable(person, unit) : [];
  const place = await unitName(tx, code);
  return subjects.length === 0
    ? { refused: incomingTexts.noPlace(place) }
    : { place, subjects: optionsOf(subjects) };
}

/** The place, where she may bring this in; undefined where she may not. */
async function placeFor({ tx, person }: Acting, code: string, subject: Imported): Promise<Unit | undefined> {
  const unit = await unitByCode(tx, code);
  return unit && importable(person, unit).includes(subject) ? unit : undefined;
}

async function askTemplate(acting: Acting, key: string, code: string, subject: Imported): Promise<Reply> {
  const unit = await placeFor(acting, code, subject);
  if (!unit) return incomingTexts.noPlace(await unitName(acting.tx, code));
  if (await isBusy(acting)) return outgoingTexts.busy;
  await insert(acting, key, { direction: "template", subject, unit, format: "xlsx", file: null });
  return incomingTexts.templateAsked;
}

async function bringIn(
  acting: Acting,
  key: string,
  {
    unit: code,
    subject,
    file,
  }: { readonly unit: string; readonly subject: Imported; readonly file: FileRef },
): Promise<Reply> {
  const unit = await placeFor(acting, code, subject);
  if (!unit) return incomingTexts.noPlace(await unitName(acting.tx, code));
  if (await isBusy(acting)) return outgoingTexts.busy;
  const format = /\.csv$/iu.test(file.name ?? "") ? "csv" : "xlsx";
  const id = await insert(acting, key, { direction: "in", subject, unit, format, file });
  return incomingTexts.taken(id, file.name ?? incomingTexts.unnamed);
}
