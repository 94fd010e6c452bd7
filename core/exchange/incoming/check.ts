import { appendFile, unlink } from "node:fs/promises";
import { join, type Text } from "../../language/index.ts";
import { fateOfFile, ownFile, type Reason } from "../../media/index.ts";
import { unitName } from "../../org/index.ts";
import { tell, type Acting, type Moment } from "../../people/index.ts";
import { linesOf, writeSheet, type Unreadable } from "../../spreadsheets/index.ts";
import { second } from "../../time/index.ts";
import { noRows, type Counts } from "../model.ts";
import { showProgress } from "../progress.ts";
import { noteMade } from "../old/made.ts";
import { changeTransfer, type Transfer } from "../store.ts";
import { bad } from "../texts/bad.ts";
import { incomingTexts as say } from "../texts/incoming.ts";
import { unreadable } from "../texts/reading.ts";
import { again } from "./confirm.ts";
import { actingFor, subjectOf, type Importing } from "./importing.ts";
import type { Row, Verdict } from "./kind.ts";
import { incoming } from "./kinds.ts";
import { fieldsOf, lostIn, type Field } from "./model.ts";
import { chunksOf, withSheet, type Opened } from "./rows.ts";

/** So many bad rows are said; all of them are in the file. */
const badShown = 20;

/** What going through a file came to. */
interface Checked {
  readonly counts: Counts;
  readonly shown: readonly { readonly line: number; readonly bad: Text }[];
  /** Where all bad rows are laid down. */
  readonly badAt: string;
}

/**
 * Looks at a file row by row and changes nothing: whoever sent it is told what it would do, or what is wrong in which line.
 * @returns when to look again, as long as its platform has not handed it over.
 */
export async function checkImport(importing: Importing): Promise<number | undefined> {
  const { ports, transfer, stopped, isStopped } = importing;
  const { file } = transfer;
  if (!file) throw new Error(`import ${transfer.id} has no file`);
  const fate = await ports.database.transaction((tx) => fateOfFile(tx, file));
  if (fate === "waiting") return ports.clock.now() + second;
  if ("reason" in fate) return unread(importing, whyGone(file.name, fate.reason));
  const kept = fate.name;
  const fields = fieldsOf[subjectOf(transfer)];
  return withSheet(ports, { kept, fields }, stopped, async (opened) => {
    if (isStopped()) return undefined;
    if ("why" in opened) return unread(importing, opened.why);
    return checkOpened(importing, opened, kept);
  });
}

/** What was refused on its way is told by its name. */
function whyGone(name: string | undefined, reason: Reason): Unreadable {
  if (reason === "too_big") return "too_large";
  if (reason !== "wrong_type") return "gone";
  if (/\.(?:xlsm|xltm|xlsb)$/iu.test(name ?? "")) return "macros";
  return /\.(?:xls|et|xlsx)$/iu.test(name ?? "") ? "old_office" : "other_kind";
}

async function unread(importing: Importing, why: Unreadable): Promise<undefined> {
  await refuse(importing, why, say.notRead(importing.transfer.id, unreadable[why]));
}

/** Says that a file could not be read; nobody tries again. */
export async function failCheck(importing: Importing): Promise<void> {
  await unread(importing, "too_hard");
}

/** Ends it: nothing was changed, and she may send another file. */
async function refuse({ ports, transfer }: Importing, reason: string, text: Text): Promise<undefined> {
  await ports.database.transaction((tx) => refuseIn(ports.momentIn(tx), transfer, reason, text));
}

async function refuseIn(moment: Moment, transfer: Transfer, reason: string, text: Text): Promise<void> {
  const { id, person } = transfer;
  const ended = { state: "refused", reason, endedAt: moment.now, isLeft: true } as const;
  if (!(await changeTransfer(moment.tx, id, ["waiting"], ended))) return;
  await tell(moment, person, { text, choices: [again(transfer)] }, letterFor(transfer));
}

function letterFor({ id, person }: Transfer) {
  return { key: `transfer ${id} checked ${person}`, lane: "reply", mayPassOn: () => false } as const;
}

async function checkOpened(importing: Importing, opened: Opened, kept: string): Promise<undefined> {
  const { ports, transfer, isStopped } = importing;
  const { id } = transfer;
  const kind = incoming[subjectOf(transfer)];
  const { missing, doubled } = opened.heading;
  if (missing.length > 0) return refuse(importing, "heading", say.missing(id, missing));
  if (doubled.length > 0) return refuse(importing, "heading", say.doubled(id, doubled));
  if (opened.rows === 0) return refuse(importing, "empty", say.noRows(id));
  if (opened.rows > kind.mostRows)
    return refuse(importing, "too_many_rows", say.tooManyRows(id, kind.mostRows));
  const badAt = await ports.files.aside();
  try {
    const checked = await goThrough(importing, opened, badAt);
    if (checked === undefined) return refuse(importing, "not_allowed", say.noMore(id));
    if (!isStopped()) await report(importing, opened, kept, checked);
  } finally {
    await unlink(badAt).catch(() => undefined);
  }
}

