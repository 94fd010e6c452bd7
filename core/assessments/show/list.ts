import type { Choice, Reply } from "../../dialogue/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import { unitByCode, unitName, type Unit } from "../../org/index.ts";
import type { Acting } from "../../people/index.ts";
import { isHonour, isOpen } from "../model.ts";
import { waitingOn } from "../object/store.ts";
import { listById, versionsOf, type Line, type ListId, type YearList } from "../store.ts";
import { say } from "../texts.ts";
import { linesFor, mayMake, readerOf, type Reader } from "./access.ts";
import { whoOf } from "./naming.ts";

const shown = 8;

/** A list, page by page in the order of codes; what nothing happened to is summed up. @param page from 1. */
export async function listView(acting: Acting, id: ListId, page: number): Promise<Reply> {
  const list = await listById(acting.tx, id);
  const unit = list && (await unitByCode(acting.tx, list.unit));
  const reader = unit && (await readerOf(acting, list, unit));
  if (!unit || reader === undefined) return say.noSuchList;
  const lines = await linesFor(acting, list, reader);
  const told = lines.filter(isTold);
  const at = Math.min(Math.max(1, page), Math.max(1, Math.ceil(told.length / shown)));
  const here = told.slice((at - 1) * shown, at * shown);
  const isLast = at * shown >= told.length;
  const said: Text[] = [];
  for (const line of here) said.push(await lineText(acting, list, line));
  const quiet = lines.length - told.length;
  const rest = isLast && quiet > 0 ? [say.quietLines(quiet, told.length === 0)] : [];
  const empty =
    lines.length > 0 ? [] : [list.kind === "stars" && list.state === "draft" ? say.noStars : say.noLines];
  const head = isHonour(list.kind) || told.length === 0 ? [] : [say.unranked];
  return {
    text: join([
      say.listHead({ ...list, name: unit.name }, list.isDemo),
      ...(list.correction === null ? [] : [say.correction(list.correction)]),
      ...head,
      ...said,
      ...rest,
      ...empty,
      ...(await standing(acting, list, reader)),
    ]),
    choices: [
      ...deeds(list, unit, { acting, reader }),
      ...here.map((line) => ({ label: whoOf(line), token: `/year line ${line.id}` })),
      ...(isLast ? [] : [{ label: say.more, token: `/year list ${id} ${at + 1}` }]),
      ...(await olderOf(acting, list, unit)),
      { label: say.how, token: "/year how" },
    ],
  };
}

/** Is there anything to say of a line? Where nothing happened there is not. */
function isTold({ basis }: Line): boolean {
  return !("outcome" in basis) || basis.outcome.figures.some(({ share }) => share !== null);
}

async function lineText({ tx }: Acting, { kind }: YearList, line: Line): Promise<Text> {
  const { basis, grade, unit } = line;
  const who = whoOf(line);
  if ("outcome" in basis)
    return kind === "good_teams"
      ? say.teamLine(who, basis.outcome)
      : say.gradedLine(who, grade, basis.outcome);
  const village = await unitName(tx, unit);
  const at = { zh: `${village}${who.zh}`, en: `${who.en} (${village})` };
  return say.starLine(at, basis.merit, grade === "asked");
}

/** How a list stands, for whoever reads it. */
async function standing(
  { tx, now, calendar }: Acting,
  list: YearList,
  reader: Reader,
): Promise<readonly Text[]> {
  const { state, closesAt, frozenAt, days, words } = list;
  if (state === "draft") return [say.waits(days, list.kind)];
  if (state === "refused") return [say.refused(words ?? "")];
  if (frozenAt !== null) return [say.frozenAt(calendar.date(frozenAt))];
  const waiting = (await waitingOn(tx, list.id)).length;
  if (!isOpen(list, now)) return [say.over(waiting)];
  const isTheirs = reader === "decides" || reader === "makes";
  return [
    say.openUntil(calendar.date((closesAt ?? 0) - 1)),
    isTheirs && waiting > 0 ? say.waiting(waiting) : verbatim(""),
  ];
}

function deeds(
  { id, state }: YearList,
  unit: Unit,
  { acting, reader }: { readonly acting: Acting; readonly reader: Reader },
): readonly Choice[] {
  const button = (label: Text, verb: string): Choice => ({ label, token: `/year ${verb} ${id}` });
  if (state === "draft" && reader === "decides")
    return [
      button(say.decide.publish, "yes"),
      button(say.decide.refuse, "no"),
      button(say.decide.days, "days"),
    ];
  if (!mayMake(acting, unit)) return [];
  if (state === "refused") return [button(say.decide.again, "again")];
  return state === "frozen" ? [button(say.decide.correct, "correct")] : [];
}

/** The version before, where she reads it. */
async function olderOf(acting: Acting, list: YearList, unit: Unit): Promise<readonly Choice[]> {
  for (const older of await versionsOf(acting.tx, list))
    if (older.version < list.version && (await readerOf(acting, older, unit)) !== undefined)
      return [{ label: say.older, token: `/year list ${older.id}` }];
  return [];
}
