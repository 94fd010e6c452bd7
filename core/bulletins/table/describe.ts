import { join, type Language, type Text } from "../../language/index.ts";
import type { Column, Table, Value } from "../../spreadsheets/index.ts";
import {
  figureNames,
  type Figure,
  type ListedMatter,
  type Part,
  type RowFigure,
  type Sheet,
} from "../model.ts";
import { say } from "../texts.ts";
import { becomeOf, faultNames, followUpSaid, partText, periodName } from "../texts/names.ts";
import { correction } from "../texts/sheet.ts";

/** One table of a sheet, with its rows. */
export type BulletinTable = Table & { readonly rows: readonly (readonly Value[])[] };

/** The matters on the two lists that whoever asks may read. */
interface Seen {
  readonly overdue: readonly ListedMatter[];
  readonly mishandled: readonly ListedMatter[];
}

type InWords = (text: Text) => string;

/** A sheet as tables: what of it is a share stands as it is said, and as numbers to reckon with. */
export function tablesOf(sheet: Sheet, seen: Seen, language: Language): readonly BulletinTable[] {
  const inWords: InWords = (text) => text[language];
  return [
    figuresTable(sheet, inWords),
    ...(sheet.rows.length > 0 ? [placesTable(sheet, inWords)] : []),
    listTable(say.table.overdue, sheet.overdue.total, seen.overdue, inWords),
    listTable(say.table.mishandled, sheet.mishandled.total, seen.mishandled, inWords),
  ];
}

function columnsOf(
  titles: readonly Text[],
  inWords: InWords,
  widths: readonly number[] = [],
): readonly Column[] {
  return titles.map((title, index) => ({ title: inWords(title), width: widths[index] ?? 14 }));
}

/** As it is said, numerator, denominator; nothing where nothing is known. */
function partCells(part: Part | null, inWords: InWords): readonly Value[] {
  if (part === null) return ["", null, null];
  return [inWords(partText(part)), part.numerator, part.denominator];
}

function figuresTable(sheet: Sheet, inWords: InWords): BulletinTable {
  const { received, settled, open, overdue, mishandled, figures, notes, period, unit } = sheet;
  const { head } = say.table;
  const counts: readonly (readonly [Text, number])[] = [
    [say.table.received, received],
    [say.table.settled, settled],
    [say.table.open, open],
    [say.table.overdue, overdue.total],
    [say.table.mishandled, mishandled.total],
  ];
  const said = [
    ...(sheet.isDemo ? [say.table.demo] : []),
    ...(sheet.correction === null ? [] : [correction(sheet)]),
    ...notes,
  ];
  const titles = [
    head.what,
    head.now,
    head.numerator,
    head.denominator,
    head.before,
    head.numerator,
    head.denominator,
  ];
  return {
    name: inWords(say.table.figures),
    columns: columnsOf(titles, inWords, [24, 22]),
    rows: [
      [inWords(say.table.of), `${unit.name} ${inWords(periodName(period))}`],
      [inWords(say.table.version), sheet.version],
      ...counts.map(([name, count]) => [inWords(name), count]),
      ...figures.map((figure) => figureRow(figure, inWords)),
      ...said.map((note) => [inWords(note)]),
    ],
  };
}

function figureRow({ name, before, ...now }: Figure, inWords: InWords): readonly Value[] {
  return [inWords(say.figureTitles[name]), ...partCells(now, inWords), ...partCells(before, inWords)];
}

/** Every place below, those without matters as well: in the order of their codes, so that they add up. */
function placesTable({ rows }: Sheet, inWords: InWords): BulletinTable {
  const { head } = say.table;
  const titles = [
    head.place,
    say.table.received,
    say.table.settled,
    ...figureNames.flatMap((name) => {
      const title = say.figureTitles[name];
      return [title, join([title, head.numerator], " "), join([title, head.denominator], " ")];
    }),
  ];
  const cells = (figures: readonly RowFigure[], name: RowFigure["name"]) =>
    partCells(figures.find((figure) => figure.name === name) ?? null, inWords);
  return {
    name: inWords(say.table.places),
    columns: columnsOf(titles, inWords),
    rows: rows.map(({ name, received, settled, figures }) => [
      name,
      received,
      settled,
      ...figureNames.flatMap((figure) => cells(figures, figure)),
    ]),
  };
}

function listTable(
  name: Text,
  total: number,
  matters: readonly ListedMatter[],
  inWords: InWords,
): BulletinTable {
  const { head } = say.table;
  const titles = [
    head.number,
    head.kind,
    head.place,
    head.why,
    head.whose,
    head.hoursLate,
    head.state,
    head.followUps,
  ];
  const hidden = total - matters.length;
  return {
    name: inWords(name),
    columns: columnsOf(titles, inWords, [10, 16, 16, 28, 18, 10, 12, 30]),
    rows: [
      ...matters.map((matter) => [
        matter.number,
        inWords(matter.what),
        matter.where,
        inWords(faultNames[matter.fault]),
        inWords(matter.whose),
        matter.hoursLate,
        inWords(becomeOf(matter)),
        matter.followUps.map((one) => inWords(followUpSaid(one))).join("；"),
      ]),
      ...(hidden > 0 ? [[inWords(say.notListed(hidden))]] : []),
    ],
  };
}
