import type { Language, Text } from "../../language/index.ts";
import type { Bar, Cell, Part as Stretch, Picture } from "../../pictures/index.ts";
import { isBusy, type Figure, type FigureName, type Sheet, type SheetList, type SheetRow } from "../model.ts";
import { say } from "../texts.ts";
import { counted } from "../texts/names.ts";
import { correction, faults, isEmpty, lastTime, totals, withOpen } from "../texts/sheet.ts";

/** Of a list so many are on the picture; the rest is in chat and in the table. */
const mostOnPicture = 5;
/** More pages nobody looks through: what is left out is said on the last one. */
const mostPages = 8;
/** With more rows than these the second table is left to the spreadsheet, which is said. */
const mostWithAll = 20;

const lowerIsBetter: readonly FigureName[] = ["neverAnswered", "reopened"];
const firstColumns: readonly FigureName[] = ["answeredInTime", "settledInTime", "content"];
const secondColumns: readonly FigureName[] = ["satisfied", "reopened", "settledInVillage", "neverAnswered"];

/** A sheet as a picture. What everybody may read: pass it what `publishedSheet` gives, and nothing else. */
export function pictureOf(sheet: Sheet, language: Language): Picture {
  const inWords = (text: Text): string => text[language];
  return {
    language,
    title: inWords(sheet.title),
    subtitle: inWords(say.picture.subtitle(sheet)),
    foot: inWords(say.picture.foot(sheet)),
    mostPages,
    parts: isEmpty(sheet)
      ? [linesOf([correction(sheet), withOpen(sheet)], inWords)]
      : [
          linesOf([correction(sheet), totals(sheet), faults(sheet)], inWords),
          ...ratesOf(sheet, inWords),
          linesOf(sheet.notes, inWords),
          ...listOf(say.picture.overdue, sheet.overdue, inWords),
          ...listOf(say.picture.mishandled, sheet.mishandled, inWords),
          ...rowsOf(sheet, inWords),
        ],
  };
}

type InWords = (text: Text) => string;

function linesOf(texts: readonly Text[], inWords: InWords): Stretch {
  return { type: "lines", lines: texts.map(inWords).filter((words) => words !== "") };
}

function ratesOf(sheet: Sheet, inWords: InWords): readonly Stretch[] {
  const reckoned = sheet.figures.filter(({ share }) => share !== null);
  const without = sheet.figures.filter(({ share }) => share === null);
  const bars = (isLower: boolean): readonly Bar[] =>
    reckoned
      .filter(({ name }) => lowerIsBetter.includes(name) === isLower)
      .map((figure) => barOf(figure, sheet, inWords));
  const lower = bars(true);
  return [
    { type: "bars", bars: bars(false) },
    ...(lower.length > 0
      ? [
          { type: "heading", text: inWords(say.picture.lowerIsBetter) } as const,
          { type: "bars", bars: lower } as const,
        ]
      : []),
    ...(without.length > 0
      ? [linesOf([say.picture.notReckoned(without.map(({ name }) => name))], inWords)]
      : []),
  ];
}

function barOf({ name, before, ...part }: Figure, { kind }: Sheet, inWords: InWords): Bar {
  const past = before === null || before.share === null ? undefined : say.picture.share(before).text;
  return {
    label: inWords(say.figureTitles[name]),
    ...(past && { beside: `${inWords(lastTime[kind])} ${inWords(past)}` }),
    value: inWords(say.partText(part)),
    share: part.share,
    isSmall: part.isSmall,
  };
}

function listOf(
  head: (count: number) => Text,
  { total, matters }: SheetList,
  inWords: InWords,
): readonly Stretch[] {
  if (total === 0) return [];
  const shown = matters.slice(0, mostOnPicture);
  const left = total - shown.length;
  const lines = shown.map((matter) => say.matterLine(matter));
  return [
    { type: "heading", text: inWords(head(total)) },
    linesOf([...lines, ...(left > 0 ? [say.notListed(left)] : [])], inWords),
  ];
}

function rowsOf({ rows }: Sheet, inWords: InWords): readonly Stretch[] {
  const busy = rows.filter(isBusy);
  const quiet = rows.length - busy.length;
  const rest = quiet > 0 ? [linesOf([say.quietRows(quiet, busy.length === 0)], inWords)] : [];
  if (busy.length === 0) return rest;
  const counts = (row: SheetRow): readonly Cell[] => [
    { text: counted(row.received), below: counted(row.settled) },
  ];
  const isLong = busy.length > mostWithAll;
  return [
    { type: "heading", text: inWords(say.picture.rows) },
    ...(isLong ? [linesOf([say.picture.inTable(secondColumns)], inWords)] : []),
    tableOf(busy, firstColumns, inWords, { head: inWords(say.picture.counts), cells: counts }),
    ...(isLong ? [] : [tableOf(busy, secondColumns, inWords)]),
    ...rest,
  ];
}

function tableOf(
  rows: readonly SheetRow[],
  names: readonly FigureName[],
  inWords: InWords,
  before?: { readonly head: string; readonly cells: (row: SheetRow) => readonly Cell[] },
): Stretch {
  const cellOf = ({ figures }: SheetRow, name: FigureName): Cell => {
    const found = figures.find((figure) => figure.name === name);
    if (!found) return { text: "—" };
    const { text, below } = say.picture.share(found);
    return { text: inWords(text), ...(below && { below: inWords(below) }) };
  };
  return {
    type: "table",
    columns: [
      { head: inWords(say.picture.unit) },
      ...(before ? [{ head: before.head, isFigure: true }] : []),
      ...names.map((name) => ({ head: inWords(say.picture.column(name)), isFigure: true })),
    ],
    rows: rows.map((row) => ({
      cells: [
        { text: row.name },
        ...(before ? before.cells(row) : []),
        ...names.map((name) => cellOf(row, name)),
      ],
    })),
  };
}
