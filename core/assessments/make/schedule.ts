import type { Text } from "../../language/index.ts";
import { unitByCode, unitsOfKind, type Unit } from "../../org/index.ts";
import { hearersOf, nag, postsIn, type Moment, type PersonId, type Role } from "../../people/index.ts";
import { day, setAlarm } from "../../time/index.ts";
import { yearAlarm } from "../alarm.ts";
import { kindsOf, listKinds } from "../model.ts";
import { listById, listsOf, type ListId, type YearList } from "../store.ts";
import { say } from "../texts.ts";
import { makeList, type Making } from "./service.ts";
import { lastYear } from "./year.ts";

/** When the lists of the year before are made: on 5 January in the morning, when what was due at the turn of the year has fallen due. */
export const yearPattern = "0 7 5 1 *";

/** Who approves the lists of a unit. */
function decidersOf({ kind }: Unit): readonly Role[] {
  return kind === "county" ? ["main_leader", "dispatcher"] : ["main_leader"];
}

/**
 * Has the lists of the year before a slot made, each by an alarm of its own, so that no transaction is long. Where nobody could
 * approve them none are made.
 */
export async function beginYear({ tx, now, calendar }: Moment, slot: number): Promise<void> {
  const year = lastYear(calendar, slot);
  for (const unit of [...(await unitsOfKind(tx, "county")), ...(await unitsOfKind(tx, "township"))]) {
    const deciders = decidersOf(unit);
    if (!(await postsIn(tx, unit.code)).some(({ role }) => deciders.includes(role))) continue;
    for (const kind of kindsOf(unit.kind === "county" ? "county" : "township")) {
      const subject = `make ${kind} ${unit.code} ${year}`;
      await setAlarm(tx, { key: `year ${subject}`, kind: yearAlarm, subject, fireAt: now });
    }
  }
}

/** Makes what an alarm names, unless somebody has. */
export async function ringMake(moment: Moment, what: string, code: string, year: number): Promise<void> {
  const unit = await unitByCode(moment.tx, code);
  const kind = listKinds.find((one) => one === what);
  if (unit && kind) await makeAndTell(moment, { unit, kind, year, by: null, correction: null });
}

/** Makes a draft and tells whoever decides on it, unless she made it herself; she is reminded while it waits. */
export async function makeAndTell(moment: Moment, making: Making): Promise<ListId | undefined> {
  const id = await makeList(moment, making);
  const list = id === undefined ? undefined : await listById(moment.tx, id);
  if (!list) return undefined;
  await tellDeciders(moment, list, making.unit, {
    what: "ready",
    text: say.decide.ready(named(list, making.unit)),
  });
  await remindLater(moment, list.id, 1);
  return id;
}

/** A list as it is named in sentences. */
export function named(list: YearList, { name }: Pick<Unit, "name">) {
  const { kind, year, version } = list;
  return { kind, year, version, name };
}

interface Telling {
  readonly what: string;
  readonly text: Text;
  /** How it reads in a list. */
  readonly line?: Text;
  readonly isFact?: boolean;
}

/** Tells whoever decides on a list; never who made it herself. */
export async function tellDeciders(
  moment: Moment,
  list: YearList,
  unit: Unit,
  { what, text, line, isFact = false }: Telling,
): Promise<void> {
  for (const recipient of await decidersNow(moment, unit))
    if (recipient !== list.madeBy)
      await nag(moment, {
        key: `year ${list.id} ${what} ${recipient}`,
        recipient,
        subject: aboutList(list.id),
        rank: 1,
        line: line ?? say.decide.readyLine(named(list, unit)),
        open: `/year list ${list.id}`,
        saying: { text, choices: [{ label: say.look, token: `/year list ${list.id}` }] },
        isFact,
        passOn: "nobody",
      });
}

async function decidersNow(moment: Moment, unit: Unit): Promise<readonly PersonId[]> {
  for (const role of decidersOf(unit)) {
    const { hearers } = await hearersOf(moment, unit, role);
    if (hearers.length > 0) return hearers.map(({ person }) => person.id);
  }
  return [];
}

/** What nags about a list are about. */
export function aboutList(id: ListId): string {
  return `year ${id}`;
}

const remindEvery = 7 * day;
const mostReminders = 4;

async function remindLater({ tx, now }: Moment, id: ListId, times: number): Promise<void> {
  const subject = `remind ${id} ${times}`;
  await setAlarm(tx, { key: remindKey(id), kind: yearAlarm, subject, fireAt: now + remindEvery });
}

/** The alarm that reminds of a list. */
export function remindKey(id: ListId): string {
  return `year remind ${id}`;
}

/** A draft that nobody has decided on: whoever decides is reminded each week, four times. */
export async function ringRemind(moment: Moment, id: ListId, times: number): Promise<void> {
  const list = await listById(moment.tx, id);
  const unit = list && (await unitByCode(moment.tx, list.unit));
  if (!unit || list.state !== "draft") return;
  const text = say.decide.remind(named(list, unit), times);
  await tellDeciders(moment, list, unit, { what: `remind ${times}`, text });
  if (times < mostReminders) await remindLater(moment, id, times + 1);
}

/** Makes every list of last year that a unit has none of; what was refused is made anew by its own button. @returns how many. */
export async function makeAll(
  moment: Moment,
  unit: Unit,
  by: PersonId,
): Promise<{ readonly year: number; readonly made: number }> {
  const year = lastYear(moment.calendar, moment.now);
  const there = new Set((await listsOf(moment.tx, [unit.code], year)).map(({ kind }) => kind));
  const kinds = unit.kind === "county" || unit.kind === "township" ? kindsOf(unit.kind) : [];
  let made = 0;
  for (const kind of kinds)
    if (
      !there.has(kind) &&
      (await makeAndTell(moment, { unit, kind, year, by, correction: null })) !== undefined
    )
      made += 1;
  return { year, made };
}