/** @returns undefined when she may not bring this in any more. */
async function goThrough(importing: Importing, opened: Opened, badAt: string): Promise<Checked | undefined> {
  const { ports, transfer, isStopped } = importing;
  const subject = subjectOf(transfer);
  const kind = incoming[subject];
  const seen = new Map<string, number | string>();
  const shown: { line: number; bad: Text }[] = [];
  let counts = noRows;
  let done = 0;
  for await (const rows of chunksOf(opened, fieldsOf[subject], { atOnce: kind.rowsAtOnce })) {
    if (isStopped()) break;
    const verdicts = await ports.database.transaction(async (tx) => {
      const acting = await actingFor(ports.momentIn(tx), transfer);
      if (!acting) return undefined;
      const going = { transfer: transfer.id, scope: acting.unit, seen };
      const judged = (await kind.judge(acting, going, rows)).map((verdict, index) =>
        unlessLost(verdict, rows[index], fieldsOf[subject]),
      );
      done += rows.length;
      const text = say.checking(transfer.id, done, opened.rows);
      await showProgress(ports, acting, transfer, importing.begunAt, text);
      return { judged, language: acting.person.language };
    });
    if (!verdicts) return undefined;
    counts = added(counts, verdicts.judged);
    const wrong = badOf(rows, verdicts.judged);
    shown.push(...wrong.slice(0, badShown - shown.length));
    const lines = wrong.map((row) => JSON.stringify([row.line, row.bad[verdicts.language], ...row.cells]));
    if (lines.length > 0) await appendFile(badAt, `${lines.join("\n")}\n`, { mode: 0o600 });
  }
  return { counts, shown, badAt };
}

/** A row in which a long number lost its digits is bad, whatever else it says. */
function unlessLost(verdict: Verdict, row: Row | undefined, fields: readonly Field[]): Verdict {
  const lost = row && lostIn(row.fields, fields);
  return lost ? { bad: bad.lostNumber(lost) } : verdict;
}

function added(counts: Counts, verdicts: readonly Verdict[]): Counts {
  const sum = { ...counts };
  for (const verdict of verdicts) sum[typeof verdict === "object" ? "bad" : verdict] += 1;
  return sum;
}

function badOf<R extends Row>(
  rows: readonly R[],
  verdicts: readonly Verdict[],
): readonly (R & { readonly bad: Text })[] {
  return rows.flatMap((row, index) => {
    const verdict = verdicts[index];
    return typeof verdict === "object" ? [{ ...row, bad: verdict.bad }] : [];
  });
}

async function report(importing: Importing, opened: Opened, kept: string, checked: Checked): Promise<void> {
  const { ports, transfer } = importing;
  const badFile = checked.counts.bad > 0 ? await badRows(importing, opened, checked.badAt) : undefined;
  await ports.database.transaction(async (tx) => {
    const acting = await actingFor(ports.momentIn(tx), transfer);
    if (!acting) return refuseIn(ports.momentIn(tx), transfer, "not_allowed", say.noMore(transfer.id));
    return badFile === undefined
      ? reportGood(acting, importing, opened, { kept, counts: checked.counts })
      : reportBad(acting, transfer, opened, { badFile, checked });
  });
}

/** All bad rows as a file: the line, what is wrong, and what stands there. @returns under which name it is kept. */
async function badRows({ ports, transfer }: Importing, { heading }: Opened, badAt: string): Promise<string> {
  const acting = await ports.database.transaction((tx) => actingFor(ports.momentIn(tx), transfer));
  const language = acting?.person.language ?? "zh";
  const titles = [say.lineTitle[language], say.whyTitle[language], ...heading.cells];
  const table = { name: say.whyTitle[language], columns: titles.map((title) => ({ title })) };
  async function* rows() {
    for await (const { number, cells } of linesOf(badAt)) yield [number, ...cells];
  }
  const written = writeSheet("csv", table, rows());
  return (await ports.files.keepSheet(written, "csv", noteMade(ports, transfer))).id;
}

async function reportBad(
  acting: Acting,
  transfer: Transfer,
  { rows }: Opened,
  { badFile, checked }: { readonly badFile: string; readonly checked: Checked },
): Promise<void> {
  const { id, person } = transfer;
  const { counts, shown } = checked;
  const ended = { state: "refused", reason: "bad_rows", counts, allRows: rows } as const;
  const isOurs = await changeTransfer(acting.tx, id, ["waiting"], {
    ...ended,
    endedAt: acting.now,
    isLeft: true,
  });
  if (!isOurs) return;
  const file = await ownFile(acting.tx, { id: badFile, name: say.badName(id) }, acting.now);
  const text = say.badRows({ id, counts, all: rows, lines: shown });
  await tell(acting, person, { text, files: [file], choices: [again(transfer)] }, letterFor(transfer));
}

async function reportGood(
  acting: Acting,
  { ports, transfer }: Importing,
  { rows, heading, sheet, others }: Opened,
  { kept, counts }: { readonly kept: string; readonly counts: Counts },
): Promise<void> {
  const { id, person } = transfer;
  const subject = subjectOf(transfer);
  const hasNew = counts.fresh + counts.changed > 0;
  const known = { counts, allRows: rows, sha256: kept, isLeft: true };
  const next = hasNew
    ? ({ state: "checked" } as const)
    : ({ state: "dropped", endedAt: acting.now } as const);
  if (!(await changeTransfer(acting.tx, id, ["waiting"], { ...known, ...next }))) return;
  const notes = [
    ...(others > 0 ? [say.oneSheet(sheet, others)] : []),
    ...(heading.ignored.length > 0 ? [say.ignored(heading.ignored)] : []),
  ];
  const unit = await unitName(acting.tx, transfer.unit);
  const undoneWithin = incoming[subject].takeBack === undefined ? null : ports.keptDays;
  const text = hasNew
    ? join([say.checked({ id, subject, unit, counts, all: rows, undoneWithin }), ...notes])
    : say.nothingNew(id, rows);
  const choices = [
    { label: say.apply, token: `/import ${id} apply` },
    { label: say.drop, token: `/import ${id} drop` },
  ];
  await tell(acting, person, { text, ...(hasNew && { choices }) }, letterFor(transfer));
}
